"""Convert Swagger 2.0 to OpenAPI 3.0, so that no later stage needs to know Swagger.

In: a `Document`. Out: a `Document` in OpenAPI 3.0. Each converted object keeps the place of the one
that it was converted from; what OpenAPI 3.0 cannot express gives a warning.
"""

from __future__ import annotations

from .document import convert

__all__ = ["convert"]

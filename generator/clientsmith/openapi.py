"""Words that OpenAPI and HTTP fix, for all who read them."""

from __future__ import annotations

SWAGGER_METHODS = ("get", "put", "post", "delete", "options", "head", "patch")
"""The keys of a path item of Swagger 2.0 that hold operations."""
METHODS = (*SWAGGER_METHODS, "trace", "query")
"""The keys of a path item that hold operations; others stand in its `additionalOperations`
(OpenAPI 3.2, section 4.9.1).
"""
TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
"""A token, as a regular expression: methods, names of headers and of cookies (RFC 9110, section
5.6.2).
"""
SENT_HEADER = "x-clientsmith-sent"
"""Marks a header parameter that is sent whatever its name is: OpenAPI 3.0 ignores some (4.7.12),
Swagger 2.0 none.
"""
UNSENT_HEADERS = frozenset({"accept", "content-type", "authorization"})
"""The header parameters that OpenAPI ignores (3.1, section 4.8.12), in lower case."""

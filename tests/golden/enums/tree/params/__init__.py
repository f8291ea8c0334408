"""The shapes of requests, as TypedDicts."""

from __future__ import annotations

# Importing `typing` would double what this import costs; type checkers know the name without it.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from .things_params import CreateThingParams as CreateThingParams
else:
    from .._runtime.lazy import attributes

    __getattr__, __dir__, __all__ = attributes(
        __name__,
        {
            ".things_params": "CreateThingParams",
        },
    )

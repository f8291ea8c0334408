"""The models of answers. Using one loads the module that it stands in, and no other."""

from __future__ import annotations

# Importing `typing` would double what this import costs; type checkers know the name without it.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from .thing import Thing as Thing
else:
    from .._runtime.lazy import attributes

    __getattr__, __dir__, __all__ = attributes(
        __name__,
        {
            ".thing": "Thing",
        },
    )

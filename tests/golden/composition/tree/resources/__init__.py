"""The resources of the clients: the classes that calls are methods of."""

from __future__ import annotations

# Importing `typing` would double what this import costs; type checkers know the name without it.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from .things import AsyncThings as AsyncThings, Things as Things
else:
    from .._runtime.lazy import attributes

    __getattr__, __dir__, __all__ = attributes(
        __name__,
        {
            ".things": "AsyncThings Things",
        },
    )

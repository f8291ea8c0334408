"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .crates import AsyncCrates as AsyncCrates, Crates as Crates
    from .crates_picture import (
        AsyncCratesPicture as AsyncCratesPicture,
        CratesPicture as CratesPicture,
    )
    from .searches import AsyncSearches as AsyncSearches, Searches as Searches
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".crates": "AsyncCrates Crates",
        ".crates_picture": "AsyncCratesPicture CratesPicture",
        ".searches": "AsyncSearches Searches",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

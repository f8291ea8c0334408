"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .cat import Cat as Cat
    from .dog import Dog as Dog
    from .leaf import (
        CreateTreeParams as CreateTreeParams,
        Leaf as Leaf,
        Tree as Tree,
        TreeBark as TreeBark,
    )
    from .nest import Nest as Nest
    from .read_only import ReadOnly as ReadOnly
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".cat": "Cat",
        ".dog": "Dog",
        ".leaf": "CreateTreeParams Leaf Tree TreeBark",
        ".nest": "Nest",
        ".read_only": "ReadOnly",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .homes import AsyncHomes as AsyncHomes, Homes as Homes
    from .pets import AsyncPets as AsyncPets, Pets as Pets
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".homes": "AsyncHomes Homes",
        ".pets": "AsyncPets Pets",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

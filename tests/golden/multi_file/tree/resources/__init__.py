"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .owners import AsyncOwners as AsyncOwners, Owners as Owners
    from .pets import AsyncPets as AsyncPets, Pets as Pets
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".owners": "AsyncOwners Owners",
        ".pets": "AsyncPets Pets",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

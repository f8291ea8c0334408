"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .bird import Bird as Bird
    from .cat import Cat as Cat
    from .dog import Dog as Dog
    from .homes_params import UpdateHomeParams as UpdateHomeParams
    from .pet import Pet as Pet
    from .pets_params import CreatePetParams as CreatePetParams
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".bird": "Bird",
        ".cat": "Cat",
        ".dog": "Dog",
        ".homes_params": "UpdateHomeParams",
        ".pet": "Pet",
        ".pets_params": "CreatePetParams",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

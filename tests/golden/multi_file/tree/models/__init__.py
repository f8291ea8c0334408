"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .owner import Owner as Owner, Pet as Pet
    from .person import Person as Person, Shelter as Shelter
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".owner": "Owner Pet",
        ".person": "Person Shelter",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

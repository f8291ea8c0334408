"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .cat import Cat as Cat
    from .dog import Dog as Dog
    from .other import Other as Other
    from .pet import Pet as Pet
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".cat": "Cat",
        ".dog": "Dog",
        ".other": "Other",
        ".pet": "Pet",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

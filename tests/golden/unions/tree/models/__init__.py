"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .bird import Bird as Bird
    from .cat import Cat as Cat
    from .dog import Dog as Dog
    from .firm import Firm as Firm
    from .home import (
        Home as Home,
        HomePriceFixed as HomePriceFixed,
        HomePriceRange as HomePriceRange,
    )
    from .person import Person as Person
    from .pet import Pet as Pet
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".bird": "Bird",
        ".cat": "Cat",
        ".dog": "Dog",
        ".firm": "Firm",
        ".home": "Home HomePriceFixed HomePriceRange",
        ".person": "Person",
        ".pet": "Pet",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

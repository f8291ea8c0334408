"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .bird import Bird as Bird
    from .cat import Cat as Cat
    from .dog import Dog as Dog
    from .firm import Firm as Firm
    from .guest import (
        AnyStaff as AnyStaff,
        AnyVisitor as AnyVisitor,
        Guest as Guest,
        Nurse as Nurse,
        Staff as Staff,
        Visitor as Visitor,
    )
    from .home import (
        Home as Home,
        HomePriceFixed as HomePriceFixed,
        HomePriceRange as HomePriceRange,
    )
    from .person import Person as Person
    from .pet import Pet as Pet
    from .visit import Visit as Visit
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".bird": "Bird",
        ".cat": "Cat",
        ".dog": "Dog",
        ".firm": "Firm",
        ".guest": "AnyStaff AnyVisitor Guest Nurse Staff Visitor",
        ".home": "Home HomePriceFixed HomePriceRange",
        ".person": "Person",
        ".pet": "Pet",
        ".visit": "Visit",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .bird import Bird as Bird
    from .cat import Cat as Cat
    from .contact_call import ContactCall as ContactCall
    from .contact_mail import ContactMail as ContactMail
    from .dog import Dog as Dog
    from .guest import (
        AnyVisitor as AnyVisitor,
        Guest as Guest,
        Nurse as Nurse,
        Staff as Staff,
        Visitor as Visitor,
    )
    from .homes_contacts_params import CreateContactParams as CreateContactParams
    from .homes_params import UpdateHomeParams as UpdateHomeParams
    from .pet import Pet as Pet
    from .pets_params import CreatePetParams as CreatePetParams
    from .visits_params import CreateVisitParams as CreateVisitParams
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".bird": "Bird",
        ".cat": "Cat",
        ".contact_call": "ContactCall",
        ".contact_mail": "ContactMail",
        ".dog": "Dog",
        ".guest": "AnyVisitor Guest Nurse Staff Visitor",
        ".homes_contacts_params": "CreateContactParams",
        ".homes_params": "UpdateHomeParams",
        ".pet": "Pet",
        ".pets_params": "CreatePetParams",
        ".visits_params": "CreateVisitParams",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .homes import AsyncHomes as AsyncHomes, Homes as Homes
    from .homes_contacts import (
        AsyncHomesContacts as AsyncHomesContacts,
        HomesContacts as HomesContacts,
    )
    from .pets import AsyncPets as AsyncPets, Pets as Pets
    from .visits import AsyncVisits as AsyncVisits, Visits as Visits
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".homes": "AsyncHomes Homes",
        ".homes_contacts": "AsyncHomesContacts HomesContacts",
        ".pets": "AsyncPets Pets",
        ".visits": "AsyncVisits Visits",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

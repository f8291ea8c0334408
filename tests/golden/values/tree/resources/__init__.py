"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .counts import AsyncCounts as AsyncCounts, Counts as Counts
    from .events import AsyncEvents as AsyncEvents, Events as Events
    from .loose_resource import (
        AsyncLooseResource as AsyncLooseResource,
        LooseResource as LooseResource,
    )
    from .rates import AsyncRates as AsyncRates, Rates as Rates
    from .rides import AsyncRides as AsyncRides, Rides as Rides
    from .rides_all import AsyncRidesAll as AsyncRidesAll, RidesAll as RidesAll
    from .things import AsyncThings as AsyncThings, Things as Things
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".counts": "AsyncCounts Counts",
        ".events": "AsyncEvents Events",
        ".loose_resource": "AsyncLooseResource LooseResource",
        ".rates": "AsyncRates Rates",
        ".rides": "AsyncRides Rides",
        ".rides_all": "AsyncRidesAll RidesAll",
        ".things": "AsyncThings Things",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

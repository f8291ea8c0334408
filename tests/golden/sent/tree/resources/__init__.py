"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .parcels import AsyncParcels as AsyncParcels, Parcels as Parcels
    from .parcels_copies import (
        AsyncParcelsCopies as AsyncParcelsCopies,
        ParcelsCopies as ParcelsCopies,
    )
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".parcels": "AsyncParcels Parcels",
        ".parcels_copies": "AsyncParcelsCopies ParcelsCopies",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .box_option1 import BoxOption1 as BoxOption1
    from .box_option2 import BoxOption2 as BoxOption2
    from .parcels_copies_params import GetCopyParams as GetCopyParams
    from .parcels_params import (
        CreateParcelParams as CreateParcelParams,
        CreateParcelRequestLock as CreateParcelRequestLock,
        GetParcelsCodeParams as GetParcelsCodeParams,
    )
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".box_option1": "BoxOption1",
        ".box_option2": "BoxOption2",
        ".parcels_copies_params": "GetCopyParams",
        ".parcels_params": "CreateParcelParams CreateParcelRequestLock GetParcelsCodeParams",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

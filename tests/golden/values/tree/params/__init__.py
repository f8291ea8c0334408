"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .things_params import (
        CreateThingParams as CreateThingParams,
        ListThingsParams as ListThingsParams,
    )
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".things_params": "CreateThingParams ListThingsParams",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

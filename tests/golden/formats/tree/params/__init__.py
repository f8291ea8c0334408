"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .line import Line as Line
    from .things_params import (
        CreateThingParams as CreateThingParams,
        ThingCostOption1 as ThingCostOption1,
        ThingCostOption2 as ThingCostOption2,
    )
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".line": "Line",
        ".things_params": "CreateThingParams ThingCostOption1 ThingCostOption2",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

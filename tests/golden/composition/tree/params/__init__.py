"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .base import Base as Base, BaseAddress as BaseAddress
    from .labels import Labels as Labels
    from .things_params import (
        CreateThingParams as CreateThingParams,
        ThingAddress as ThingAddress,
        ThingPaid as ThingPaid,
        ThingSealed as ThingSealed,
        ThingSpare as ThingSpare,
        ThingWhen as ThingWhen,
    )
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".base": "Base BaseAddress",
        ".labels": "Labels",
        ".things_params": "CreateThingParams ThingAddress ThingPaid ThingSealed ThingSpare "
        "ThingWhen",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

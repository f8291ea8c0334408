"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .maybe import Maybe as Maybe
    from .part import Part as Part
    from .things_params import CreateThingParams as CreateThingParams, ThingMerged as ThingMerged
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".maybe": "Maybe",
        ".part": "Part",
        ".things_params": "CreateThingParams ThingMerged",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

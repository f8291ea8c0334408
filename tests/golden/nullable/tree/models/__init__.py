"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .maybe import Maybe as Maybe
    from .part import Part as Part
    from .thing import Thing as Thing, ThingMerged as ThingMerged
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".maybe": "Maybe",
        ".part": "Part",
        ".thing": "Thing ThingMerged",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

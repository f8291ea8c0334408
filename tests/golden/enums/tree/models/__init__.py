"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .level import Level as Level
    from .thing import Thing as Thing, ThingNamed as ThingNamed, ThingOddly as ThingOddly
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".level": "Level",
        ".thing": "Thing ThingNamed ThingOddly",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .log import Log as Log
    from .part import Part as Part
    from .thing import Thing as Thing
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".log": "Log",
        ".part": "Part",
        ".thing": "Thing",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .crate import Crate as Crate
    from .fault import Fault as Fault
    from .thing import AnyThing as AnyThing, Thing as Thing
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".crate": "Crate",
        ".fault": "Fault",
        ".thing": "AnyThing Thing",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .line import Line as Line
    from .thing import (
        Thing as Thing,
        ThingCostOption1 as ThingCostOption1,
        ThingCostOption2 as ThingCostOption2,
    )
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".line": "Line",
        ".thing": "Thing ThingCostOption1 ThingCostOption2",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

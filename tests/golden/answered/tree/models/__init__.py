"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .order import Order as Order
    from .problem import Problem as Problem
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".order": "Order",
        ".problem": "Problem",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

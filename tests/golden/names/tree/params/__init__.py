"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .class__params import (
        ImportParams as ImportParams,
        None_Params as None_Params,
        None_RequestInner as None_RequestInner,
    )
    from .leaves_params import ListLeavesParams as ListLeavesParams
    from .pages_resource_params import ListPagesParams as ListPagesParams
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".class__params": "ImportParams None_Params None_RequestInner",
        ".leaves_params": "ListLeavesParams",
        ".pages_resource_params": "ListPagesParams",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

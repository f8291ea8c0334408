"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .parcel import Parcel as Parcel
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".parcel": "Parcel",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

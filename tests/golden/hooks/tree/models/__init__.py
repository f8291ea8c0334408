"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .pushed import Pushed as Pushed
    from .starred import Starred as Starred
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".pushed": "Pushed",
        ".starred": "Starred",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

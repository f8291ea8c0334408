"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .files import AsyncFiles as AsyncFiles, Files as Files
    from .health import AsyncHealth as AsyncHealth, Health as Health
    from .main import AsyncMain as AsyncMain, Main as Main
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".files": "AsyncFiles Files",
        ".health": "AsyncHealth Health",
        ".main": "AsyncMain Main",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

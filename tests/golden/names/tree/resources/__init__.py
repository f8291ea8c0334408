"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .async_con import AsyncAsyncCon as AsyncAsyncCon, AsyncCon as AsyncCon
    from .class_ import AsyncClass as AsyncClass, Class as Class
    from .con_models import AsyncConModels as AsyncConModels, ConModels as ConModels
    from .con_models_date import (
        AsyncConModelsDate as AsyncConModelsDate,
        ConModelsDate as ConModelsDate,
    )
    from .con_resource import AsyncConResource as AsyncConResource, ConResource as ConResource
    from .con_the_name_of_this_resource_is_so_long_that_no_file_system_would_take_a_module_of_it_and_n77021522 import (
        AsyncConTheNameOfThisResourceIsSoLongThatNoFileSystemWouldTakeAModuleOfItAndNobodafec34E8 as AsyncConTheNameOfThisResourceIsSoLongThatNoFileSystemWouldTakeAModuleOfItAndNobodafec34E8,
        ConTheNameOfThisResourceIsSoLongThatNoFileSystemWouldTakeAModuleOfItAndNobodafec34E8 as ConTheNameOfThisResourceIsSoLongThatNoFileSystemWouldTakeAModuleOfItAndNobodafec34E8,
    )
    from .core import AsyncCore as AsyncCore, Core as Core
    from .leaves import AsyncLeaves as AsyncLeaves, Leaves as Leaves
    from .pages_resource import (
        AsyncPagesResource as AsyncPagesResource,
        PagesResource as PagesResource,
    )
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".async_con": "AsyncAsyncCon AsyncCon",
        ".class_": "AsyncClass Class",
        ".con_models": "AsyncConModels ConModels",
        ".con_models_date": "AsyncConModelsDate ConModelsDate",
        ".con_resource": "AsyncConResource ConResource",
        ".con_the_name_of_this_resource_is_so_long_that_no_file_system_would_take_a_module_of_it_and_n77021522": "AsyncConTheNameOfThisResourceIsSoLongThatNoFileSystemWouldTakeAModuleOfItAndNobodafec34E8 "
        "ConTheNameOfThisResourceIsSoLongThatNoFileSystemWouldTakeAModuleOfItAndNobodafec34E8",
        ".core": "AsyncCore Core",
        ".leaves": "AsyncLeaves Leaves",
        ".pages_resource": "AsyncPagesResource PagesResource",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

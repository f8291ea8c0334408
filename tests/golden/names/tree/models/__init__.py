"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .async_page import (
        AsyncListLeavesPage as AsyncListLeavesPage,
        AsyncPage as AsyncPage,
        ListLeavesPage as ListLeavesPage,
    )
    from .con_ import Con as Con
    from .foo_bar import FooBar as FooBar
    from .foo_bar2 import FooBar2 as FooBar2
    from .mapping import Mapping_ as Mapping_
    from .n2_fa_settings import N2faSettings as N2faSettings
    from .page import Page as Page
    from .pages import (
        AsyncListPagesPage as AsyncListPagesPage,
        ListPagesPage as ListPagesPage,
        Pages as Pages,
        PagesMeta as PagesMeta,
    )
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".async_page": "AsyncListLeavesPage AsyncPage ListLeavesPage",
        ".con_": "Con",
        ".foo_bar": "FooBar",
        ".foo_bar2": "FooBar2",
        ".mapping": "Mapping_",
        ".n2_fa_settings": "N2faSettings",
        ".page": "Page",
        ".pages": "AsyncListPagesPage ListPagesPage Pages PagesMeta",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

"""Pages whose response is an array."""

from typing import Generic, TypeVar

from pydantic import ConfigDict, Field

from .pagination import AsyncPage, BasePage, Page

_ItemT = TypeVar("_ItemT")


class _ArrayPage(BasePage[_ItemT], Generic[_ItemT]):
    __items__ = "root"
    __pydantic_root_model__ = True
    __pydantic_private__ = None
    __pydantic_extra__ = None
    # An array has no fields, and so no unknown ones.
    model_config = ConfigDict(extra="ignore")

    root: list[_ItemT] = Field(kw_only=False)

    def __init__(self, /, root: list[_ItemT]) -> None:
        self.__pydantic_validator__.validate_python(root, self_instance=self)

    # Lets pydantic skip `__init__`, as for its own root models.
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]


class ListPage(_ArrayPage[_ItemT], Page[_ItemT], Generic[_ItemT]):
    """A page that is an array, `root`, as in the root models of pydantic."""


class AsyncListPage(_ArrayPage[_ItemT], AsyncPage[_ItemT], Generic[_ItemT]):
    """The asynchronous twin of `ListPage`."""

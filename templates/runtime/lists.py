"""Pages whose answer is a bare list."""

from typing import Generic, TypeVar

from pydantic import ConfigDict

from .pagination import AsyncPage, Page

_ItemT = TypeVar("_ItemT")


class ListPage(Page[_ItemT], Generic[_ItemT]):
    """A page that is its list, `root`, as in the root models of pydantic."""

    __pydantic_root_model__ = True
    __pydantic_private__ = None
    __pydantic_extra__ = None
    # A list has no fields of its own that a document could leave unnamed.
    model_config = ConfigDict(extra="ignore")

    root: list[_ItemT]


class AsyncListPage(AsyncPage[_ItemT], Generic[_ItemT]):
    """The asynchronous twin of `ListPage`."""

    __pydantic_root_model__ = True
    __pydantic_private__ = None
    __pydantic_extra__ = None
    model_config = ConfigDict(extra="ignore")

    root: list[_ItemT]

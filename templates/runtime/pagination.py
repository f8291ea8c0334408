"""Walks lists that come page by page; a page is asked for when the walk gets to it."""

from collections.abc import AsyncIterator, Generator, Iterator
from typing import Any, Generic, Self, TypeVar, cast

from .errors import ClientError
from .models import Model
from .operation import Call
from .plain import is_dict, is_list
from .transport import Response

MOST_EMPTY = 1_000
"""Pages without items in a row, after which a walk ends with an error rather than never."""

_ItemT = TypeVar("_ItemT")
_PageT = TypeVar("_PageT", bound="AsyncPage[Any]", covariant=True)


class BasePage(Model, Generic[_ItemT]):
    def _answered(self, name: str) -> Any:
        """The `call` that had this page, the `url` that answered and its `headers`."""
        return (self.__pydantic_private__ or {}).get(name)

    def _at(self, path: str, value: Any = None) -> Any:
        """What is at a dotted path of this page, or of `value`; None where nothing is."""
        value = self if value is None else value
        for name in path.split("."):
            value = value.get(name) if is_dict(value) else getattr(value, name, None)
        return value

    def items_of_page(self) -> list[_ItemT]:
        """The items of this page alone."""
        call: Call | None = self._answered("call")
        plan = None if call is None else call.operation.page
        found = None if plan is None else self._at(plan.items)
        return found if is_list(found) else []

    def has_next_page(self) -> bool:
        """Whether there is a page after this one, as far as the server tells."""
        return self._next() is not None

    def _next(self) -> Call | None:
        call: Call | None = self._answered("call")
        plan = None if call is None else call.operation.page
        return None if call is None or plan is None else plan.next(self, call)

    def _ask_next(self) -> Any:
        following = self._next()
        if following is None:
            raise RuntimeError("there is no next page; ask has_next_page() first")
        return following.perform()


class Page(BasePage[_ItemT], Generic[_ItemT]):
    """A page of a list. Iterating walks the items of this page and of all that follow."""

    def __iter__(self) -> Iterator[_ItemT]:  # type: ignore[override]
        empty = 0
        for page in self.iter_pages():
            items = page.items_of_page()
            empty = 0 if items else _one_more(empty)
            yield from items

    def iter_pages(self) -> Iterator[Self]:
        """This page and those that follow, each asked for when the walk gets to it."""
        page: Self | None = self
        while page is not None:
            yield page
            page = page.get_next_page() if page.has_next_page() else None

    def get_next_page(self) -> Self:
        """The page after this one. Raises `RuntimeError` on the last."""
        return cast(Self, self._ask_next())


class AsyncPage(BasePage[_ItemT], Generic[_ItemT]):
    """The asynchronous twin of `Page`."""

    async def __aiter__(self) -> AsyncIterator[_ItemT]:
        empty = 0
        async for page in self.iter_pages():
            items = page.items_of_page()
            empty = 0 if items else _one_more(empty)
            for item in items:
                yield item

    async def iter_pages(self) -> AsyncIterator[Self]:
        page: Self | None = self
        while page is not None:
            yield page
            page = await page.get_next_page() if page.has_next_page() else None

    async def get_next_page(self) -> Self:
        return cast(Self, await self._ask_next())


class AsyncPaginator(Generic[_PageT]):
    """A list before its first page is asked for: await it for that page, or iterate its items."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def __await__(self) -> Generator[Any, Any, _PageT]:
        first: Generator[Any, Any, _PageT] = self._call.perform().__await__()
        return first

    async def __aiter__(self: "AsyncPaginator[AsyncPage[_ItemT]]") -> AsyncIterator[_ItemT]:
        async for item in await self:
            yield item

    async def iter_pages(self) -> AsyncIterator[_PageT]:
        """Each page, asked for when the walk gets to it."""
        async for page in (await self).iter_pages():
            yield page


def _one_more(empty: int) -> int:
    if empty >= MOST_EMPTY:
        raise ClientError(f"{empty} pages in a row have no items, and each names a next one")
    return empty + 1


def bind(value: Any, call: Call, response: Response) -> Any:
    """Give a page what it came by; other values are left as they are."""
    if isinstance(value, BasePage):
        came = {"call": call, "url": response.request.url, "headers": response.headers}
        private = {**(value.__pydantic_private__ or {}), **came}
        object.__setattr__(cast(Any, value), "__pydantic_private__", private)
    return cast(Any, value)

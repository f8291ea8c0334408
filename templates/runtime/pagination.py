"""Walks lists that come page by page; a page is asked for when the walk gets to it."""

from collections.abc import AsyncIterator, Generator, Iterator
from dataclasses import replace
from typing import Any, Generic, Self, TypeVar, cast

from .models import Model
from .operation import Call
from .plain import is_dict, is_list

_ItemT = TypeVar("_ItemT")
_PageT = TypeVar("_PageT", bound="AsyncPage[Any]")


class BasePage(Model, Generic[_ItemT]):
    @property
    def _call(self) -> Call | None:
        return (self.__pydantic_private__ or {}).get("_call")

    def items_of_page(self) -> list[_ItemT]:
        """The items of this page alone."""
        plan = None if self._call is None else self._call.operation.page
        found = None if plan is None else _at(self, plan.items)
        return found if is_list(found) else []

    def has_next_page(self) -> bool:
        """Whether the server counts more pages than this one; an empty page is the last."""
        return self._next() is not None

    def _next(self) -> Call | None:
        """The call for the next page, or None on the last, and where a server answers with a page
        before the one that was asked for: it would else be asked without end."""
        call = self._call
        plan = None if call is None else call.operation.page
        if call is None or plan is None or not self.items_of_page():
            return None
        total, told = _at(self, plan.total), _at(self, plan.number)
        asked = call.arguments.get(plan.argument)
        number = asked if isinstance(asked, int) else told if isinstance(told, int) else 1
        stands_still = isinstance(told, int) and told < number
        if not isinstance(total, int) or stands_still or number >= total:
            return None
        return replace(call, arguments={**call.arguments, plan.argument: number + 1}, mode="parsed")

    def _ask_next(self) -> Any:
        following = self._next()
        if following is None:
            raise RuntimeError("there is no next page; ask has_next_page() first")
        return following.perform()


class Page(BasePage[_ItemT], Generic[_ItemT]):
    """A page of a list. Iterating walks the items of this page and of all that follow."""

    def __iter__(self) -> Iterator[_ItemT]:  # type: ignore[override]
        for page in self.iter_pages():
            yield from page.items_of_page()

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
        async for page in self.iter_pages():
            for item in page.items_of_page():
                yield item

    async def iter_pages(self) -> AsyncIterator[Self]:
        page: Self | None = self
        while page is not None:
            yield page
            page = await page.get_next_page() if page.has_next_page() else None

    async def get_next_page(self) -> Self:
        return cast(Self, await self._ask_next())


class AsyncPaginator(Generic[_PageT, _ItemT]):
    """A list before its first page is asked for: await it for that page, or iterate its items."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def __await__(self) -> Generator[Any, Any, _PageT]:
        first: Generator[Any, Any, _PageT] = self._call.perform().__await__()
        return first

    async def __aiter__(self) -> AsyncIterator[_ItemT]:
        async for item in await self:
            yield item

    async def iter_pages(self) -> AsyncIterator[_PageT]:
        """Each page, asked for when the walk gets to it."""
        async for page in (await self).iter_pages():
            yield page


def bind(value: Any, call: Call) -> Any:
    """Give a page its call; other values are left as they are."""
    if isinstance(value, BasePage):
        private = {**(value.__pydantic_private__ or {}), "_call": call}
        object.__setattr__(cast(Any, value), "__pydantic_private__", private)
    return cast(Any, value)


def _at(value: Any, path: str) -> Any:
    """What is at a dotted path, or None."""
    for name in path.split("."):
        value = value.get(name) if is_dict(value) else getattr(value, name, None)
    return value

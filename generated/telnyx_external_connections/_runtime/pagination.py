"""Pages, and iteration over all of their items; a page is requested when it is reached."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from types import NoneType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar, cast

from .drift import inner
from .errors import ClientError
from .models import Drift, Model
from .operation import Call
from .plain_data import is_dict
from .transport import Headers, Response

if TYPE_CHECKING:
    from .responses import Decoder

MOST_EMPTY = 1_000
"""Pages without items in a row, after which a walk ends with an error rather than never."""

_T = TypeVar("_T")
_ItemT = TypeVar("_ItemT")
_PageT = TypeVar("_PageT", bound="AsyncPage[Any]", covariant=True)


@dataclass(eq=False, slots=True)
class Origin:
    """The call that returned a page, and the URL and headers of its response.

    Comparison ignores it, a deep copy shares it, and a pickle leaves it out.
    """

    call: Call
    url: str
    headers: Headers
    repeats: bool = False
    """Whether the page only has the items of the one before."""

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[type[None], tuple[()]]:
        return NoneType, ()


class BasePage(Model, Generic[_ItemT]):
    __items__: ClassVar[str] = ""
    """The dotted path of attributes to the items."""

    @property
    def _origin(self) -> Origin | None:
        """None if the page was made by hand, or read from JSON or a pickle."""
        return vars(self).get("_origin")

    @property
    def _is_repeated(self) -> bool:
        return self._origin is not None and self._origin.repeats

    def _at(self, path: str, value: Any = None) -> Any:
        """Return what is at a dotted path of this page, or of `value`; None without it."""
        value = self if value is None else value
        for name in path.split("."):
            value = value.get(name) if is_dict(value) else getattr(value, name, None)
        return value

    def _integer(self, path: str) -> int | None:
        """Return the integer, written as 3 or 3.0, at a dotted path; None without one."""
        value = self._at(path)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return int(value) if is_number and value % 1 == 0 else None

    def __repr__(self) -> str:
        shown = type(self).__name__
        # A page without a path to its items, or whose next one is refused, has neither to show.
        with suppress(ClientError):
            count = len(self.items_of_page())
            shown += f" {count} item{'s' * (count != 1)}"
            shown += ", has next" if self.has_next_page() else ""
        return f"<{shown}>"

    def items_of_page(self) -> list[_ItemT]:
        """Return the items of this page alone."""
        if not self.__items__:
            raise ClientError(f'{type(self).__name__} needs its items\' path: __items__ = "data"')
        found = self._at(self.__items__)
        return list(cast(Any, found)) if isinstance(found, list | tuple) else []

    def has_next_page(self) -> bool:
        """Return whether a page follows, as far as the server says. Without a call, none does."""
        return self._next() is not None

    def _next(self) -> Call | None:
        origin = self._origin
        if origin is None or origin.repeats or (plan := origin.call.operation.page) is None:
            return None
        return plan.next(self, origin.call)

    def _request_next(self) -> Any:
        call = self._next()
        if call is not None:
            return call.perform()
        if self._origin is None:
            raise RuntimeError("a page that no call returned has no next page")
        raise RuntimeError("there is no next page; ask has_next_page() first")

    def _checked_next(self, page: Self) -> Self:
        """Return the next page. Raises `ClientError` if it repeats this one and is not the last."""
        origin = page._origin
        if origin is None or (why := origin.call.why) == "named":
            return page
        if page == self if why == "counted" else page.items_of_page() == self.items_of_page():
            call = origin.call
            argument = getattr(call.operation.page, "argument", "")
            said = f"{call.operation.name} answers with the same items whatever `{argument}` is"
            if why != "hoped":
                raise ClientError(f"{said}, and says that more follow")
            logging.getLogger(call.client._service.package).debug("%s: the list ends", said)
            origin.repeats = True
        return page


class Page(BasePage[_ItemT], Generic[_ItemT]):
    """A page of a list. Iterating over it goes on to the items of all following pages."""

    def __iter__(self) -> Iterator[_ItemT]:  # type: ignore[override]
        return _SyncWalk(self, _items, Lock())

    def iter_pages(self) -> Iterator[Self]:
        """Iterate over this page and those that follow."""
        return _SyncWalk(self, _itself, Lock())

    def get_next_page(self) -> Self:
        """Return the page after this one. Raises `RuntimeError` on the last."""
        return self._checked_next(cast(Self, self._request_next()))


class AsyncPage(BasePage[_ItemT], Generic[_ItemT]):
    """The asynchronous twin of `Page`."""

    def __aiter__(self) -> AsyncIterator[_ItemT]:
        return _AsyncWalk(self, _items, asyncio.Lock())

    def iter_pages(self) -> AsyncIterator[Self]:
        return _AsyncWalk(self, _itself, asyncio.Lock())

    async def get_next_page(self) -> Self:
        return self._checked_next(cast(Self, await self._request_next()))

    def __await__(self) -> Generator[Any, Any, Self]:
        """Return the page itself, so that one made by hand can replace a call in tests."""
        yield from ()
        return self


class AsyncPaginator(Generic[_PageT]):
    """The call of a list: await it for the first page, or iterate over its items."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def __repr__(self) -> str:
        call = self._call.operation.name
        return f"<{type(self).__name__} of {call}: await it, or iterate with async for>"

    def __await__(self) -> Generator[Any, Any, _PageT]:
        first: Generator[Any, Any, _PageT] = self._call.perform().__await__()
        return first

    def __aiter__(self: "AsyncPaginator[AsyncPage[_ItemT]]") -> AsyncIterator[_ItemT]:
        return _AsyncWalk(self, _items, asyncio.Lock())

    def iter_pages(self) -> AsyncIterator[_PageT]:
        """Iterate over the pages."""
        return _AsyncWalk(self, _itself, asyncio.Lock())


class _Walk(Generic[_T]):
    """An iterator over what `split` returns of each page; after a failed call it goes on."""

    _page: Any = None
    _empty = 0

    def __init__(self, first: Any, split: Callable[[Any], list[_T]], lock: Any) -> None:
        self._first, self._split, self._lock = first, split, lock
        self._ready: Iterator[_T] = iter(())

    def _next_page(self) -> Any:
        """Return the next page, on an asynchronous client an awaitable of it; None at the end."""
        if self._page is None:
            return self._first
        return self._page.get_next_page() if self._page.has_next_page() else None

    def _advance_to(self, page: Any) -> None:
        items = self._split(page) if self._page is None or not page._is_repeated else []
        if not items and self._empty == MOST_EMPTY:
            said = f"{MOST_EMPTY} pages in a row have no items, and each names a next one"
            raise ClientError(said)
        self._page, self._ready = page, iter(items)
        self._empty = 0 if items else self._empty + 1


class _SyncWalk(_Walk[_T]):
    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _T:
        with self._lock:
            while True:
                for item in self._ready:
                    return item
                if (page := self._next_page()) is None:
                    raise StopIteration
                self._advance_to(page)


class _AsyncWalk(_Walk[_T]):
    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> _T:
        async with self._lock:
            while True:
                for item in self._ready:
                    return item
                if (page := self._next_page()) is None:
                    raise StopAsyncIteration
                self._advance_to(await page)


def _items(page: BasePage[_ItemT]) -> list[_ItemT]:
    return page.items_of_page()


def _itself(page: _T) -> list[_T]:
    return [page]


def bind(value: Any, call: Call, response: Response, decoder: "Decoder") -> Any:
    """Give a page its origin, and report a total that it lacks; other values stay as they are."""
    # Not `isinstance`, which takes pydantic longer than the rest of this.
    if BasePage in type(value).__mro__:
        page = value
        vars(page)["_origin"] = Origin(call, response.request.url, response.headers)
        total = getattr(call.operation.page, "total", "")
        if total and page._at(total) is None and (pointer := _absent(page, total)):
            said = "was not sent, so that pages are asked for until one is empty"
            decoder.report([Drift(call.operation.name, pointer, "missing-field", said)], response)
    return value


def _absent(value: Any, path: str) -> str:
    """Return the JSON Pointer to what is not sent of a dotted path, unless it is drift anyway."""
    pointer = ""
    for name in path.split("."):
        field = type(value).model_fields.get(name) if isinstance(value, Model) else None
        if field is None:
            return ""
        pointer = inner(pointer, field.alias or name)
        if name not in value.model_fields_set:
            return "" if field.is_required() else pointer
        value = getattr(value, name)
    return ""

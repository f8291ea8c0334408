"""Resources, the classes that generated methods live in, and their raw and streaming views."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Coroutine, Generator, Mapping
from contextlib import (
    AbstractAsyncContextManager as AsyncContext,
    AbstractContextManager as Context,
    aclosing,
    asynccontextmanager,
    closing,
    contextmanager,
)
from copy import copy
from functools import cached_property, partial
from types import MethodType
from typing import (
    TYPE_CHECKING,
    Any,
    Concatenate,
    Generic,
    ParamSpec,
    Self,
    TypeVar,
    cast,
    overload,
)

from .operation import Call, Mode, Operation, paged

if TYPE_CHECKING:
    from .pagination import AsyncPage, AsyncPaginator, Page
    from .responses import APIResponse, AsyncAPIResponse

_P = ParamSpec("_P")
_T = TypeVar("_T")
_R = TypeVar("_R")
_ItemT = TypeVar("_ItemT")
_PageT = TypeVar("_PageT", bound="AsyncPage[Any]")
Function = Callable[Concatenate[Any, _P], _T]
Awaited = Coroutine[Any, Any, _T]


def view(get: Callable[[], Callable[[Any], _T]]) -> cached_property[_T]:
    """A view of the resource that it is read from. `get` returns the view's class."""
    return cached_property(lambda resource: get()(resource))


def child(get: Callable[[], Callable[[Any], _T]]) -> cached_property[_T]:
    """A resource below a client or below another resource. `get` returns the resource's class."""
    return cached_property(lambda parent: get()(getattr(parent, "_client", parent)))


class Resource:
    """Methods of one part of the API."""

    _mode: Mode = "parsed"
    _page: Callable[[], object] | None = None

    def __init__(self, client: Any) -> None:
        self._client = client

    def _request(
        self, operation: Operation, arguments: Mapping[str, object], options: Mapping[str, Any]
    ) -> _T:  # type: ignore[type-var]
        operation = operation if self._page is None else paged(operation, self._page)
        call: Any = Call(self._client, operation, arguments, options, self._mode)
        if self._page is not None and self._mode == "parsed":
            from .pagination import AsyncPaginator

            return cast(_T, AsyncPaginator[Any, Any](call))
        return cast(_T, call.perform())


class View:
    """A resource's methods with another kind of result; each is a line of the generated class."""

    def __init__(self, resource: Resource) -> None:
        self._resource = resource


# Asynchronous are the methods alone.
AsyncResource = Resource
AsyncView = View


class Method(Generic[_P, _T, _R]):
    """A method made of another: the same parameters and docstring, with another result, `_R`. What
    the answer is parsed to is `_T`."""

    def __init__(self, function: Any, bind: Callable[[Any, Any], Callable[..., Any]]) -> None:
        self._bind = bind
        self.__wrapped__ = function
        self.__doc__ = function.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> Self: ...
    @overload
    def __get__(self, owner: Resource | View, kind: type) -> Callable[_P, _R]: ...
    def __get__(self, owner: Any, kind: type) -> Any:
        return self if owner is None else self._bind(self.__wrapped__, owner)


# What generated classes make methods with. A view's sends on entry of a context where it streams;
# `page` gives the class of an asynchronous list's pages.


def asynchronous(method: Function[_P, _T]) -> Method[_P, _T, Awaited[_T]]:
    return Method(method, MethodType)


def paginated(
    method: Function[_P, Page[_ItemT]], page: Callable[[], type[_PageT]]
) -> Method[_P, _PageT, AsyncPaginator[_PageT, _ItemT]]:
    return Method(method, lambda function, owner: MethodType(function, _with(owner, _page=page)))


def raw(method: Function[_P, _T]) -> Method[_P, _T, APIResponse[_T]]:
    return Method(method, _raw)


def async_raw(method: Method[_P, _T, Any]) -> Method[_P, _T, Awaited[AsyncAPIResponse[_T]]]:
    return Method(method, _raw)


def streaming(method: Function[_P, _T]) -> Method[_P, _T, Context[APIResponse[_T]]]:
    return Method(method, _streaming)


def async_streaming(
    method: Method[_P, _T, Any],
) -> Method[_P, _T, AsyncContext[AsyncAPIResponse[_T]]]:
    return Method(method, _streaming)


def _with(resource: Any, **changes: object) -> Any:
    changed = copy(resource)
    changed.__dict__.update(changes)
    return changed


def _raw(function: Any, view: Any, mode: Mode = "raw") -> Any:
    return function.__get__(_with(view._resource, _mode=mode), type(view._resource))


def _streaming(function: Any, view: Any) -> Callable[..., Any]:
    stream = _astream if view._resource._client._asynchronous else _stream
    return partial(stream, _raw(function, view, "streaming"))


@contextmanager
def _stream(method: Any, *args: Any, **kwargs: Any) -> Generator[Any]:
    with closing(method(*args, **kwargs)) as response:
        yield response


@asynccontextmanager
async def _astream(method: Any, *args: Any, **kwargs: Any) -> AsyncGenerator[Any, None]:
    async with aclosing(await method(*args, **kwargs)) as response:
        yield response

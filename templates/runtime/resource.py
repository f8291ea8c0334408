"""Resources: the classes that generated methods live in, and their raw and streaming views."""

from __future__ import annotations

from types import MethodType

from .client import AsyncClient, SyncClient, aperform, paginate, perform
from .operation import PARSED, RAW, STREAMING, Call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping
    from contextlib import AbstractAsyncContextManager, AbstractContextManager
    from typing import Any, Concatenate, Generic, ParamSpec, Self, TypeVar, overload

    from .operation import Operation
    from .pagination import AsyncPage, AsyncPaginator, Page
    from .responses import APIResponse, AsyncAPIResponse

    _P = ParamSpec("_P")
    _T = TypeVar("_T")
    _R = TypeVar("_R")
    _ItemT = TypeVar("_ItemT")
    _PageT = TypeVar("_PageT", bound=AsyncPage[Any])


class Resource:
    """Methods of one part of the API."""

    def __init__(self, client: SyncClient, mode: str = PARSED) -> None:
        self._client = client
        self._mode = mode

    def _request(
        self, operation: Operation, arguments: Mapping[str, object], options: Mapping[str, Any]
    ) -> _T:  # type: ignore[type-var]
        result: _T = perform(Call(self._client, operation, arguments, options), self._mode)
        return result


class AsyncResource:
    """The asynchronous twin of `Resource`: the same methods, bound to this."""

    def __init__(
        self, client: AsyncClient, mode: str = PARSED, page: Callable[[], object] | None = None
    ) -> None:
        self._client = client
        self._mode = mode
        self._page = page

    def with_page(self, page: Callable[[], object]) -> AsyncResource:
        """This resource for a call that lists: its result is awaited or iterated."""
        return AsyncResource(self._client, self._mode, page)

    def _request(
        self, operation: Operation, arguments: Mapping[str, object], options: Mapping[str, Any]
    ) -> Any:
        if self._page is None:
            return aperform(Call(self._client, operation, arguments, options), self._mode)
        call = Call(self._client, operation.paged(self._page), arguments, options)
        return paginate(call, self._mode)


class View:
    """A resource's methods with another kind of result; each is a line of the generated class."""

    def __init__(self, resource: Resource | AsyncResource) -> None:
        self._resource: Any = resource

    def method(self, function: Any, mode: str) -> Callable[..., Any]:
        """A method of the resource, bound to a copy of it that is in another mode."""
        resource = self._resource
        copy: Any = resource.__class__(resource._client, mode)
        method: Callable[..., Any] = function.__get__(copy, copy.__class__)
        return method


class AsyncView(View):
    """The asynchronous twin of `View`."""


class _Method:
    """A method made of another; it has the other's docstring and parameters."""

    def __init__(self, function: Any, page: Callable[[], object] | None = None) -> None:
        self._function = function
        self._page = page
        self.__wrapped__ = function
        self.__doc__ = function.__doc__


class _Async(_Method):
    """A method of the synchronous resource, bound to the asynchronous one."""

    def __get__(self, resource: AsyncResource | None, owner: type) -> Any:
        if resource is None:
            return self
        return MethodType(
            self._function, resource if self._page is None else resource.with_page(self._page)
        )


class _Raw(_Method):
    """A method that returns, or awaits to, the response."""

    def __get__(self, view: View | None, owner: type) -> Any:
        return self if view is None else view.method(self._function, RAW)


class _Streaming(_Method):
    """A method that returns a context, which sends on entry and closes on exit."""

    def __get__(self, view: View | None, owner: type) -> Any:
        if view is None:
            return self
        method = view.method(self._function, STREAMING)

        def stream(*args: Any, **kwargs: Any) -> _Stream:
            return _Stream(lambda: method(*args, **kwargs))

        return stream


class _Stream:
    """The context; which of its two kinds it is entered as depends on the client."""

    def __init__(self, send: Callable[[], Any]) -> None:
        self._send = send

    def __enter__(self) -> Any:
        self._response = self._send()
        return self._response

    def __exit__(self, *exc: object) -> None:
        self._response.close()

    async def __aenter__(self) -> Any:
        self._response = await self._send()
        return self._response

    async def __aexit__(self, *exc: object) -> None:
        await self._response.close()


if TYPE_CHECKING:
    # What type checkers see: the parameters of the synchronous method, and another result.

    class Method(Generic[_P, _T]):
        def __get__(self, view: View, owner: type) -> Callable[_P, _T]: ...

    class AsyncMethod(Generic[_P, _T, _R]):
        @overload
        def __get__(self, resource: None, owner: type) -> Self: ...
        @overload
        def __get__(self, resource: AsyncResource, owner: type) -> Callable[_P, _R]: ...
        def __get__(self, resource: Any, owner: type) -> Any: ...

    def asynchronous(
        method: Callable[Concatenate[Any, _P], _T],
    ) -> AsyncMethod[_P, _T, Coroutine[Any, Any, _T]]: ...
    def paginated(
        method: Callable[Concatenate[Any, _P], Page[_ItemT]], page: Callable[[], type[_PageT]]
    ) -> AsyncMethod[_P, _PageT, AsyncPaginator[_PageT, _ItemT]]: ...
    def raw(method: Callable[Concatenate[Any, _P], _T]) -> Method[_P, APIResponse[_T]]: ...
    def streaming(
        method: Callable[Concatenate[Any, _P], _T],
    ) -> Method[_P, AbstractContextManager[APIResponse[_T]]]: ...
    def async_raw(
        method: AsyncMethod[_P, _T, Any],
    ) -> Method[_P, Coroutine[Any, Any, AsyncAPIResponse[_T]]]: ...
    def async_streaming(
        method: AsyncMethod[_P, _T, Any],
    ) -> Method[_P, AbstractAsyncContextManager[AsyncAPIResponse[_T]]]: ...

else:
    asynchronous = paginated = _Async
    raw = async_raw = _Raw
    streaming = async_streaming = _Streaming

"""Resources, the classes that generated methods live in, and their methods with other results."""

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
    Literal,
    ParamSpec,
    Self,
    TypeVar,
    cast,
    get_args,
    overload,
)

from .operation import Call, Mode, Operation, paged

if TYPE_CHECKING:
    from .pagination import AsyncPage, AsyncPaginator
    from .responses import APIResponse, AsyncAPIResponse

_P = ParamSpec("_P")
_T = TypeVar("_T")
_R = TypeVar("_R")
_S = TypeVar("_S")
_A = TypeVar("_A")
_PageT = TypeVar("_PageT", bound="AsyncPage[Any]")
Kind = TypeVar("Kind")
# The kinds: what is awaited, responses, and contexts of responses before their bodies are read.
Async = Literal["async parsed"]
Raw = Literal["raw"]
AsyncRaw = Literal["async raw"]
Streaming = Literal["streaming"]
AsyncStreaming = Literal["async streaming"]
Function = Callable[Concatenate[Any, _P], _T]
Awaited = Coroutine[Any, Any, _T]


def child(get: Callable[[], Callable[[Any], _T]]) -> cached_property[_T]:
    """A resource below a client or below another resource. `get` returns the resource's class."""

    def made(parent: Any) -> _T:
        return get()(getattr(parent, "_client", None) or parent._caller)

    return cached_property(made)


def view(get: Callable[[], type[_T]]) -> cached_property[_T]:
    """The methods of a resource with results of another kind: `get` returns `Methods[kind]`."""

    def made(resource: Any) -> Any:
        methods: Any = get()
        ((kind,),) = map(get_args, get_args(methods))
        view: Any = methods(resource._client)
        view._mode = kind.removeprefix("async ")
        return view

    return cached_property(made)


class Resource:
    """Methods of one part of the API."""

    _mode: Mode = "parsed"
    _page: Callable[[], object] | None = None

    def __init__(self, client: Any) -> None:
        self._client = client

    def _request(
        self, operation: Operation, options: Mapping[str, Any], /, **arguments: object
    ) -> _T:  # type: ignore[type-var]
        operation = operation if self._page is None else paged(operation, self._page)
        call: Any = Call(self._client, operation, arguments, options, self._mode)
        if self._page is None or self._mode != "parsed":
            return cast(_T, call.perform())
        from .pagination import AsyncPaginator

        return cast(_T, AsyncPaginator[Any](call))


class Methods(Resource, Generic[Kind]):
    """The methods of a resource, with results of a kind; each is a line of the generated class."""


class Method(Generic[_P, _R, _S, _A]):
    """A method made of a synchronous one: the same parameters and docstring, and for each kind of
    results another. `_R` is what an asynchronous call gives, `_S` and `_A` are the responses. On an
    asynchronous client `page` gives the class of the pages of a list."""

    def __init__(self, function: Any, page: Callable[[], object] | None = None) -> None:
        self._page = page
        self.__wrapped__ = function
        self.__doc__ = function.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> Self: ...
    @overload
    def __get__(self, owner: Methods[Async], kind: type) -> Callable[_P, _R]: ...
    @overload
    def __get__(self, owner: Methods[Raw], kind: type) -> Callable[_P, _S]: ...
    @overload
    def __get__(self, owner: Methods[Streaming], kind: type) -> Callable[_P, Context[_S]]: ...
    @overload
    def __get__(self, owner: Methods[AsyncRaw], kind: type) -> Callable[_P, Awaited[_A]]: ...
    @overload
    def __get__(
        self, owner: Methods[AsyncStreaming], kind: type
    ) -> Callable[_P, AsyncContext[_A]]: ...
    def __get__(self, owner: Any, kind: type) -> Any:
        if owner is None:
            return self
        waits = owner._client._asynchronous
        if waits and self._page is not None:
            owner = copy(owner)
            owner._page = self._page
        method = MethodType(self.__wrapped__, owner)
        if owner._mode != "streaming":
            return method
        return partial(_astream if waits else _stream, method)


def method(
    function: Function[_P, _T],
) -> Method[_P, Awaited[_T], APIResponse[_T], AsyncAPIResponse[_T]]:
    return Method(function)


def paginated(
    function: Function[_P, _T], page: Callable[[], type[_PageT]]
) -> Method[_P, AsyncPaginator[_PageT], APIResponse[_T], AsyncAPIResponse[_PageT]]:
    return Method(function, page)


@contextmanager
def _stream(method: Any, *args: Any, **kwargs: Any) -> Generator[Any]:
    with closing(method(*args, **kwargs)) as response:
        yield response


@asynccontextmanager
async def _astream(method: Any, *args: Any, **kwargs: Any) -> AsyncGenerator[Any, None]:
    async with aclosing(await method(*args, **kwargs)) as response:
        yield response

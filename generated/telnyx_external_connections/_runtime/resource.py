"""The base classes of resources, and the raw, streaming and asynchronous methods."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Generator, Mapping
from contextlib import (
    AbstractAsyncContextManager as AsyncContext,
    AbstractContextManager as Context,
    aclosing,
    asynccontextmanager,
    closing,
    contextmanager,
)
from copy import copy
from functools import cache, cached_property, wraps
from types import new_class
from typing import (
    Any,
    Concatenate,
    Generic,
    Literal,
    ParamSpec,
    Self,
    TypeVar,
    get_args,
    overload,
)

from .operation import Call, Mode, Operation, paged

# jedi, which completes in notebooks, reads both branches, and knows what awaiting the latter gives.
TYPE_CHECKING: bool = False  # pyright: ignore[reportConstantRedefinition]
if TYPE_CHECKING:
    from collections.abc import Coroutine as Coroutine

    from .pagination import AsyncPage, AsyncPaginator
    from .responses import APIResponse, AsyncAPIResponse

    Awaited = Coroutine[Any, Any, "_T"]
else:
    from types import CoroutineType as Coroutine

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


class Child(Generic[_T]):
    """A resource as an attribute, made at its first use; on a class it is its class."""

    def __init__(self, get: Callable[[], type[_T]]) -> None:
        self._get = get

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, owner: None, kind: type) -> type[_T]: ...
    @overload
    def __get__(self, owner: object, kind: type) -> _T: ...
    def __get__(self, owner: Any, kind: type) -> Any:
        made: Any = self._get()
        if owner is not None:
            # The next use finds it on the owner itself.
            made = vars(owner)[self._name] = made(getattr(owner, "_client", None) or owner._caller)
        return made


# A function, since jedi takes the type of what it gives from its annotation.
def child(get: Callable[[], type[_T]]) -> Child[_T]:
    return Child(get)


def view(get: Callable[[], type[_T]]) -> Child[_T]:
    """Make a `Child` of the class `Methods[kind]` that `get` returns."""

    def made() -> Any:
        methods: Any = get()
        place = {"__module__": methods.__module__, "__qualname__": methods.__qualname__}
        return new_class(methods.__name__, (methods,), {}, lambda names: names.update(place))

    return Child(cache(made))


def cached_attributes(owner: object) -> list[str]:
    """Return the names of the attributes that an object caches at their first use."""
    named = _named(type(owner))
    return [name for name, each in named.items() if isinstance(each, (Child, cached_property))]


def _named(kind: type[Any]) -> dict[str, Any]:
    return {name: each for base in kind.__mro__[::-1] for name, each in vars(base).items()}


class Resource:
    """The methods of one part of the API."""

    _mode: Mode = "parsed"
    _page: Callable[[], object] | None = None

    def __init__(self, client: Any) -> None:
        self._client = client

    def __repr__(self) -> str:
        kind = "" if self._mode == "parsed" else f" ({self._mode})"
        return f"<{type(self).__name__}{kind} of {self._client!r}>"

    def _request(
        self, operation: Operation, options: Mapping[str, Any], /, **arguments: object
    ) -> _T:  # type: ignore[type-var]
        if self._page is not None:
            operation = paged(operation, self._page)
        call = Call(self._client, operation, arguments, options, self._mode)
        if self._page is None or self._mode != "parsed":
            result: _T = self._client._perform(call)
            return result
        from .pagination import AsyncPaginator

        pages: Any = AsyncPaginator[Any](call)
        made: _T = pages
        return made


class Methods(Resource, Generic[Kind]):
    """The methods of a resource for one kind of results; each is a line of the generated class."""

    def __init_subclass__(cls) -> None:
        bases = vars(cls).get("__orig_bases__", ())
        for kind in (text for base in bases for each in get_args(base) for text in get_args(each)):
            cls._mode = kind.removeprefix("async ")
            for name, method in _named(cls).items():
                if isinstance(method, Method):
                    setattr(cls, name, method.function(kind))


class Method(Generic[_R, _S, _A, _P]):
    """A method with the parameters and docstring of a synchronous one, for each kind of results.

    `_R` is what an asynchronous call returns, `_S` and `_A` are the responses; `page` returns the
    class of an asynchronous list's pages.
    """

    def __init__(self, function: Any, page: Callable[[], object] | None = None) -> None:
        self._function, self._page = function, page

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
        return self

    def function(self, kind: str) -> Any:
        """Return the function for a kind of results: a coroutine function if those are awaited."""
        plain, page = self._function, self._page if kind.startswith("async ") else None

        def own(owner: Any, /, *args: Any, **kwargs: Any) -> Any:
            if page is not None:
                owner = copy(owner)
                owner._page = page
            return plain(owner, *args, **kwargs)

        async def awaited(owner: Any, /, *args: Any, **kwargs: Any) -> Any:
            return await call(owner, *args, **kwargs)

        call = plain if page is None else own
        if kind.endswith("streaming"):
            made: Any = (_astream if kind.startswith("async ") else _stream)(call)
        else:
            is_awaited = kind == "async raw" or (kind == "async parsed" and page is None)
            made = awaited if is_awaited else call
        return made if made is plain else wraps(plain)(made)


# No alias, and `_P` as the last: jedi does not see through them.
def method(
    function: Callable[Concatenate[Any, _P], _T],
) -> Method[Coroutine[Any, Any, _T], APIResponse[_T], AsyncAPIResponse[_T], _P]:
    return Method(function)


def paginated(
    function: Callable[Concatenate[Any, _P], _T], page: Callable[[], type[_PageT]]
) -> Method[AsyncPaginator[_PageT], APIResponse[_T], AsyncAPIResponse[_PageT], _P]:
    return Method(function, page)


def _stream(call: Any) -> Any:
    @contextmanager
    def streamed(*args: Any, **kwargs: Any) -> Generator[Any]:
        with closing(call(*args, **kwargs)) as response:
            yield response

    return streamed


def _astream(call: Any) -> Any:
    @asynccontextmanager
    async def streamed(*args: Any, **kwargs: Any) -> AsyncGenerator[Any, None]:
        async with aclosing(await call(*args, **kwargs)) as response:
            yield response

    return streamed

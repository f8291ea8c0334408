"""Operations whose response an argument turns into a stream, as `stream=True` does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
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

from . import resource
from .omitted import Omit
from .operation import Operation
from .plain_data import is_dict

if TYPE_CHECKING:
    from contextlib import (
        AbstractAsyncContextManager as AsyncContext,
        AbstractContextManager as Context,
    )

    from .checking import Checker
    from .resource import (
        Async,
        AsyncRaw,
        AsyncStreaming,
        Awaited,
        Method,
        Methods,
        Raw,
        Streaming,
    )

_P1 = ParamSpec("_P1")
_P2 = ParamSpec("_P2")
_P3 = ParamSpec("_P3")
_R1 = TypeVar("_R1")
_R2 = TypeVar("_R2")
_S1 = TypeVar("_S1")
_S2 = TypeVar("_S2")
_A1 = TypeVar("_A1")
_A2 = TypeVar("_A2")


@dataclass(frozen=True, eq=False)
class Streamed(Operation):
    """An operation as called for a stream: like `usual`, but with other responses.

    `switch` is the JSON name of the argument that chooses.
    """

    usual: Operation | None = None
    switch: str = ""
    is_default: bool = False

    @cached_property
    def checker(self) -> Checker | None:
        return None if self.usual is None else self.usual.checker

    def asked(self, value: object, options: Mapping[str, Any]) -> Operation:
        """Return the operation for this value of the argument; one in `extra_body` overrides it."""
        extra = options.get("extra_body")
        if is_dict(extra):
            value = extra.get(self.switch, value)
        is_asked = self.is_default if value is None or isinstance(value, Omit) else value
        return self if is_asked or self.usual is None else self.usual


def streamed(usual: Operation, switch: str, *, accept: str, **changes: Any) -> Streamed:
    """Return an operation as called for a stream; `is_default` if that needs no argument."""
    same: dict[str, Any] = {each.name: getattr(usual, each.name) for each in fields(Operation)}
    same |= {"answer": None, "response": None, "accept": accept}
    return Streamed(**same | changes, usual=usual, switch=switch)


class Ways(Generic[_R1, _R2, _P1, _P2, _P3]):
    """A function with three signatures: for a whole response, for a stream, for either of them."""

    @overload
    def __call__(self, *args: _P1.args, **kwargs: _P1.kwargs) -> _R1: ...
    @overload
    def __call__(self, *args: _P2.args, **kwargs: _P2.kwargs) -> _R2: ...
    @overload
    def __call__(self, *args: _P3.args, **kwargs: _P3.kwargs) -> _R1 | _R2: ...
    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        raise NotImplementedError


class SwitchedMethod(Generic[_R1, _S1, _A1, _R2, _S2, _A2, _P1, _P2, _P3]):
    """A `Method` with three signatures."""

    @overload
    def __get__(self, owner: None, kind: type) -> Self: ...
    @overload
    def __get__(self, owner: Methods[Async], kind: type) -> Ways[_R1, _R2, _P1, _P2, _P3]: ...
    @overload
    def __get__(self, owner: Methods[Raw], kind: type) -> Ways[_S1, _S2, _P1, _P2, _P3]: ...
    @overload
    def __get__(
        self, owner: Methods[Streaming], kind: type
    ) -> Ways[Context[_S1], Context[_S2], _P1, _P2, _P3]: ...
    @overload
    def __get__(
        self, owner: Methods[AsyncRaw], kind: type
    ) -> Ways[Awaited[_A1], Awaited[_A2], _P1, _P2, _P3]: ...
    @overload
    def __get__(
        self, owner: Methods[AsyncStreaming], kind: type
    ) -> Ways[AsyncContext[_A1], AsyncContext[_A2], _P1, _P2, _P3]: ...
    def __get__(self, owner: Any, kind: type) -> Any:
        raise NotImplementedError


def method(
    function: Callable[..., Any],
    ways: Callable[
        [],
        tuple[
            Method[_R1, _S1, _A1, _P1],
            Method[_R2, _S2, _A2, _P2],
            Callable[Concatenate[Any, _P3], Any],
        ],
    ],
) -> SwitchedMethod[_R1, _S1, _A1, _R2, _S2, _A2, _P1, _P2, _P3]:
    """Make a method of a synchronous one; `ways` is not called, but gives its types."""
    made: Any = resource.method(function)
    return cast("SwitchedMethod[_R1, _S1, _A1, _R2, _S2, _A2, _P1, _P2, _P3]", made)

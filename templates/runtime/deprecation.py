"""Deprecated calls and arguments, and old names: their use warns, at the caller's line."""

import inspect
import warnings
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, Self, TypeVar, overload

from .omitted import omit

if TYPE_CHECKING:
    from contextlib import (
        AbstractAsyncContextManager as AsyncContext,
        AbstractContextManager as Context,
    )

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

_P = ParamSpec("_P")
_R = TypeVar("_R")
_S = TypeVar("_S")
_A = TypeVar("_A")
_F = TypeVar("_F", bound=Callable[..., Any])
_PACKAGE = __name__.removesuffix("_runtime.deprecation")


def deprecated_arguments(*names: str) -> Callable[[_F], _F]:
    """Make a method warn of each of these arguments that is passed."""

    def mark(function: Any) -> Any:
        @wraps(function)
        def call(*args: Any, **kwargs: Any) -> Any:
            for name in names:
                if kwargs.get(name, omit) is not omit:
                    warn(f"the argument {name!r} is deprecated")
            return function(*args, **kwargs)

        return call

    return mark


if TYPE_CHECKING:
    # Type checkers warn of it by themselves (PEP 702).
    from typing_extensions import deprecated as deprecated

    class DeprecatedMethod(Method[_R, _S, _A, _P]):
        @overload
        def __get__(self, owner: None, kind: type) -> Self: ...
        @overload
        @deprecated("its docstring says why")
        def __get__(self, owner: Methods[Async], kind: type) -> Callable[_P, _R]: ...
        @overload
        @deprecated("its docstring says why")
        def __get__(self, owner: Methods[Raw], kind: type) -> Callable[_P, _S]: ...
        @overload
        @deprecated("its docstring says why")
        def __get__(self, owner: Methods[Streaming], kind: type) -> Callable[_P, Context[_S]]: ...
        @overload
        @deprecated("its docstring says why")
        def __get__(self, owner: Methods[AsyncRaw], kind: type) -> Callable[_P, Awaited[_A]]: ...
        @overload
        @deprecated("its docstring says why")
        def __get__(
            self, owner: Methods[AsyncStreaming], kind: type
        ) -> Callable[_P, AsyncContext[_A]]: ...
        def __get__(self, owner: Any, kind: type) -> Any: ...

    def marked(method: Method[_R, _S, _A, _P]) -> DeprecatedMethod[_R, _S, _A, _P]: ...

else:

    def marked(method):
        """Return the method, which is derived from a deprecated one."""
        return method

    def deprecated(message):
        """Make a method warn whenever it is called."""

        def mark(function):
            @wraps(function)
            def call(*args, **kwargs):
                warn(message)
                return function(*args, **kwargs)

            return call

        return mark


def warn(message: str) -> None:
    """Warn of the line that called this client."""
    level, frame = 1, inspect.currentframe()
    while frame is not None and _is_inside(frame.f_globals.get("__name__", "")):
        level, frame = level + 1, frame.f_back
    warnings.warn(message, DeprecationWarning, stacklevel=level)


def _is_inside(module: str) -> bool:
    """Return whether a frame is of the client, or of what runs its contexts and tasks."""
    return module.startswith(_PACKAGE) or module.partition(".")[0] in ("asyncio", "contextlib")

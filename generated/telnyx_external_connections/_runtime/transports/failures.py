"""Translation of the exceptions of transports into those that `Transport` promises."""

import re
import sys
from collections.abc import AsyncIterator, Generator, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from ..errors import ClientError
from ..timeouts import PermanentError

_QUERY = re.compile(r"(https?://[^\s?]*)\?[^\s'\"]*")


class Failures:
    """A context that raises the errors of a library as what `Transport` promises. Their own
    tracebacks end here: the texts, and the variables, of a library may hold a whole request."""

    def __init__(self, errors: tuple[type[Exception], ...], timeouts: type[Exception]) -> None:
        self._errors = errors
        self._timeouts = timeouts
        self.reason = ""

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if not isinstance(error, Exception) or isinstance(error, (ClientError, MemoryError)):
            return
        # Those of the caller's own content, and of the system, are what they are.
        if hasattr(error, "of_content"):
            return
        # aiohttp's whole text has the URL with its query in it.
        said = str(getattr(error, "message", None) or error) or type(error).__name__
        said = self.reason or _QUERY.sub(r"\1", said)
        if isinstance(error, self._errors):
            raised = TimeoutError if isinstance(error, self._timeouts) else ConnectionError
        elif isinstance(error, OSError):
            return
        else:
            raised, said = PermanentError, f"{type(error).__name__}: {said}"
        made = _tls_failure(error) or raised(said)
        del error
        try:
            raise made from None
        finally:
            # Its traceback refers to this frame: no collector should have to free them.
            del made


class CallerContent:
    """Content whose own exceptions are marked as such: they are the caller's, who gets them."""

    def __init__(self, content: Any) -> None:
        self._content = content

    def __iter__(self) -> Iterator[bytes]:
        with _marked():
            yield from self._content

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _marked():
            async for piece in self._content:
                yield piece


@contextmanager
def _marked() -> Generator[None]:
    try:
        yield
    except Exception as error:
        vars(error)["of_content"] = True
        raise


class CustomTransport:
    """A transport of the user's own, all of whose exceptions become those that it may raise."""

    def __init__(self, transport: Any) -> None:
        self._transport = transport
        self._failures = Failures((), TimeoutError)

    def send(self, request: Any, timeout: Any) -> Any:
        with self._failures:
            return self._transport.send(request, timeout)


class AsyncCustomTransport(CustomTransport):
    async def send(self, request: Any, timeout: Any) -> Any:
        with self._failures:
            return await self._transport.send(request, timeout)


def load(library: str) -> Any:
    """An HTTP library. Raises `ClientError` where it is not installed."""
    try:
        return import_module(library)
    except ModuleNotFoundError as error:
        if error.name != library:
            raise
        said = f"sending requests needs {library}, which is not installed: pip install {library}"
        raise ClientError(f"{said}, or give another transport=") from None


def _tls_failure(error: BaseException | None) -> BaseException | None:
    """A copy, without its traceback, of the `ssl.SSLError` that a library's error comes from, if
    any; such a failure is not tried again."""
    if (ssl := sys.modules.get("ssl")) is None:
        return None
    while error is not None:
        if isinstance(error, ssl.SSLError):
            copy: BaseException = type(error)(*error.args)
            return copy
        error = error.__cause__ or error.__context__
    return None

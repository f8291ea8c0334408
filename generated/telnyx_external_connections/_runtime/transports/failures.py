"""Exceptions of HTTP libraries as those that `Transport` promises."""

import re
import sys
from collections.abc import AsyncIterator, Generator, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from ..errors import ClientError
from ..timeouts import PermanentError
from ..transport import Headers, Request

_QUERY = re.compile(r"(https?://[^\s?]*)\?[^\s'\"]*")


class Failures:
    """A context that raises the exceptions of a library as those of `Transport`."""

    def __init__(self, errors: tuple[type[Exception], ...], timeouts: type[Exception]) -> None:
        self._errors, self._timeouts = errors, timeouts
        self.reason = ""

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if not isinstance(error, Exception) or isinstance(error, (ClientError, MemoryError)):
            return
        # Exceptions of the caller's content reach the caller as they are.
        if hasattr(error, "of_content"):
            return
        if isinstance(error, OSError) and not isinstance(error, self._errors):
            return
        made = _tls_failure(error) or self.failure(error)
        del error
        try:
            raise made from None
        finally:
            # Its traceback refers to this frame: a circle for the garbage collector.
            del made

    def failure(self, error: Exception) -> Exception:
        """Return an exception of the library as that of `Transport`."""
        # The text of aiohttp's exceptions has the URL with its query.
        said = str(getattr(error, "message", None) or error) or type(error).__name__
        said = self.reason or _QUERY.sub(r"\1", said)
        if not isinstance(error, self._errors):
            return PermanentError(f"{type(error).__name__}: {said}")
        return (TimeoutError if isinstance(error, self._timeouts) else ConnectionError)(said)


class CallerContent:
    """Request content whose own exceptions are marked, to reach the caller as they are."""

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
    """A transport of the caller's own, with its exceptions as those that it may raise."""

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


def refuse_bomb(headers: Headers, request: Request) -> None:
    """Raise `ConnectionError` for content codings that were not requested, or several of them."""
    if codings := headers.get_list("content-encoding"):
        coding = ",".join(codings).strip().lower()
        accepted = request.headers.get("accept-encoding", "")
        if "," in coding or (coding in ("br", "zstd") and coding not in accepted):
            said = f"the answer is encoded as {coding[:40]!r}, which was not requested"
            raise ConnectionError(said)


def load(module: str) -> Any:
    """Import a module of an HTTP library. Raises `ClientError` if that is not installed."""
    library = module.partition(".")[0]
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name not in (library, module):
            raise
        said = f"sending requests needs {library}, which is not installed: pip install {library}"
        raise ClientError(f"{said}, or give another transport=") from None


def _tls_failure(error: BaseException | None) -> BaseException | None:
    """Return a copy, without traceback, of the `ssl.SSLError` that caused an error, if any."""
    if (ssl := sys.modules.get("ssl")) is None:
        return None
    while error is not None:
        if isinstance(error, ssl.SSLError):
            copy: BaseException = type(error)(*error.args)
            return copy
        error = error.__cause__ or error.__context__
    return None

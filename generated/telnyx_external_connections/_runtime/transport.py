"""HTTP requests, responses and the `Transport` protocols.

A transport of your own has `send` and `close` (or `aclose`). It raises `TimeoutError` when a limit
passes, and another `OSError`, such as `ConnectionError`, when it gets no response; both are
retried, except `ssl.SSLError`. It follows no redirects, and decompresses the content.
"""

import asyncio
import json
from _thread import start_new_thread
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, Protocol
from urllib.parse import urlsplit

from .charsets import as_utf8, charset_of, decoded, is_utf8
from .credentials import Secret
from .errors import ClientError, ResponseTooLargeError
from .timeouts import Timeout

if TYPE_CHECKING:
    from .deadlines import Deadline

SENSITIVE = frozenset(
    (b"authorization", b"proxy-authorization", b"cookie", b"set-cookie", b"x-api-key")
)
LEADING = frozenset((b"location", b"content-location", b"link"))

RawHeaders = list[tuple[bytes, bytes]]


class Headers(Mapping[str, str]):
    """HTTP headers: names in any case; several of one name are joined by commas (RFC 9110, 5.3)."""

    def __init__(self, headers: Mapping[str, str] | RawHeaders | None = None) -> None:
        if not isinstance(headers, list):
            pairs = (headers or {}).items()
            headers = [(k.encode("latin-1"), v.encode("latin-1")) for k, v in pairs]
        self.raw: RawHeaders = headers

    def __getitem__(self, name: str) -> str:
        if values := self.get_list(name):
            return ", ".join(values)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter({key.decode("latin-1").lower(): None for key, _ in self.raw})

    def __len__(self) -> int:
        return len({key.lower() for key, _ in self.raw})

    def get_list(self, name: str) -> list[str]:
        """Return every value of a name, in the order received."""
        wanted = name.lower().encode("latin-1", "replace")
        return [value.decode("latin-1") for key, value in self.raw if key.lower() == wanted]

    def redacted(self) -> "Headers":
        """Return a copy without credentials, which a URL of the server may repeat in its query."""
        raw = [(k, v.partition(b"?")[0] if k.lower() in LEADING else v) for k, v in self.raw]
        marked = [(k, v, isinstance(v, Secret) or k.lower() in SENSITIVE) for k, v in raw]
        return Headers([(k, b"[redacted]" if is_hidden else v) for k, v, is_hidden in marked])

    def __repr__(self) -> str:
        return f"Headers({dict(self.redacted())!r})"

    def __reduce__(self) -> tuple[object, ...]:
        return Headers, (self.redacted().raw,)


class Stream(Protocol):
    """Request content that is read as it is sent, by `aiter` on an asynchronous transport."""

    @property
    def replays(self) -> bool: ...
    def __iter__(self) -> Iterator[bytes]: ...
    def __aiter__(self) -> AsyncIterator[bytes]: ...


@dataclass(eq=False, repr=False)
class Request:
    """A request to send: the URL is absolute and encoded; only the header `Host` is missing."""

    method: str
    url: str
    headers: Headers
    content: bytes | Stream | None
    reads_whole: bool = False
    """Whether the body of its response will be read at once."""

    @property
    def replays(self) -> bool:
        """Whether it can be sent again."""
        return isinstance(self.content, (bytes, NoneType)) or self.content.replays

    @property
    def path(self) -> str:
        """The path of the URL, for messages: the query may hold a credential."""
        return urlsplit(self.url).path

    def __repr__(self) -> str:
        return f"<Request {self.method} {self.url.partition('?')[0]}>"


class Response:
    """A response. Its body is `bytes`, or an iterable of them.

    On an asynchronous transport, the iterable and `close` are asynchronous. `loop` is the event
    loop, if the caller reads the body; `is_truncated` says that an error was cut at `limit` bytes.
    """

    request: Request
    deadline: "Deadline | None" = None
    loop: asyncio.AbstractEventLoop | None = None
    on_close: Callable[[], Any] = staticmethod(bool)
    """What has to know that it was closed, such as a stream that waits to read on elsewhere."""
    limit: int | None = None
    is_closed = False
    is_truncated = False
    _close: Callable[[], Any] | None = None
    _size = 0

    def __init__(
        self,
        status_code: int,
        headers: Mapping[str, str] | RawHeaders | None = None,
        body: Iterable[bytes] | AsyncIterator[bytes] | bytes = b"",
        close: Callable[[], Any] | None = None,
    ) -> None:
        self.status_code = status_code
        self.headers = headers if type(headers) is Headers else Headers(headers)
        self._content = body if isinstance(body, bytes) else None
        self._body: Any = body
        if close is not None:
            self._close = close

    @property
    def content(self) -> bytes:
        """The whole body. Raises `RuntimeError` if it has not been read."""
        if self._content is None:
            raise RuntimeError("the body of this response has not been read")
        return self._content

    @property
    def is_read(self) -> bool:
        return self._content is not None

    @property
    def is_complete(self) -> bool:
        """Whether the transport read the body, so that `read` and `close` have nothing to do."""
        if self._content is None or self._close is not None or self.deadline is not None:
            return False
        return self.limit is None or len(self._content) <= self.limit

    @property
    def outcome(self) -> str:
        """The request and the status, for messages."""
        return f"{self.request.method} {self.request.path} answered {self.status_code}"

    @property
    def media_type(self) -> str:
        """The Content-Type in lower case without its parameters; empty without one."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The charset of the Content-Type; empty without one."""
        return charset_of(self.headers.get("content-type", ""))

    @property
    def text(self) -> str:
        return decoded(self.content, self.charset)

    @property
    def utf8(self) -> bytes:
        """The body as JSON in UTF-8 (RFC 8259, 8.1); its charset counts if it is not in UTF-8."""
        content = self.content
        return content if is_utf8(content) else as_utf8(content, self.charset)

    def json(self) -> Any:
        """Return the body as plain data. Raises `ValueError` if it is not JSON."""
        try:
            return json.loads(self.utf8)
        except RecursionError:
            raise ValueError("the body is nested too deeply") from None
        except UnicodeError:
            raise ValueError("the body is not in UTF-8") from None

    @property
    def data(self) -> Any:
        """The body as plain data if it is JSON, else its text; None without one."""
        if not self._content:
            return None
        if self.is_truncated:
            return f"{self.text} [cut at {len(self._content):,} bytes]"
        # Imported here: making a client needs this module, but nothing of pydantic.
        from pydantic_core import from_json

        try:
            return from_json(self.utf8)
        except ValueError:
            return self.text

    def read(self) -> bytes:
        """Read the rest of the body and close. Raises `ResponseTooLargeError`."""
        try:
            if self._content is None:
                kept: list[bytes] = []
                for piece in self.take():
                    if not self._keep(piece, kept):
                        break
                self.check_open()
                self._content = b"".join(kept)
            return self._cut(self._content)
        except OSError:
            self.check_open()
            raise
        finally:
            self.close()

    def close(self) -> None:
        """Return the connection to the pool. It never fails; a second call does nothing."""
        self.is_closed = True
        self.release()
        self.on_close()

    def release(self) -> None:
        """Return the connection to the pool, but count as open: another response may follow."""
        close = self._close
        if close is not None and self.loop is not None:
            drop(close, self.loop)
        elif close is not None:
            with suppress(Exception):
                try:
                    close()
                except ValueError:
                    # Another thread runs the generator: it wakes up, and closes.
                    return
        self._close = None

    def check_open(self) -> None:
        """Raise `ClientError` if the response was closed before its body was read to the end."""
        if self.is_closed and self._content is None:
            raise ClientError(f"{self.outcome}, but was closed before all of the answer was read")

    def __del__(self) -> None:
        if self._close is not None:
            drop(self._close, self.loop)

    async def aread(self) -> bytes:
        """Read the rest of the body like `read`, on an asynchronous transport."""
        try:
            if self._content is None:
                kept: list[bytes] = []
                async for piece in self.take():
                    if not self._keep(piece, kept):
                        break
                self.check_open()
                self._content = b"".join(kept)
            return self._cut(self._content)
        except OSError:
            self.check_open()
            raise
        finally:
            await self.aclose()

    async def aclose(self) -> None:
        """Close like `close`, on an asynchronous transport; in its own loop if that is another."""
        if self.loop not in (None, asyncio.get_running_loop()):
            self.close()
            return
        self.is_closed = True
        self.on_close()
        await self.arelease()

    async def arelease(self) -> None:
        close, self._close = self._close, None
        if close is not None:
            with suppress(Exception):
                await close()

    def _cut(self, content: bytes) -> bytes:
        """Return the body within the limit, also if the transport read it as a whole."""
        if self.limit is not None and len(content) > self.limit:
            kept: list[bytes] = []
            self._keep(content, kept)
            self._content = content = kept[0]
        return content

    def _keep(self, piece: bytes, kept: list[bytes]) -> bool:
        """Append a piece to those kept; return whether more may follow."""
        self._size += len(piece)
        over = 0 if self.limit is None else max(self._size - self.limit, 0)
        if self.limit is not None and over and self.status_code < 400:
            raise ResponseTooLargeError(self.limit)
        kept.append(piece[:-over] if over else piece)
        self.is_truncated = over > 0
        if self.deadline is not None:
            self.deadline.check()
        return not over

    def take(self) -> Any:
        """Return the pieces of the body. Raises `RuntimeError` the second time."""
        if self._content is not None:
            return [self._content]
        if self.is_closed or self._body is None:
            raise RuntimeError("the body of this response was already consumed or closed")
        body, self._body = self._body, None
        return body

    def __repr__(self) -> str:
        return f"<Response {self.status_code}>"

    def __reduce__(self) -> tuple[object, ...]:
        kept = {"request": self.request} if "request" in vars(self) else {}
        return Response, (self.status_code, self.headers, self._content or b""), kept


def drop(close: Callable[[], Any], loop: asyncio.AbstractEventLoop | None) -> None:
    """Close a response in another thread, or in a later round of its event loop."""
    # The garbage collector drops it anywhere, also in a thread that holds a lock needed here.
    try:
        if loop is None:
            start_new_thread(_quietly, (close,))
        else:
            loop.call_soon_threadsafe(
                lambda: loop.create_task(close()).add_done_callback(retrieve_exception)
            )
    except RuntimeError:
        # The interpreter is ending; or the loop was closed, with its connections.
        if loop is None:
            _quietly(close)


def _quietly(close: Callable[[], Any]) -> None:
    with suppress(Exception):
        close()


def retrieve_exception(task: asyncio.Task[Any]) -> None:
    """Retrieve the exception of a task, which asyncio logs otherwise."""
    if not task.cancelled():
        task.exception()


class Transport(Protocol):
    """A sender of requests, which returns once the head of the response has arrived."""

    def send(self, request: Request, timeout: Timeout) -> Response: ...
    def close(self) -> None: ...


class AsyncTransport(Protocol):
    async def send(self, request: Request, timeout: Timeout) -> Response: ...
    async def aclose(self) -> None: ...


class LibraryTransport(Protocol):
    """The methods used of a transport of httpx2 or httpx."""

    def handle_request(self, request: Any, /) -> Any: ...
    def close(self) -> None: ...


class AsyncLibraryTransport(Protocol):
    async def handle_async_request(self, request: Any, /) -> Any: ...
    async def aclose(self) -> None: ...


class HttpClient(Protocol):
    """The methods used of a client of httpx2 or httpx."""

    def send(self, request: Any, /, *, stream: bool, follow_redirects: bool) -> Any: ...
    def close(self) -> None: ...


class AsyncHttpClient(Protocol):
    async def send(self, request: Any, /, *, stream: bool, follow_redirects: bool) -> Any: ...
    async def aclose(self) -> None: ...


TransportTypes = Transport | LibraryTransport | Literal["httpx2", "pyreqwest"]
AsyncTransportTypes = (
    AsyncTransport | AsyncLibraryTransport | Literal["httpx2", "pyreqwest", "aiohttp"]
)

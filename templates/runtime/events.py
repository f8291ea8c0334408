"""Responses that are Server-Sent Events, parsed by the rules of WHATWG (HTML, section 9.2)."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeVar, get_args

from . import resource
from .answers import Typed
from .drift import Reader
from .errors import APIResponseValidationError, shorten
from .responses import invalid
from .retries import DEFAULT_POLICY
from .stream_parsing import Reading
from .streams import GENERIC_TYPES, AsyncStream, Stream, check_kind

if TYPE_CHECKING:
    from .exchange import Exchange
    from .operation import Call
    from .responses import APIResponse, AsyncAPIResponse
    from .transport import Response

_P = ParamSpec("_P")
_T = TypeVar("_T")
_LINE_END = re.compile(rb"\r\n|\n|\r")


@dataclass(frozen=True)
class Event(Generic[_T]):
    """An event: its data, its name, and the id from which the stream can be resumed."""

    data: _T
    event: str = "message"
    id: str = ""


class EventReading(Reading):
    """A parser of events.

    When the connection breaks, it is made again with `Last-Event-ID`, if that changes nothing on
    the server (GET) and its events have ids.
    """

    def __init__(self, answer: Events, exchange: Exchange, call: Call, response: Response) -> None:
        super().__init__(answer, exchange, call, response)
        self._readers = answer.readers
        self._data: list[str] = []
        self._name = self._id = self._last_id = ""
        self._retry: float | None = None
        self._tries = 0
        self._is_first, self._after_return = True, False

    def feed(self, piece: bytes) -> Iterator[Event[str]]:
        if self._after_return and piece:
            # The second half of a CRLF.
            piece, self._after_return = piece.removeprefix(b"\n"), False
        if not piece:
            return
        self._after_return = piece.endswith(b"\r")
        first, *others = _LINE_END.split(piece)
        self._keep(first)
        for part in others:
            size = self._size
            line = self._take()
            if self._is_first:
                line, self._is_first = line.removeprefix(b"\xef\xbb\xbf"), False
            if line:
                self._field(line)
                # The data of an event counts towards the limit until it is complete.
                self._size = size if self._data else 0
            elif (event := self._event()) is not None:
                yield event
            if self.ended:
                return
            self._keep(part)

    def resume(self, error: OSError) -> tuple[Call, float]:
        call, identity = self.call, self._last_id
        is_allowed = call.operation.method == "GET" and identity.isascii()
        options, settings = call.options, self.exchange.settings
        most = options.get("max_retries", settings.max_retries)
        policy = options.get("retry_policy") or settings.retry_policy or DEFAULT_POLICY
        if not (identity and is_allowed and identity.isprintable() and self._tries < most):
            return super().resume(error)
        headers: dict[str, Any] = {**(call.options.get("extra_headers") or {})}
        options = {**call.options, "extra_headers": headers | {"Last-Event-ID": identity}}
        pause = policy.delay(self._tries) if self._retry is None else self._retry
        if pause > policy.longest_asked:
            return super().resume(error)
        self._tries += 1
        return replace(call, options=options, mode="streaming"), pause

    def restart(self, response: Response) -> None:
        super().restart(response)
        # By 204 No Content a server says that the stream has ended (HTML, 9.2).
        self.ended = response.status_code == 204
        if not self.ended and not self.answer.fits(response.media_type):
            said = f"the rest of the events is {shorten(response.media_type or 'of no type')}"
            raise invalid(said, response)
        self._data, self._name, self._id = [], "", self._last_id
        self._is_first, self._after_return = True, False

    def _field(self, line: bytes) -> None:
        name, _, rest = line.partition(b":")
        text = rest.removeprefix(b" ").decode("utf-8", "replace")
        if name == b"data":
            self._data.append(text)
        elif name == b"event":
            self._name = text
        elif name == b"id" and "\0" not in text:
            self._id = text
        elif name == b"retry" and text.isascii() and text.isdigit():
            self._retry = float(text) / 1000

    def _event(self) -> Event[str] | None:
        """Return the event that an empty line completes, or None.

        An event without data is ignored. Empty data where JSON is expected keeps the connection
        alive, and `[DONE]` ends the stream.
        """
        self._last_id = self._id
        data, self._data = self._data, []
        name, self._name = self._name or "message", ""
        text = "\n".join(data)
        is_text = self._reader(name).annotation is str
        if not data or (not is_text and not text.strip()):
            return None
        self._tries = 0
        self.ended = not is_text and text.strip() == "[DONE]"
        return None if self.ended else Event(text, name, self._last_id)

    def value(self, record: Event[str]) -> Event[Any]:
        reader = self._reader(record.event)
        if reader.annotation is str:
            return record
        read, operation = self.exchange.decoder.value, self.call.operation
        try:
            data = read(record.data.encode(), operation, reader, self.response)
        except APIResponseValidationError:
            if str not in get_args(reader.annotation):
                raise
            return record
        return Event(data, record.event, record.id)

    def _reader(self, name: str) -> Reader:
        return self._readers.get(name, self.answer.reader)


class Events(Typed):
    """The decoder of events whose data is JSON of a type, or text if that is `str`.

    `named` has the types of the events that have others, by name.
    """

    def __init__(
        self,
        type: Callable[[], object],
        status: str = "2XX",
        media: str = "text/event-stream",
        *,
        named: Mapping[str, Callable[[], object]] | None = None,
    ) -> None:
        super().__init__(type, status, media)
        self._named = named or {}

    @cached_property
    def readers(self) -> Mapping[str, Reader]:
        return {name: Reader(type_()) for name, type_ in self._named.items()}

    def fits(self, kind: str) -> bool:
        """Return whether this is the media type of events; any other fails (HTML, section 9.2).

        Responses without one fit if the configuration says so (`*/*`).
        """
        return kind == "text/event-stream" or (self.media == "*/*" and kind in GENERIC_TYPES)

    def streams(self, response: Response) -> bool:
        return self.fits(response.media_type) and response.status_code not in (204, 205)

    def decode(self, exchange: Exchange, call: Call, response: Response) -> Any:
        check_kind(self, "events", exchange, call, response)
        reading = EventReading(self, exchange, call, response)
        return AsyncEventStream[Any](reading) if exchange.waits else EventStream[Any](reading)


class EventStream(Stream[_T]):
    """The data of events as they come; `events()` has their names and ids too."""

    def __next__(self) -> _T:
        data: _T = self._next().data
        return data

    def events(self) -> Iterator[Event[_T]]:
        """Return an iterator over the events themselves, from the current position."""
        # The sentinel is never returned; `StopIteration` ends it.
        return iter(self._next, object())


class AsyncEventStream(AsyncStream[_T]):
    """The asynchronous twin of `EventStream`."""

    async def __anext__(self) -> _T:
        data: _T = (await self._next()).data
        return data

    def events(self) -> AsyncIterator[Event[_T]]:
        return _AsyncEvents(self._next)


class _AsyncEvents(AsyncIterator[Event[_T]]):
    def __init__(self, take: Callable[[], Awaitable[Event[_T]]]) -> None:
        self._take = take

    async def __anext__(self) -> Event[_T]:
        return await self._take()


def method(
    function: Callable[Concatenate[Any, _P], EventStream[_T]],
) -> resource.Method[
    resource.Coroutine[Any, Any, AsyncEventStream[_T]],
    APIResponse[EventStream[_T]],
    AsyncAPIResponse[AsyncEventStream[_T]],
    _P,
]:
    return resource.Method(function)

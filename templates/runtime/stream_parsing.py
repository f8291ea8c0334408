"""The parsers of streams: JSON Lines and JSON text sequences (RFC 7464)."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pydantic_core import from_json

from .answers import Typed
from .errors import (
    APIResponseValidationError,
    ResponseTooLargeError,
    connection_errors,
    shorten,
)
from .models import Model
from .responses import invalid
from .transport import Response

if TYPE_CHECKING:
    from .exchange import Exchange
    from .operation import Call

_MOST_SHOWN = 65_536
"""The bytes that an error shows of a response that is no row."""


class Reading:
    """The parser of a stream: pieces of the body go in, and some complete records."""

    ended = False
    """Whether the records themselves said that no more follow."""

    def __init__(self, answer: Typed, exchange: Exchange, call: Call, response: Response) -> None:
        self.answer = answer
        self.exchange = exchange
        self.call = call
        self.response = response
        self._parts: list[bytes] = []
        self._size = 0

    def feed(self, piece: bytes) -> Iterator[Any]:
        """Yield the records that this piece completes."""
        raise NotImplementedError

    def end(self) -> Iterator[Any]:
        """Yield the records that the end of the body completes."""
        yield from ()

    def value(self, record: Any) -> Any:
        """Return the item of a record. Raises what decoding and `on_drift` raise."""
        raise NotImplementedError

    def resume(self, error: OSError) -> tuple[Call, float]:
        """Return the call for the rest of a body that broke off, and the seconds to wait before it.

        Raises `APIConnectionError` if there is no way to get it.
        """
        with connection_errors(self.response.request):
            raise error
        raise AssertionError("that context raises")

    def restart(self, response: Response) -> None:
        """Go on with the response to the call that `resume` returned."""
        self.response = response
        self._take()

    def _keep(self, part: bytes) -> None:
        """Keep the beginning of an incomplete record. Raises `ResponseTooLargeError`."""
        self._parts.append(part)
        self._size += len(part)
        limit = self.exchange.settings.max_response_bytes
        if limit is not None and self._size > limit:
            raise ResponseTooLargeError(limit)

    def _take(self) -> bytes:
        """Return all that was kept."""
        kept = b"".join(self._parts)
        self._parts, self._size = [], 0
        return kept


class LineReading(Reading):
    is_sequence = False

    def __init__(self, answer: Typed, exchange: Exchange, call: Call, response: Response) -> None:
        super().__init__(answer, exchange, call, response)
        self.is_sequence = response.media_type.endswith("json-seq")

    def feed(self, piece: bytes) -> Iterator[bytes]:
        is_sequence = self.is_sequence
        first, *others = piece.split(b"\x1e" if is_sequence else b"\n")
        self._keep(first)
        for part in others:
            yield from self.end()
            self._keep(part)
        # A record may contain line ends; one that is complete is not held back until the next.
        if is_sequence and piece.endswith(b"\n"):
            text = self._take()
            if _is_json(text):
                yield text
            else:
                self._keep(text)

    def end(self) -> Iterator[bytes]:
        if text := self._take().removeprefix(BOM_UTF8).strip():
            yield text

    def value(self, record: bytes) -> Any:
        read, answer = self.exchange.decoder.value, self.answer
        return read(record, self.call.operation, answer.reader, self.response)


class MislabeledLineReading(LineReading):
    """A parser of rows of a response with another Content-Type, such as JSON.

    The first has to fit: anything else, such as `{"error": "..."}` without a field of a row, raises
    an error with that body.
    """

    _is_right: bool | None = None

    def feed(self, piece: bytes) -> Iterator[Any]:
        if self._is_right:
            yield from super().feed(piece)
            return
        self._keep(piece)
        if self._is_right is None and b"\n" in piece:
            came = self._take()
            row, end, _ = came.lstrip().partition(b"\n")
            self._is_right = self._fits(row) if end else None
            if self._is_right:
                yield from super().feed(came)
            elif row:
                self._keep(came)
        if self._is_right is False and self._size >= _MOST_SHOWN:
            raise self._refusal(self._take(), is_cut=True)

    def end(self) -> Iterator[Any]:
        if not self._is_right and (came := self._take()).strip():
            if self._is_right is False or not self._fits(came):
                raise self._refusal(came)
            self._is_right = True
            yield from super().feed(came)
        yield from super().end()

    def _fits(self, row: bytes) -> bool:
        row = row.removeprefix(BOM_UTF8)
        self.is_sequence = row.startswith(b"\x1e")
        try:
            value = self.answer.reader.read(row.lstrip(b"\x1e"), self.call.operation.loads)
        except ValueError:
            return False
        if not isinstance(value, Model) or not value.model_extra:
            return True
        return not value.model_fields_set.isdisjoint(type(value).model_fields)

    def _refusal(self, came: bytes, is_cut: bool = False) -> APIResponseValidationError:
        answer = self.response
        response = Response(answer.status_code, answer.headers, came)
        response.request, response.is_truncated = answer.request, is_cut
        return refusal("rows of JSON", response)


def refusal(wanted: str, response: Response) -> APIResponseValidationError:
    """Return the error for a response that is no stream of items."""
    kind = shorten(response.media_type) or "of no media type"
    return invalid(f"the answer is {kind}, not {wanted}: {shorten(response.text)}", response)


def _is_json(text: bytes) -> bool:
    try:
        from_json(text)
    except ValueError:
        return False
    return True

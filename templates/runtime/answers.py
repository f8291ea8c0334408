"""Answers that are not all JSON of one type: each is read as what the document says of its status
and its media type."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from .drift import Reader
from .responses import APIResponse, AsyncAPIResponse, BaseAPIResponse, is_json

if TYPE_CHECKING:
    from .exchange import Exchange
    from .operation import Call
    from .transport import Response

_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_XML = re.compile(rb"<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z0-9._-]+)")


class Answer:
    """An answer of the document: what comes with `status` (or `2XX`, `default`) as `media`."""

    def __init__(self, status: str = "2XX", media: str = "*/*") -> None:
        self.status = status
        self.media = media

    def fits(self, kind: str) -> bool:
        """Whether a body of this media type is meant."""
        main, _, sub = self.media.partition("/")
        return main == "*" or self.media == kind or (sub == "*" and kind.startswith(f"{main}/"))

    def streams(self, response: Response) -> bool:
        """Whether the body is left to be read as it comes."""
        return False

    def responses(self, waits: bool) -> type[BaseAPIResponse[Any]]:
        """The class of the responses of raw and streaming calls."""
        return AsyncAPIResponse if waits else APIResponse

    def decode(self, exchange: Exchange, call: Call, response: Response) -> Any:
        """The value of the call: None, since nothing is documented."""


class Nothing(Answer):
    """No body."""


class Typed(Answer):
    """An answer that is JSON of a type, or has items that are; a function tells the type, so that
    declaring an operation imports no model."""

    def __init__(
        self, type: Callable[[], object], status: str = "2XX", media: str = "application/json"
    ) -> None:
        super().__init__(status, media)
        self._type = type

    @cached_property
    def reader(self) -> Reader:
        return Reader(self._type())


class Json(Typed):
    def fits(self, kind: str) -> bool:
        return super().fits(kind) or (is_json(self.media) and is_json(kind))

    def decode(self, exchange: Exchange, call: Call, response: Response) -> Any:
        decoder, operation = exchange.decoder, call.operation
        # JSON that is documented as plain text need not be called JSON.
        is_named = is_json(self.media) or not response.content
        read = decoder.decode if is_named else partial(decoder.value, response.content)
        return read(operation, self.reader, response)


class Text(Answer):
    def decode(self, exchange: Exchange, call: Call, response: Response) -> str:
        # What is documented as any media type, or as text, may still come as a string of JSON.
        if is_json(response.media_type) and isinstance(response.data, str):
            return response.data
        return _text(response)


class OneOf(Answer):
    """Several answers, told apart by status, then by media type."""

    def __init__(self, *answers: Answer) -> None:
        super().__init__()
        self._answers = answers

    def choose(self, response: Response) -> Answer:
        """The answer that is meant. A status that is not documented can be any; a media type that
        is not is left to the first, which says what it is not."""
        status, kind = response.status_code, response.media_type
        meant: list[Answer] = []
        for place in (str(status), f"{status // 100}XX", "default"):
            meant = meant or [answer for answer in self._answers if answer.status == place]
        meant = meant or list(self._answers)
        fitting = [answer for answer in meant if kind and answer.fits(kind)]
        return (fitting or meant)[0]

    def streams(self, response: Response) -> bool:
        return self.choose(response).streams(response)

    def responses(self, waits: bool) -> type[BaseAPIResponse[Any]]:
        """The most able of the classes that the answers have."""
        kinds = [answer.responses(waits) for answer in self._answers]
        return max(kinds, key=lambda kind: len(kind.__mro__))

    def decode(self, exchange: Exchange, call: Call, response: Response) -> Any:
        return self.choose(response).decode(exchange, call, response)


def _text(response: Response) -> str:
    """The body as text. Without a charset, its first bytes may tell the encoding: a byte order
    mark, or the declaration of XML (XML 1.0, appendix F)."""
    content, encoding = response.content, ""
    if "charset=" not in response.headers.get("content-type", "").lower():
        marks = (encoding for mark, encoding in _BYTE_ORDER_MARKS if content.startswith(mark))
        declared = _XML.match(content)
        encoding = next(marks, "" if declared is None else declared[1].decode())
    try:
        text = content.decode(encoding, "replace") if encoding else response.text
    except LookupError:
        text = response.text
    return text.removeprefix("\ufeff")

"""Responses described under a media type range, such as `*/*`.

The schema describes them if they are JSON; else their Content-Type says what they are.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from pydantic_core import from_json, to_json

from .answers import Json, text_of
from .downloads import Download, filename
from .models import Drift
from .responses import is_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from .exchange import Exchange
    from .operation import Call
    from .transport import Response

_TEXTS = ("/xml", "+xml", "/yaml", "+yaml", "/javascript", "/graphql", "/x-www-form-urlencoded")


class Ranged(Json):
    """The decoder for JSON of a type, text, or the bytes of a file, by the Content-Type.

    What does not fit the type is kept, and is drift.
    """

    def __init__(self, type: Callable[[], object], status: str = "2XX", media: str = "*/*") -> None:
        super().__init__(type, status, media)

    def fits(self, kind: str) -> bool:
        return super().fits(kind) or is_json(kind)

    def decode(self, exchange: Exchange, call: Call, response: Response) -> Any:
        reader, loads = self.reader, call.operation.loads
        is_text = reader.annotation is str
        if not is_text and self._is_json(response):
            return super().decode(exchange, call, response)
        if not _is_text(response):
            kind = response.headers.get("content-type", "")
            value: Any = Download(response.content, kind, filename(response.headers))
            detail = "is bytes of a file in place of JSON or text"
        else:
            value, detail = text_of(response), "is text in place of JSON"
            # Where text is expected, only a response that says so is decoded as JSON.
            if is_text and (is_json(response.media_type) or not response.media_type):
                with suppress(ValueError):
                    return reader.read(response.utf8, loads)
            # Text such as `2026-01-31T12:00:00Z` may be valid as a JSON string.
            with suppress(ValueError):
                return reader.read(to_json(value), loads)
        if reader.annotation not in (object, Any):
            drift = Drift(call.operation.name, "", "no-json", detail, value)
            exchange.decoder.report([drift], response)
        return value

    def _is_json(self, response: Response) -> bool:
        """Return whether a response is read as JSON.

        By its Content-Type; or by its content if it has none, or is text where no text is expected.
        """
        kind = response.media_type
        if is_json(kind) or not response.content or response.content.isspace():
            return True
        if kind and (self.reader.takes_text or not _is_text(response)):
            return False
        try:
            from_json(response.utf8)
        except ValueError:
            return False
        return True


def _is_text(response: Response) -> bool:
    kind = response.media_type
    if not kind:
        return not {"\0", "\ufffd"}.intersection(response.text)
    return kind.startswith("text/") or is_json(kind) or kind.endswith(_TEXTS)

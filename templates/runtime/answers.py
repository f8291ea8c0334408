"""Responses that are not all JSON of one type: the status and media type choose the decoder."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .charsets import decoded
from .drift import Reader
from .models import Drift
from .responses import APIResponse, AsyncAPIResponse, BaseAPIResponse, is_json
from .transport import Response

if TYPE_CHECKING:
    from .exchange import Exchange
    from .operation import Call

# What is readable as ASCII up to here is not in UTF-16, whatever it declares.
_XML = re.compile(rb"<\?xml[^>]*?\sencoding\s*=\s*[\"'](?!(?i:utf-?(?:16|32)))([A-Za-z0-9._-]+)")


class Answer:
    """The decoder of responses with `status` (or `2XX`, `default`) in the media type `media`."""

    def __init__(self, status: str = "2XX", media: str = "*/*") -> None:
        self.status = status
        self.media = media

    def fits(self, kind: str) -> bool:
        """Return whether it decodes bodies of this media type."""
        main, _, sub = self.media.partition("/")
        return main == "*" or self.media == kind or (sub == "*" and kind.startswith(f"{main}/"))

    def streams(self, response: Response) -> bool:
        """Return whether the body is left to be read as it comes."""
        return False

    def responses(self, waits: bool) -> type[BaseAPIResponse[Any]]:
        """Return the class of the response objects of raw and streaming calls."""
        return AsyncAPIResponse if waits else APIResponse

    def decode(self, exchange: Exchange, call: Call, response: Response) -> Any:
        """Return the value of the call: None, since no body is documented."""
        return exchange.decoder.nothing(call.operation, response)


class Nothing(Answer):
    """A response without a body."""


class Typed(Answer):
    """A response that is JSON of a type, or has items that are.

    `type` is a function, so that declaring an operation imports no model.
    """

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
        if self.status in ("204", "205") and not response.content:
            # These have no body (RFC 9110, 15.3.5), whatever the schema says: none is missing.
            return self.reader.blank("")
        if self.media == "text/plain" and response.content:
            # The document describes text: `n/a` where it has a number does not fit.
            return decoder.value(response.content, operation, self.reader, response)
        return decoder.decode(operation, self.reader, response)


class Text(Answer):
    def decode(self, exchange: Exchange, call: Call, response: Response) -> str:
        # A response described as text may still come as a JSON string.
        data = response.data if is_json(response.media_type) else None
        if isinstance(data, str):
            return data
        accepted = call.operation.accept.split(",")
        if data is not None and all(each.strip().startswith("text/") for each in accepted):
            said = "is JSON in place of text"
            drift = Drift(call.operation.name, "", "unexpected-body", said, response.content)
            exchange.decoder.report([drift], response)
        return text_of(response)


class OneOf(Answer):
    """Several decoders, chosen by status, then by media type."""

    def __init__(self, *answers: Answer) -> None:
        super().__init__()
        self._answers = answers

    def choose(self, response: Response) -> Answer:
        """Return the decoder for a response.

        All are possible for a status that is not documented. The first gets a media type that is
        not.
        """
        status, kind = response.status_code, response.media_type
        candidates: list[Answer] = []
        for place in (str(status), f"{status // 100}XX", "default"):
            candidates = candidates or [
                answer for answer in self._answers if answer.status == place
            ]
        candidates = candidates or list(self._answers)
        fitting = [answer for answer in candidates if kind and answer.fits(kind)]
        # The narrower of two ranges counts (RFC 9110, 12.5.1).
        return min(fitting or candidates[:1], key=lambda answer: answer.media.count("*"))

    def streams(self, response: Response) -> bool:
        return self.choose(response).streams(response)

    def responses(self, waits: bool) -> type[BaseAPIResponse[Any]]:
        """Return the class of raw responses: of the decoders' classes, the widest."""
        kinds = [answer.responses(waits) for answer in self._answers]
        return max(kinds, key=lambda kind: len(kind.__mro__))

    def decode(self, exchange: Exchange, call: Call, response: Response) -> Any:
        return self.choose(response).decode(exchange, call, response)


def text_of(response: Response) -> str:
    """Return the body as text; XML without a charset may declare one (XML 1.0, appendix F)."""
    declared = None if response.charset else _XML.match(response.content)
    return response.text if declared is None else decoded(response.content, declared[1].decode())

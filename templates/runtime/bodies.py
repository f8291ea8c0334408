"""Bodies that are sent as they are given, and lines of JSON."""

from dataclasses import dataclass
from typing import Any

from .content import Content, Source, source_of
from .errors import RequestValidationError
from .plain_data import as_plain, is_list
from .request import Draft, named_headers


@dataclass(frozen=True)
class RawBody:
    """One argument: text, or what `content.source_of` takes. Where the document leaves the media
    type open, the argument `kind` may name it."""

    argument: str
    media_type: str
    kind: str = ""

    def write(self, draft: Draft, fields: dict[str, object]) -> None:
        if draft.extra:
            raise RequestValidationError("extra_body can only be added to an object")
        if self.argument not in fields:
            return
        value = fields[self.argument]
        kind = str(fields.get(self.kind, self.media_type))
        named_headers({"Content-Type": kind})
        given = self.source(value)
        if isinstance(given, bytes):
            draft.add_content(given, kind, len(given))
        else:
            content = Content([given])
            draft.add_content(content, kind, content.length)

    def source(self, value: Any) -> bytes | Source:
        """Return the content of a value: its text, or what it is read from."""
        return value.encode() if isinstance(value, str) else source_of(value)


@dataclass(frozen=True)
class LinesBody:
    """One argument, whose items are JSON texts: a line each, after `mark` (RFC 7464)."""

    argument: str
    media_type: str
    mark: str = ""

    def write(self, draft: Draft, fields: dict[str, object]) -> None:
        if draft.extra:
            raise RequestValidationError("extra_body can only be added to an object")
        items: Any = as_plain(fields.get(self.argument))
        if is_list(items):
            lines = [self.mark.encode() + draft.encode(item) + b"\n" for item in items]
            content = b"".join(lines)
            draft.add_content(content, self.media_type, len(content))

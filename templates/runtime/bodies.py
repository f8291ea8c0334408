"""Request bodies sent as they are, and JSON Lines."""

from dataclasses import dataclass
from typing import Any

from .content import Content, Source, source_of
from .errors import RequestValidationError
from .plain_data import as_plain, is_list
from .request import Draft, named_headers


@dataclass(frozen=True)
class RawBody:
    """A body that is one argument: text, or what `content.source_of` accepts.

    If the document allows several media types, the argument `kind` chooses one.
    """

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
        """Return the content of a value: its bytes, or where to read them."""
        return value.encode() if isinstance(value, str) else source_of(value)


@dataclass(frozen=True)
class LinesBody:
    """A body that is one argument, whose items are lines of JSON, each after `mark` (RFC 7464)."""

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

"""A walk over a document: where it has been, and what it found."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from ..diagnostics import Diagnostic, Severity, nearest
from ..document import MOUNT, Document, join_pointer, members, split_pointer
from ..limits import Watch
from .fault import Fault, PartKind
from .version import Version

_HINTS: Final = 50


class OutsidePart(NamedTuple):
    """A part that stands in another file, where the structure check of the root does not look."""

    pointer: str
    kind: PartKind


class Walk:
    """What the rules share: the document, where they have been, and what they found."""

    def __init__(self, document: Document, version: Version, watch: Watch) -> None:
        self.document = document
        self.data = document.data
        self.version: Version = version
        self.watch = watch
        self.problems: list[Fault] = []
        self.outside_parts: list[OutsidePart] = []
        self.covered: set[str] = {"/openapi", "/tags"}
        """Pointers whose fault the rules tell in better words than the structure check has."""
        self._seen: set[tuple[str, str]] = set()
        self._meant: dict[tuple[str, int], str] = {}
        self.schema_names = members(members(self.data.get("components")).get("schemas"))
        self.scheme_names = members(members(self.data.get("components")).get("securitySchemes"))

    def exists(self, pointer: str) -> bool:
        """Whether the document has something at a pointer."""
        try:
            self.document.get(pointer)
        except KeyError:
            return False
        return True

    def meant(self, word: str, words: dict[str, Any]) -> str:
        """The nearest word, for the first few that are asked for: it is slow among thousands."""
        key = (word, id(words))
        if key not in self._meant:
            self._meant[key] = (nearest(word, words) if len(self._meant) < _HINTS else None) or ""
        return self._meant[key]

    def resolve(self, pointer: str, kind: PartKind | None = None) -> str | None:
        """The pointer at the end of a chain of `$ref`s; None when it leads nowhere."""
        chain = self.document.follow(pointer)
        pointer = chain.end
        if chain.ring or not self.exists(pointer):
            return None
        if kind and pointer.startswith(f"/{MOUNT}/") and self.is_first_visit("part", pointer):
            self.outside_parts.append(OutsidePart(pointer, kind))
        return pointer

    def is_first_visit(self, kind: str, pointer: str) -> bool:
        """Whether a part is met for the first time, which it is by this."""
        self.watch.check()
        if (kind, pointer) in self._seen:
            return False
        self._seen.add((kind, pointer))
        return True

    def first_at(self, pointer: str, *, at_key: bool = False) -> str:
        """Where the first of two things stands, in words."""
        span = self.document.key_span(pointer) if at_key else self.document.span(pointer)
        return f"the first is at {span.file}:{span.line}:{span.column}"

    def tell(
        self,
        severity: Severity,
        code: str,
        pointer: str,
        message: str,
        hint: str = "",
        *,
        at_key: bool = False,
        ignored: bool = False,
    ) -> None:
        """Keep a fault. One that is `ignored` stands at a key that no client needs."""
        span = self.document.key_span(pointer) if at_key else self.document.span(pointer)
        message = f"{message}; it is ignored" if ignored else message
        self.problems.append(
            Fault(pointer, Diagnostic(code, severity, message, span, hint), ignored)
        )


def shown(pointer: str) -> str:
    """A pointer as the document's author would write the reference."""
    parts = split_pointer(pointer)
    if len(parts) > 1 and parts[0] == MOUNT:
        rest = join_pointer(*parts[2:])
        return f"{parts[1]}#{rest}" if rest else parts[1]
    return f"#{pointer}"

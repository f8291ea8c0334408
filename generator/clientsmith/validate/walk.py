"""The state of a walk over a document, which all rules share."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Final, NamedTuple

from ..diagnostics import Diagnostic, Severity, nearest
from ..document import MOUNT, Document, join_pointer, members, split_pointer
from ..limits import Watch
from .fault import Fault, PartKind
from .version import Version

_HINTS: Final = 50


class OutsidePart(NamedTuple):
    """An object in another file, which the structure check of the root file does not reach."""

    pointer: str
    kind: PartKind


class Walk:
    """The document, the objects that were visited, and the faults that were found."""

    def __init__(self, document: Document, version: Version, watch: Watch) -> None:
        self.document = document
        self.data = document.data
        self.version: Version = version
        self.watch = watch
        self.faults: list[Fault] = []
        self.outside_parts: list[OutsidePart] = []
        self.covered: set[str] = {"/openapi", "/tags"}
        """Pointers whose faults the rules report with better messages than the structure check."""
        self.schemas: dict[str, dict[str, Any]] = {}
        """Each schema that was visited, by its pointer."""
        self.identifiers: dict[str, dict[str, str]] = defaultdict(dict)
        """operationId → its pointers, by those in the file: a shared path item has several."""
        self._visited: dict[tuple[str, str], None] = {}
        self._similar: dict[tuple[str, int], str] = {}
        self.schema_names = members(members(self.data.get("components")).get("schemas"))
        self.scheme_names = members(members(self.data.get("components")).get("securitySchemes"))

    def exists(self, pointer: str) -> bool:
        """Return whether the document has a value at a pointer."""
        try:
            self.document.get(pointer)
        except KeyError:
            return False
        return True

    def similar(self, word: str, words: dict[str, Any]) -> str:
        """Return the word of `words` that is most similar, or the empty string.

        Only for the first few calls, since comparing with thousands of words is slow.
        """
        key = (word, id(words))
        if key not in self._similar:
            found = nearest(word, words) if len(self._similar) < _HINTS else None
            self._similar[key] = found or ""
        return self._similar[key]

    def resolve(self, pointer: str, kind: PartKind | None = None) -> str | None:
        """Return the pointer at the end of a chain of `$ref`s; None if it leads nowhere.

        An object of a `kind` that is in another file is noted for the structure check.
        """
        chain = self.document.follow(pointer)
        pointer = chain.end
        if chain.ring or not self.exists(pointer):
            return None
        if kind and pointer.startswith(f"/{MOUNT}/") and self.is_first_visit("part", pointer):
            self.outside_parts.append(OutsidePart(pointer, kind))
        return pointer

    def is_first_visit(self, kind: str, pointer: str) -> bool:
        """Return whether an object is visited for the first time, and note the visit."""
        self.watch.check()
        if (kind, pointer) in self._visited:
            return False
        self._visited[kind, pointer] = None
        return True

    def visited(self, kind: str) -> list[str]:
        """Return the pointers of the objects of a kind that were visited, in order."""
        return [pointer for each, pointer in self._visited if each == kind]

    def first_at(self, pointer: str, *, at_key: bool = False) -> str:
        """Return the place of the first of two duplicates, for a message."""
        span = self.document.key_span(pointer) if at_key else self.document.span(pointer)
        return f"the first is at {span.file}:{span.line}:{span.column}"

    def report(
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
        """Add a fault at a pointer.

        Args:
            severity: Whether it prevents a client.
            code: The code of the diagnostic.
            pointer: Of the faulty value.
            message: What is wrong.
            hint: What to do.
            at_key: Whether the diagnostic points at the key and not at the value.
            ignored: Whether the value is removed, which the message then says.
        """
        span = self.document.key_span(pointer) if at_key else self.document.span(pointer)
        message = f"{message}; it is ignored" if ignored else message
        self.faults.append(Fault(pointer, Diagnostic(code, severity, message, span, hint), ignored))


def shown(pointer: str) -> str:
    """Return a pointer as the author of the document would write it in a `$ref`.

    `/x-clientsmith-files/pet.yaml/Pet` → `pet.yaml#/Pet`.
    """
    parts = split_pointer(pointer)
    if len(parts) > 1 and parts[0] == MOUNT:
        rest = join_pointer(*parts[2:])
        return f"{parts[1]}#{rest}" if rest else parts[1]
    return f"#{pointer}"

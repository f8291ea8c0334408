"""A document as it was read: plain data, and the places that its parts come from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..diagnostics import Diagnostic, Span
from .places import File, find_place
from .pointers import look_up, split_pointer
from .references import MOUNT, Reference, references_in


@dataclass(frozen=True)
class Document:
    """An OpenAPI document whose every `$ref` is local, and the places its parts came from.

    The text of a `$ref` is `#` and a plain JSON pointer, without percent-encoding.
    """

    path: Path
    data: dict[str, Any]
    files: tuple[Path, ...]
    warnings: tuple[Diagnostic, ...]
    _root: File
    _mounted: dict[str, File]

    def get(self, pointer: str) -> Any:
        """The value at a JSON pointer ("" is the root); KeyError when there is none."""
        return look_up(self.data, pointer)

    def span(self, pointer: str) -> Span:
        """The place of the value at a pointer, or of its nearest ancestor that exists."""
        file, inner = self._file_of(pointer)
        return file.span(find_place(file.places, inner).value, pointer)

    def key_span(self, pointer: str) -> Span:
        """The place of the key of the value at a pointer; in a list, of the value."""
        file, inner = self._file_of(pointer)
        return file.span(find_place(file.places, inner).key, pointer)

    def line_text(self, span: Span) -> str:
        """The source line a span points into; empty for a file this document does not have."""
        for file in (self._root, *self._mounted.values()):
            if file.name == span.file:
                return file.line(span.line)
        return ""

    def references(self) -> Iterator[Reference]:
        """Every reference of the document, those of the other files included."""
        seen: set[int] = set()
        pending = [""]
        while pending:
            for reference in references_in(self.data, pending.pop(), seen):
                yield reference
                pending.append(reference.target)

    def _file_of(self, pointer: str) -> tuple[File, list[str]]:
        parts = split_pointer(pointer)
        if len(parts) > 1 and parts[0] == MOUNT and parts[1] in self._mounted:
            return self._mounted[parts[1]], parts[2:]
        return self._root, parts

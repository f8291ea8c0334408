"""A document as it was read: plain data, and the places that its parts come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

from ..diagnostics import Diagnostic, Span
from .chains import Chain, follow
from .plain import members
from .pointers import Lookup, split_pointer
from .positions import File
from .references import MOUNT, Reference, references_in
from .remote import RemoteFile

Moves: TypeAlias = Mapping[str, str]
"""Pointer → the pointer under which the same part stood before."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part that is not as the document has it, since it is faulty there; `why` in words."""

    pointer: str
    kind: str
    why: str


@dataclass(frozen=True)
class Document:
    """An OpenAPI document whose every `$ref` is local, and the places its parts came from.

    The text of a `$ref` is `#` and a plain JSON pointer, without percent-encoding.
    """

    path: Path
    data: dict[str, Any]
    files: Mapping[Path, str]
    """The hash of each file that it came from, the root first; of what other hosts have, those of
    the lock and of the copies. Empty for a file that a lenient reading went on without.
    """
    warnings: tuple[Diagnostic, ...]
    _root: File
    _mounted: dict[str, File]
    _moves: tuple[Moves, ...] = ()
    """What was moved since the files were read, the latest move last."""
    astray: Mapping[str, Diagnostic] = field(default_factory=dict[str, Diagnostic])
    """What is wrong with each reference that leads nowhere, by the pointer it has instead; empty
    unless the document was read leniently.
    """
    left_out: tuple[LeftOut, ...] = ()
    remote: tuple[RemoteFile, ...] = ()
    """What it has of other hosts."""

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup(self.data)

    def get(self, pointer: str) -> Any:
        """The value at a JSON pointer ("" is the root); KeyError when there is none."""
        return self._lookup.get(pointer)

    def next_reference(self, pointer: str) -> str | None:
        """Return the pointer that the value at a pointer refers to by `$ref`, if it is a `$ref`."""
        try:
            target = members(self.get(pointer)).get("$ref")
        except KeyError:
            return None
        return target.removeprefix("#") if isinstance(target, str) else None

    def follow(self, pointer: str) -> Chain:
        """Return the chain of `$ref`s that begins with the value at a pointer."""
        return follow(pointer, self.next_reference)

    def span(self, pointer: str) -> Span:
        """The place of the value at a pointer, or of its nearest ancestor that exists."""
        pointer = self.origin(pointer)
        file, inner = self._file_of(pointer)
        return file.span(file.places.find(inner).value, pointer)

    def key_span(self, pointer: str) -> Span:
        """The place of the key of the value at a pointer; in a list, of the value."""
        pointer = self.origin(pointer)
        file, inner = self._file_of(pointer)
        return file.span(file.places.find(inner).key, pointer)

    def origin(self, pointer: str) -> str:
        """The pointer under which a part stands in the files as they were read."""
        for moves in reversed(self._moves):
            pointer = moved_from(moves, pointer)
        return pointer

    def rearranged(
        self, data: dict[str, Any], moves: Moves, warnings: Iterable[Diagnostic] = ()
    ) -> Document:
        """The document with other data, whose parts stood elsewhere before."""
        told = (*self.warnings, *warnings)
        return replace(self, data=data, warnings=told, _moves=(*self._moves, moves))

    def without(self, data: dict[str, Any], left_out: Iterable[LeftOut]) -> Document:
        """The document with data that lacks its faulty parts."""
        return replace(self, data=data, left_out=(*self.left_out, *left_out))

    def line_text(self, span: Span) -> str:
        """The source line a span points into; empty for a file this document does not have."""
        for file in (self._root, *self._mounted.values()):
            if file.name == span.file:
                return file.line(span.line)
        return ""

    def references(self) -> Iterator[Reference]:
        """Every reference of the document, and of what of the other files is reached by one."""
        own = {key: part for key, part in self.data.items() if key != MOUNT}
        seen: set[int] = set()
        followed: set[str] = set()
        pending = [""]
        while pending:
            if (start := pending.pop()) not in followed:
                followed.add(start)
                for reference in references_in(self.data if start else own, start, seen):
                    yield reference
                    pending.append(reference.target)

    def _file_of(self, pointer: str) -> tuple[File, list[str]]:
        parts = split_pointer(pointer)
        if len(parts) > 1 and parts[0] == MOUNT and parts[1] in self._mounted:
            return self._mounted[parts[1]], parts[2:]
        return self._root, parts


def moved_from(moves: Moves, pointer: str) -> str:
    """Where the nearest part that was moved, and what stands below it, stood before."""
    head, rest = pointer, ""
    while moves:
        if head in moves:
            return moves[head] + rest
        if not head:
            break
        head, _, last = head.rpartition("/")
        rest = f"/{last}{rest}"
    return pointer

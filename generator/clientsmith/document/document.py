"""A document that was read: plain data, and the place of each value in its file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

from ..diagnostics import Diagnostic, Span
from .chains import Chain, follow, reference_of
from .pointers import Lookup, split_pointer
from .positions import File, Text
from .references import MOUNT, Reference, references_in
from .remote import RemoteFile

Moves: TypeAlias = Mapping[str, str]
"""The pointer of a value → its pointer before it was moved."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A faulty part of a document that a lenient run does without; `why` is for the user."""

    pointer: str
    kind: str
    why: str


@dataclass(frozen=True)
class Document:
    """An OpenAPI document as plain data, with the place of each value in its file.

    Every `$ref` is local: its text is `#` and a JSON pointer without percent-encoding. Other files
    of the document are below the key `x-clientsmith-files` (`MOUNT`).
    """

    path: Path
    data: dict[str, Any]
    files: Mapping[Path, str]
    """The hash of each file that it was read from, the root first. For files of other hosts, the
    hashes of the lock and of the copies; empty for a file that a lenient run does without.
    """
    warnings: tuple[Diagnostic, ...]
    _root: File
    _mounted: dict[str, File]
    _moves: tuple[Moves, ...] = ()
    """The steps by which values moved since the files were read, the last step last."""
    dangling: Mapping[str, Diagnostic] = field(default_factory=dict[str, Diagnostic])
    """Why a reference leads nowhere, by the pointer that it names instead. In a strict run only
    entries of a discriminator's mapping lead nowhere.
    """
    left_out: tuple[LeftOut, ...] = ()
    remote: tuple[RemoteFile, ...] = ()
    """The files that were read from other hosts."""
    overlays: tuple[Text, ...] = ()
    """The texts of the overlays that changed it."""

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup(self.data)

    def get(self, pointer: str) -> Any:
        """Return the value at a JSON pointer, "" for the root.

        Raises:
            KeyError: there is none.
        """
        return self._lookup.get(pointer)

    def next_reference(self, pointer: str) -> str | None:
        """Return the pointer that the value at a pointer refers to by `$ref`, if it is a `$ref`."""
        try:
            return reference_of(self.get(pointer))
        except KeyError:
            return None

    def follow(self, pointer: str) -> Chain:
        """Return the chain of `$ref`s that begins with the value at a pointer."""
        return follow(pointer, self.next_reference)

    def span(self, pointer: str) -> Span:
        """Return the place of the value at a pointer, or of its nearest ancestor that exists."""
        pointer = self.origin(pointer)
        file, inner = self._file_of(pointer)
        return file.value_span(inner, pointer)

    def key_span(self, pointer: str) -> Span:
        """Return the place of the key of the value at a pointer; of the value, for a list item."""
        pointer = self.origin(pointer)
        file, inner = self._file_of(pointer)
        return file.key_span(inner, pointer)

    def origin(self, pointer: str) -> str:
        """Return the pointer that a value had in the files as they were read."""
        for moves in reversed(self._moves):
            pointer = moved_from(moves, pointer)
        return pointer

    @property
    def moves(self) -> tuple[Moves, ...]:
        """The rearrangements since the files were read, the latest last."""
        return self._moves

    def rearranged(
        self, data: dict[str, Any], moves: Moves, warnings: Iterable[Diagnostic] = ()
    ) -> Document:
        """Return the document with other data, in which some values moved."""
        return replace(
            self, data=data, warnings=(*self.warnings, *warnings), _moves=(*self._moves, moves)
        )

    def without(self, data: dict[str, Any], left_out: Iterable[LeftOut]) -> Document:
        """Return the document with data that lacks faulty parts."""
        return replace(self, data=data, left_out=(*self.left_out, *left_out))

    def line_text(self, span: Span) -> str:
        """Return the source line of a span; empty for a file that is none of the document's."""
        for file in (self._root, *self._mounted.values(), *self.overlays):
            if file.name == span.file:
                return file.line(span.line)
        return ""

    def references(self) -> Sequence[Reference]:
        """Return each reference of the root file, and of the values that references reach."""
        return self._references

    @cached_property
    def _references(self) -> tuple[Reference, ...]:
        # Validation and analysis both ask for them.
        return tuple(self._find_references())

    def _find_references(self) -> Iterator[Reference]:
        own = {key: part for key, part in self.data.items() if key != MOUNT}
        visited: set[int] = set()
        searched: set[str] = set()
        pending = [""]
        while pending:
            if (start := pending.pop()) not in searched:
                searched.add(start)
                for reference in references_in(self.data if start else own, start, visited):
                    yield reference
                    pending.append(reference.target)

    def _file_of(self, pointer: str) -> tuple[File, list[str]]:
        parts = split_pointer(pointer)
        if len(parts) > 1 and parts[0] == MOUNT and parts[1] in self._mounted:
            return self._mounted[parts[1]], parts[2:]
        return self._root, parts


def moved_from(moves: Moves, pointer: str) -> str:
    """Return the pointer that a value had before a step that moved it or a value around it.

    With `{"/a": "/x"}`, `/a/b` was at `/x/b` before, and `/c` where it is.
    """
    head, rest = pointer, ""
    while moves:
        if head in moves:
            return moves[head] + rest
        if not head:
            break
        head, _, last = head.rpartition("/")
        rest = f"/{last}{rest}"
    return pointer

"""The facts of a document that no other attribute of a node holds, and the places of nodes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..document import MOUNT, moved_from, split_pointer
from .types import Json


@dataclass(frozen=True, slots=True)
class Fact:
    """A keyword with its value, as the document writes it at or below a node.

    Each node with `facts` has there what its typed attributes leave out: `x-` extensions,
    `externalDocs`, assertions of JSON Schema that no type expresses such as `not` and `contains`.
    """

    keyword: str
    """The keyword behind the keys that lead to it from the node: `x-internal`, `items/title`."""
    value: Json
    pointer: str = field(default="", compare=False, repr=False)
    """The pointer of the value."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node is in the files of a document."""

    file: str
    """The path of the file, relative to the folder of the document; of a remote one, its URL."""
    pointer: str
    """The JSON pointer (RFC 6901) inside that file."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of a document, and the moves by which a pointer of the IR is found in them.

    A node's pointer addresses the document after all files are joined and Swagger 2.0 is converted.
    `Document.span` turns the same pointer into a line and a column.
    """

    file: str = ""
    """The path of the document's own file."""
    moves: tuple[Mapping[str, str], ...] = ()
    """For each rearrangement, in order: new pointer → old pointer of what it moved."""

    def place(self, pointer: str) -> Place:
        """Return the file and the pointer that a pointer of the IR stands for.

        `/x-clientsmith-files/pets.yaml/Pet` is `Place("pets.yaml", "/Pet")`.
        """
        for moves in reversed(self.moves):
            pointer = moved_from(moves, pointer)
        keys = split_pointer(pointer)
        if keys[:1] == [MOUNT] and len(keys) > 1:
            _, _, name, *_ = pointer.split("/", 3)
            return Place(keys[1], pointer[len(f"/{MOUNT}/{name}") :])
        return Place(self.file, pointer)

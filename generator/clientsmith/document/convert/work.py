"""The state of a conversion: the pointers of what moved, what was changed, and warnings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, cast

from ...diagnostics import Diagnostic, warning
from ...limits import Watch
from .. import Document, follow, join_pointer, members, next_reference

Node = dict[str, Any]
Convert = Callable[["Work", Any, str, str], Any]
"""Converts an object: gets the work, the object, its pointer, and its new pointer."""


class Work:
    """A document that is being converted."""

    def __init__(self, document: Document, watch: Watch) -> None:
        self.document = document
        self.watch = watch
        self.data = document.data
        self.moves: dict[str, str] = {}
        """New pointer → pointer in the document as it was read."""
        self.new_pointers: dict[str, str] = {}
        """Pointer in the document as it was read → new pointer, the first if there are several."""
        self.changes: Counter[str] = Counter()
        """How often each kind of object was converted."""
        self.warnings: list[Diagnostic] = []
        self.schemas_elsewhere: dict[str, None] = {}
        """The pointers of the schemas in other files that references name."""

    def move(self, new: str, old: str) -> None:
        """Note that the object at the pointer `new` was converted from the one at `old`."""
        self.new_pointers.setdefault(old, new)
        if new != old:
            self.moves[new] = old

    def lose(self, pointer: str, message: str, hint: str = "") -> None:
        """Warn of what OpenAPI 3.0 cannot express, at a pointer of the document as it was read."""
        self.warnings.append(warning("swagger-lost", message, self.document.span(pointer), hint))

    def resolve(self, pointer: str) -> str:
        """Return the pointer at the end of the chain of `$ref`s that begins at a pointer."""
        return follow(pointer, lambda place: next_reference(self.data, place)).end

    def node(self, pointer: str) -> Node:
        """Return the mapping at a pointer of the document as it was read, or an empty one."""
        try:
            return members(self.document.get(pointer))
        except KeyError:
            return {}

    def media_types(self, owner: Node, key: str) -> list[str] | None:
        """Return the media types of an operation, else those of the document; None without any.

        `key` is `consumes` or `produces`.
        """
        for place in (owner, self.data):
            named = place.get(key)
            if isinstance(named, list):
                return [name for name in cast("list[Any]", named) if isinstance(name, str)]
        return None


def each(work: Work, node: Any, old: str, new: str, convert: Convert) -> Iterator[tuple[str, Any]]:
    """Yield each member of a mapping, converted, and each extension (`x-…`) unchanged."""
    for key, value in members(node).items():
        work.watch.check()
        inner = join_pointer(key)
        yield key, value if key.startswith("x-") else convert(work, value, old + inner, new + inner)

"""What the parts of a conversion share: where each part stood before, and what there is to tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, cast

from ...diagnostics import Diagnostic, warning
from ...limits import Watch
from .. import Document, follow, join_pointer, members, next_reference

Node = dict[str, Any]
Make = Callable[["Work", Any, str, str], Any]
"""Makes a part anew: of the work, the part, where it stood and where it will stand."""


class Work:
    """A document under conversion."""

    def __init__(self, document: Document, watch: Watch) -> None:
        self.document = document
        self.watch = watch
        self.data = document.data
        self.moves: dict[str, str] = {}
        """New pointer → the pointer in the document as it was read."""
        self.now: dict[str, str] = {}
        """The other way round; of what stands in several places, the first."""
        self.changes: Counter[str] = Counter()
        """What was written anew, and how often."""
        self.told: list[Diagnostic] = []
        self.schemas_elsewhere: dict[str, None] = {}
        """The pointers of schemas in other files that references lead to."""

    def move(self, new: str, old: str) -> None:
        """Note that what stands at `new` stood at `old`."""
        self.now.setdefault(old, new)
        if new != old:
            self.moves[new] = old

    def lose(self, pointer: str, message: str, hint: str = "") -> None:
        """Tell of what OpenAPI 3.0 has no words for; `pointer` is of the document as it was."""
        self.told.append(warning("swagger-lost", message, self.document.span(pointer), hint))

    def resolve(self, pointer: str) -> str:
        """The end of the chain of references that begins at a pointer."""
        return follow(pointer, lambda place: next_reference(self.data, place)).end

    def node(self, pointer: str) -> Node:
        """The mapping at a pointer of the document as it was; an empty one where there is none."""
        try:
            return members(self.document.get(pointer))
        except KeyError:
            return {}

    def media_types(self, owner: Node, key: str) -> list[str] | None:
        """The media types that `consumes` or `produces` of an operation or the document names."""
        for place in (owner, self.data):
            named = place.get(key)
            if isinstance(named, list):
                return [name for name in cast("list[Any]", named) if isinstance(name, str)]
        return None


def each(work: Work, node: Any, old: str, new: str, make: Make) -> Iterator[tuple[str, Any]]:
    """The members of a mapping, each made anew; extensions as they are."""
    for key, value in members(node).items():
        work.watch.check()
        inner = join_pointer(key)
        yield key, value if key.startswith("x-") else make(work, value, old + inner, new + inner)

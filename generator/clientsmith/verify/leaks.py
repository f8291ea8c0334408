"""Texts of a document that change the structure of a file, and where the document has them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ..diagnostics import Diagnostic, error
from ..document import Document
from ..emit.artifacts import Artifact
from .kinds import difference
from .placeholders import Placeholders, Source, sources, with_placeholders


@dataclass(frozen=True, slots=True)
class Leak:
    """A file whose structure depends on a text of the document.

    `pointer` is the JSON pointer of the operation or schema that has the text.
    """

    path: str
    line: int
    pointer: str


def harmless(artifact: Artifact, kept: frozenset[int] = frozenset()) -> Artifact:
    """Return an artifact with placeholders for its texts, as `with_placeholders` makes them."""
    return replace(artifact, inputs=with_placeholders(artifact.inputs, kept))


class Twins:
    """Makes artifacts with placeholders; what two files share in their inputs, they share there."""

    def __init__(self) -> None:
        self._placeholders = Placeholders()
        self._last: tuple[Artifact, Artifact] | None = None

    def of(self, artifact: Artifact) -> Artifact:
        """Return an artifact with placeholders for all of its texts."""
        if self._last is None or self._last[0].inputs is not artifact.inputs:
            inputs = self._placeholders.of(artifact.inputs)
            self._last = artifact, replace(artifact, inputs=inputs)
        return replace(artifact, inputs=self._last[1].inputs)


def find_leak(
    artifact: Artifact, text: str, twin: str, printed: Callable[[Artifact], str]
) -> Leak | None:
    """Return the leak of a file, if there is one.

    A difference between `text` and its `twin`, which was printed from placeholders, means that a
    text of the document became code. To find that text, half after half of the operations and
    schemas get their texts back and are `printed`.
    """
    line = difference(artifact.kind, text, twin)
    if line is None:
        return None
    suspects: list[Source] = list(sources(artifact.inputs))
    while len(suspects) > 1:
        half = frozenset(id(source) for source in suspects[: len(suspects) // 2])
        again = printed(harmless(artifact, half))
        is_guilty = difference(artifact.kind, again, twin) is not None
        suspects = [source for source in suspects if (id(source) in half) == is_guilty]
    return Leak(artifact.path, line, suspects[0].pointer if suspects else "/info")


def leak_problem(found: Leak, document: Document) -> Diagnostic:
    """Return the error for a leak, at the place of the text in the document."""
    message = f"a text here changes what {found.path!r} does (line {found.line})"
    hint = "this must not be possible: please report it with the document"
    return error("prove-text", message, document.span(found.pointer), hint)

"""Check a document by the JSON Schema of OpenAPI and by the rules of clients."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..diagnostics import Diagnostic, arrange
from ..document import Document
from ..limits import UNWATCHED, Watch
from .fault import Fault
from .promises import check_promises
from .rules import walked
from .structure import Structure
from .version import version_of
from .walk import Walk


def check(document: Document, watch: Watch = UNWATCHED) -> tuple[Diagnostic, ...]:
    """Return all diagnostics of a document, sorted, with the warnings of reading it.

    What the document promises, such as that its examples fit, is checked here alone.
    """
    found = _faults(document, watch, check_promises)
    return arrange([*document.warnings, *(fault.diagnostic for fault in found)])


def faults(document: Document, watch: Watch = UNWATCHED) -> tuple[Fault, ...]:
    """Return the faults of a document that matter to a client.

    Raises:
        ClientsmithError: the document has more schemas than the limit, or checking takes too long.
    """
    return _faults(document, watch)


def _faults(
    document: Document,
    watch: Watch,
    more: Callable[[Walk], None] = lambda walk: None,
) -> tuple[Fault, ...]:
    version = version_of(document)
    if isinstance(version, Diagnostic):
        return (Fault("/openapi", version),)
    walk = walked(document, version, watch)
    more(walk)
    return (*walk.faults, *(each for each in _structural(walk) if each.pointer not in walk.covered))


def _structural(walk: Walk) -> Iterator[Fault]:
    """Yield the structural faults of a document, and of the parts in other files that it uses."""
    structure = Structure(walk.document, walk.version, walk.watch)
    found = [*structure.of_document()]
    for part in walk.outside_parts:
        found.extend(structure.of_part(part.pointer, part.kind))
    for finding in sorted(found, key=lambda finding: finding.pointer):
        yield finding.fault(walk.document)

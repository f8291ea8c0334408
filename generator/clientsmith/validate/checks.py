"""Check a document by the JSON Schema of OpenAPI and by the rules of clients."""

from __future__ import annotations

from ..cache import Cache
from ..diagnostics import Diagnostic, arrange
from ..document import Document
from ..limits import UNWATCHED, Watch
from .cached_structure import structure_faults
from .fault import Fault
from .rules import walked
from .version import version_of


def check(document: Document, watch: Watch = UNWATCHED) -> tuple[Diagnostic, ...]:
    """Return all diagnostics of a document, sorted, with the warnings of reading it."""
    return arrange(
        [*document.warnings, *(fault.diagnostic for fault in faults(document, watch=watch))]
    )


def faults(
    document: Document, cache: Cache | None = None, watch: Watch = UNWATCHED
) -> tuple[Fault, ...]:
    """Return all faults of a document.

    The `cache` keeps the structural faults of path items and components between runs.

    Raises:
        ClientsmithError: the document has more schemas than the limit, or checking takes too long.
    """
    version = version_of(document)
    if isinstance(version, Diagnostic):
        return (Fault("/openapi", version),)
    walk = walked(document, version, watch)
    found = structure_faults(walk, cache)
    return (*walk.faults, *(fault for fault in found if fault.pointer not in walk.covered))

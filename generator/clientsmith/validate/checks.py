"""Check a document by the JSON Schema of OpenAPI and by the rules of clients."""

from __future__ import annotations

from collections.abc import Callable

from ..cache import Cache
from ..diagnostics import Diagnostic, arrange
from ..document import Document
from ..limits import UNWATCHED, Watch
from .cached_structure import structure_faults
from .fault import Fault
from .promises import check_promises
from .rules import walked
from .version import version_of
from .walk import Walk


def check(document: Document, watch: Watch = UNWATCHED) -> tuple[Diagnostic, ...]:
    """Return all diagnostics of a document, sorted, with the warnings of reading it.

    What the document promises, such as that its examples fit, is checked here alone.
    """
    found = _faults(document, None, watch, check_promises)
    return arrange([*document.warnings, *(fault.diagnostic for fault in found)])


def faults(
    document: Document, cache: Cache | None = None, watch: Watch = UNWATCHED
) -> tuple[Fault, ...]:
    """Return the faults of a document that matter to a client.

    The `cache` keeps the structural faults of path items and components between runs.

    Raises:
        ClientsmithError: the document has more schemas than the limit, or checking takes too long.
    """
    return _faults(document, cache, watch)


def _faults(
    document: Document,
    cache: Cache | None,
    watch: Watch,
    more: Callable[[Walk], None] = lambda walk: None,
) -> tuple[Fault, ...]:
    version = version_of(document)
    if isinstance(version, Diagnostic):
        return (Fault("/openapi", version),)
    walk = walked(document, version, watch)
    more(walk)
    found = structure_faults(walk, cache)
    return (*walk.faults, *(fault for fault in found if fault.pointer not in walk.covered))

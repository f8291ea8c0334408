"""Checks a document: its structure by openapi-spec-validator's schemas, then what clients need.

In: a `Document`. Out: diagnostics, each with its place; `salvage` makes a document without the
faulty parts.

An error is what no client could be made of. What a generator can live with (a missing description,
a default that its own enum does not allow) is a warning. After a check without errors every keyword
has the type OpenAPI gives it, but for descriptions and summaries that are null.
"""

from __future__ import annotations

from ..cache import Cache
from ..diagnostics import Diagnostic, arrange
from ..document import Document
from ..limits import UNWATCHED, Watch
from .fault import Fault
from .pieces import structure_faults
from .rules import walked
from .version import version_of

__all__ = ["Fault", "check", "faults"]


def check(document: Document, watch: Watch = UNWATCHED) -> tuple[Diagnostic, ...]:
    """All that is wrong with a document, sorted; the warnings of reading it are among them."""
    return arrange(
        [*document.warnings, *(fault.diagnostic for fault in faults(document, watch=watch))]
    )


def faults(
    document: Document, cache: Cache | None = None, watch: Watch = UNWATCHED
) -> tuple[Fault, ...]:
    """All that is wrong with a document that was read.

    The `cache` knows the faults in the structure of path items and components.

    Raises: ClientsmithError: the document has more schemas than it may.
    """
    version = version_of(document)
    if isinstance(version, Diagnostic):
        return (Fault("/openapi", version),)
    walk = walked(document, version, watch)
    found = structure_faults(walk, cache)
    return (*walk.problems, *(fault for fault in found if fault.pointer not in walk.covered))

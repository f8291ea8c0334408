"""Validate a document: its structure by the JSON Schema of OpenAPI, then the rules of clients.

In: a `Document`. Out: its faults, each with a diagnostic; `salvage` returns a document without the
faulty parts.

An error is a fault that prevents a client. Faults that do not, such as a missing description or a
default that its own enum does not allow, are warnings. After a check without errors every keyword
has the type that OpenAPI gives it, except that descriptions and summaries may be null.

| file | what it checks |
|---|---|
| `structure`, `cached_structure`, `relevance`, `openapi_schema` | the JSON Schema of OpenAPI |
| `version` | the version of OpenAPI |
| `rules`, `walk` | order of the rules, and what they share |
| `references` | `$ref`s that lead nowhere or in a circle |
| `operations`, `content` | paths and operations; parameters, bodies, responses and headers |
| `schemas`, `keywords`, `required` | Schema Objects |
| `salvage` | strict and lenient runs: what is an error, and what is left out instead |
| `fault`, `display` | a fault; values of a document in messages |
"""

from __future__ import annotations

from ..cache import Cache
from ..diagnostics import Diagnostic, arrange
from ..document import Document
from ..limits import UNWATCHED, Watch
from .cached_structure import structure_faults
from .fault import Fault
from .rules import walked
from .version import version_of

__all__ = ["Fault", "check", "faults"]


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

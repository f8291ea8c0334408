"""What is wrong with a document, and where."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ..diagnostics import Diagnostic

PartKind = Literal[
    "path item",
    "parameter",
    "request body",
    "response",
    "header",
    "callback",
    "security scheme",
]


class Fault(NamedTuple):
    """What is wrong at a pointer."""

    pointer: str
    """Where the document has it now; the diagnostic tells where it was read."""
    diagnostic: Diagnostic
    ignored: bool = False
    """Whether to go on as if nothing stood there."""
    loses: bool = False
    """Whether operations lose an answer, a body or parameters with what stands there."""

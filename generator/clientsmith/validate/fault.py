"""A fault: what is wrong with a document at a pointer."""

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
    """A fault of a document at a pointer."""

    pointer: str
    """The pointer in the document as it is now; the diagnostic has the place in the file."""
    diagnostic: Diagnostic
    ignored: bool = False
    """Whether the value at the pointer is removed, since clients work without it."""
    loses: bool = False
    """Whether operations lack a response, a body or parameters because of the fault."""

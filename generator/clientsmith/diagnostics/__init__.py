"""Says what is wrong, where, and what to do: what every stage reports, and how it is printed.

In: a code, a message, a place and a hint. Out: a `Diagnostic`, a `ClientsmithError` with several,
and their text for a terminal, for programs and for GitHub.

| file | what it does |
|---|---|
| `diagnostic` | a problem with its place; problems in order, those of one cause as one |
| `rendering` | the forms in which problems are printed |
| `explanations` | what `docs/diagnostics.md` says of each code |
| `counts` | numbers with their nouns, for messages |
"""

from __future__ import annotations

from .diagnostic import (
    ClientsmithError,
    Diagnostic,
    Severity,
    Span,
    arrange,
    did_you_mean,
    error,
    has_errors,
    nearest,
    printable,
    seen_offset,
    span_with_paths,
    warning,
    with_paths,
)
from .rendering import render_github, render_json, render_text, workflow_command

__all__ = [
    "ClientsmithError",
    "Diagnostic",
    "Severity",
    "Span",
    "arrange",
    "did_you_mean",
    "error",
    "has_errors",
    "nearest",
    "printable",
    "render_github",
    "render_json",
    "render_text",
    "seen_offset",
    "span_with_paths",
    "warning",
    "with_paths",
    "workflow_command",
]

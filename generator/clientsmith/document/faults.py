"""What reading tells of JSON and YAML alike."""

from __future__ import annotations

from math import isfinite

from ..diagnostics import Diagnostic, Span, error
from ..limits import Limits, over

LONGEST_NUMBER = 1_000


def number_problem(written: str) -> Diagnostic | None:
    if len(written) > LONGEST_NUMBER:
        return error(
            "number",
            f"a number of {len(written):,} characters is too long",
            None,
            "quote it to make it text",
        )
    try:
        finite = isfinite(float(written))
    except ValueError:
        finite = False
    if finite:
        return None
    return error(
        "number",
        f"{written} is not a finite number; JSON has none such",
        None,
        "quote it to make it text",
    )


def duplicate(key: str, span: Span, first: Span) -> Diagnostic:
    return error(
        "duplicate-key",
        f"the key '{key}' stands twice; the first is at {first.line}:{first.column}",
        span,
        "remove or rename one of them",
    )


def too_many(span: Span, limits: Limits) -> Diagnostic:
    return over("nodes", limits.nodes, "the document has too many nodes", span)


def too_deep(span: Span, limits: Limits) -> Diagnostic:
    return over("depth", limits.depth, "the document is nested too deeply here", span)

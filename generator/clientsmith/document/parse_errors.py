"""Errors that JSON and YAML texts have in common."""

from __future__ import annotations

from math import isfinite

from ..diagnostics import Diagnostic, Span, error
from ..limits import Limits, over

LONGEST_NUMBER = 1_000
"""The characters of a number; converting a longer one takes time that grows with its square."""


def number_problem(written: str) -> Diagnostic | None:
    """Return the error that a number is too long or not finite, without a place; else None."""
    if len(written) > LONGEST_NUMBER:
        message = f"a number of {len(written):,} characters is too long"
        return error("number", message, None, "put it in quotes if it is text")
    try:
        finite = isfinite(float(written))
    except ValueError:
        finite = False
    if finite:
        return None
    message = f"{written} is not a finite number, and JSON has no others"
    return error("number", message, None, "put it in quotes if it is text")


def duplicate(key: str, span: Span, first: Span) -> Diagnostic:
    """Return the error that a mapping has a key twice; `first` is the place of the other one."""
    message = f"duplicate key '{key}'; the first is at {first.line}:{first.column}"
    return error("duplicate-key", message, span, "remove or rename one of them")


def too_many(span: Span, limits: Limits) -> Diagnostic:
    """Return the error that a document has more nodes than the limit."""
    return over("nodes", limits.nodes, "the document has too many nodes", span)


def too_deep(span: Span, limits: Limits) -> Diagnostic:
    """Return the error that mappings and lists are nested more deeply than the limit."""
    return over("depth", limits.depth, "the document is nested too deeply here", span)

"""How each kind of file is proven."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass

from ..diagnostics import Diagnostic, error
from ..emit.artifacts import Kind
from . import data, markdown, python


@dataclass(frozen=True, slots=True)
class _Proof:
    problems: Callable[[str, str, str], tuple[Diagnostic, ...]]
    """From path and text of a file, and the text before it was formatted, to its faults."""
    difference: Callable[[str, str], int | None]
    """From a text and another one to the first line at which their structure differs."""


def problems(kind: Kind, path: str, text: str, printed: str) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a file: it is not of its kind, or formatting changed it.

    A Python module may define and name things on import and do nothing else. `printed` is the text
    before it was formatted.
    """
    return _PROOFS[kind].problems(path, text, printed)


def difference(kind: Kind, text: str, other: str) -> int | None:
    """Return the first line at which two files differ in more than texts, None where none does."""
    try:
        return _PROOFS[kind].difference(text, other)
    except (SyntaxError, ValueError, RecursionError):
        # A text that is code is none any more once it is a placeholder.
        return 1


def _parsed_by(read: Callable[[str], object]) -> Callable[[str, str, str], tuple[Diagnostic, ...]]:
    def check(path: str, text: str, printed: str) -> tuple[Diagnostic, ...]:
        try:
            read(text)
        except (ValueError, RecursionError) as problem:
            return (error("prove-syntax", f"{path!r} does not parse: {problem}", None),)
        return ()

    return check


def _nothing(path: str, text: str, printed: str) -> tuple[Diagnostic, ...]:
    return ()


def _module(path: str, text: str, printed: str) -> tuple[Diagnostic, ...]:
    found = tuple(python.problems(path, text))
    line = None if found else python.reformatting_difference(text, printed)
    if line is None:
        return found
    return (
        error("prove-format", f"{path!r} is another program once formatted (line {line})", None),
    )


_PROOFS: dict[Kind, _Proof] = {
    "python": _Proof(_module, python.difference),
    "markdown": _Proof(_nothing, markdown.difference),
    "json": _Proof(_parsed_by(data.read_json), data.json_difference),
    "toml": _Proof(_parsed_by(tomllib.loads), data.toml_difference),
    "text": _Proof(_nothing, data.text_difference),
}

"""Prints diagnostics as text with the line of the document, as JSON, and for GitHub."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from .diagnostic import Diagnostic, Severity, Span, arrange, label_of, place_of, printable

# A minified document is one long line, of which only the part around the problem is shown.
_SHOWN_WIDTH = 120
_SHOWN_BEFORE = 60


def _lines_on_disk() -> Callable[[Span], str]:
    """Return a function that returns the source line of a span, and reads each file once."""

    @cache
    def lines(file: str) -> list[str]:
        path = Path(file)
        try:
            return (
                path.read_bytes().decode("utf-8-sig", "replace").split("\n")
                if path.is_file()
                else []
            )
        except (OSError, ValueError):
            return []

    def line_text(span: Span) -> str:
        found = lines(span.file)
        return found[span.line - 1].removesuffix("\r") if 0 < span.line <= len(found) else ""

    return line_text


def render_text(
    diagnostics: Iterable[Diagnostic],
    document_lines: Callable[[Span], str] | None = None,
    color: bool = False,
) -> str:
    """Return diagnostics as text for people, each with source line, caret and hint.

    Args:
        diagnostics: In any order.
        document_lines: Returns the source line of a span, such as `Document.line_text`; by default
            it is read from disk.
        color: Whether the terminal shows colors.
    """
    line_text = document_lines or _lines_on_disk()
    return "".join(
        _block(diagnostic, line_text, color) + "\n" for diagnostic in arrange(diagnostics)
    )


def render_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Return diagnostics as a JSON object for programs, ASCII only, with counts and a list."""
    arranged = arrange(diagnostics)
    counts = Counter(diagnostic.severity for diagnostic in arranged)
    rows = [
        {
            "code": diagnostic.code,
            "severity": diagnostic.severity,
            "message": diagnostic.message,
            "hint": diagnostic.hint,
            "file": diagnostic.span.file if diagnostic.span else None,
            "line": diagnostic.span.line if diagnostic.span else None,
            "column": diagnostic.span.column if diagnostic.span else None,
            "pointer": diagnostic.span.pointer if diagnostic.span else None,
            **_related(diagnostic.span),
        }
        for diagnostic in arranged
    ]
    summary = {
        "errors": counts["error"],
        "warnings": counts["warning"],
        "diagnostics": rows,
    }
    return json.dumps(summary, indent=2) + "\n"


def _related(span: Span | None) -> dict[str, object]:
    """Return the second place of a span for JSON; nothing for a span without one."""
    if span is None or span.note is None:
        return {}
    how, other = span.note
    return {"related": {"how": how, "file": other.file, "line": other.line, "column": other.column}}


def render_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Return diagnostics as GitHub workflow commands, which a pull request shows as annotations."""
    return "".join(_annotation(diagnostic) + "\n" for diagnostic in arrange(diagnostics))


def _block(diagnostic: Diagnostic, line_text: Callable[[Span], str], color: bool) -> str:
    tint = {"error": "31", "warning": "33"}[diagnostic.severity]
    place = _paint(place_of(diagnostic.span), "1", color)
    label = _paint(label_of(diagnostic), f"1;{tint}", color)
    lines = [f"{place}{label} {printable(diagnostic.message)}"]
    line = line_text(diagnostic.span) if diagnostic.span else ""
    if diagnostic.span and line.strip():
        shown, indent = _excerpt(line, diagnostic.span.column)
        gutter = str(diagnostic.span.line)
        lines.append(f"  {gutter} | {shown}")
        lines.append(f"  {' ' * len(gutter)} | {' ' * indent}{_paint('^', tint, color)}")
    if diagnostic.span and diagnostic.span.note:
        lines.append(f"  {_paint('note:', '36', color)} {printable(diagnostic.span.noted)}")
    if diagnostic.hint:
        lines.append(f"  {_paint('hint:', '36', color)} {printable(diagnostic.hint)}")
    return "\n".join(lines)


def _excerpt(line: str, column: int) -> tuple[str, int]:
    """Return the part of a line around a column, and the width on a terminal up to the column."""
    line = line.replace("\t", " ").rstrip()
    at = min(column - 1, len(line))
    start = 0 if len(line) <= _SHOWN_WIDTH else max(0, at - _SHOWN_BEFORE)
    end = start + _SHOWN_WIDTH
    before = ("… " if start else "") + printable(line[start:at])
    after = printable(line[at:end]) + (" …" if end < len(line) else "")
    return before + after, sum(_width(letter) for letter in before)


def _width(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _paint(text: str, style: str, color: bool) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if color and text else text


def _annotation(diagnostic: Diagnostic) -> str:
    text = printable(diagnostic.message)
    if diagnostic.span and diagnostic.span.note:
        text += f"\nnote: {printable(diagnostic.span.noted)}"
    if diagnostic.hint:
        text += "\nhint: " + printable(diagnostic.hint)
    title = f"clientsmith {diagnostic.code}"
    return workflow_command(diagnostic.severity, diagnostic.span, title, text)


def workflow_command(severity: Severity, span: Span | None, title: str, text: str) -> str:
    """Return the workflow command by which GitHub shows a text at a place, escaped."""
    properties = [("title", title)]
    if span:
        properties = [
            ("file", printable(span.file)),
            ("line", str(span.line)),
            ("col", str(span.column)),
            *properties,
        ]
    listed = ",".join(f"{name}={_escape_property(value)}" for name, value in properties)
    return f"::{severity} {listed}::{_escape_data(text)}"


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")

"""Diagnostics: problems with a place, printed as text, JSON or GitHub annotations."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Literal

from .counts import counted

Severity = Literal["error", "warning"]

# A minified document is one long line, of which only the part around the problem is shown.
_SHOWN_WIDTH = 120
_SHOWN_BEFORE = 60
_LONGEST = 1_000


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: line and column, counted in characters from 1."""

    file: str
    line: int
    column: int
    pointer: str = ""
    note: tuple[str, Span] | None = field(default=None, compare=False)
    """A second place that an overlay joins with this one, and how: "added to", openapi.yaml:3:1."""

    @property
    def noted(self) -> str:
        """The second place in words, such as `added to openapi.yaml:3:1`; else empty."""
        return f"{self.note[0]} {self.note[1]}" if self.note else ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem for the user: what is wrong, where, and what to do (`hint`)."""

    code: str
    severity: Severity
    message: str
    span: Span | None
    hint: str = ""

    def __post_init__(self) -> None:
        for name in ("message", "hint"):
            object.__setattr__(self, name, _shortened(getattr(self, name)))


def _shortened(text: str) -> str:
    """Return a text without its middle if it is too long, as one from a document can be."""
    if len(text) <= _LONGEST:
        return text
    return f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 2 :]}"


class ClientsmithError(Exception):
    """The exception of all stages, with one or more diagnostics, sorted."""

    diagnostics: tuple[Diagnostic, ...]

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = arrange(diagnostics)
        super().__init__("\n".join(_headline(diagnostic) for diagnostic in self.diagnostics))

    def __reduce__(self) -> tuple[type[ClientsmithError], tuple[tuple[Diagnostic, ...]]]:
        # A process pool pickles it; the default would send its text only, without the diagnostics.
        return type(self), (self.diagnostics,)


def error(code: str, message: str, span: Span | None, hint: str = "") -> Diagnostic:
    """Return a diagnostic that ends a run."""
    return Diagnostic(code, "error", message, span, hint)


def warning(code: str, message: str, span: Span | None, hint: str = "") -> Diagnostic:
    """Return a diagnostic that a run continues after."""
    return Diagnostic(code, "warning", message, span, hint)


def span_with_paths(span: Span, shown: Callable[[str], str]) -> Span:
    """Return a place in the files that are shown: `shown` takes a path and returns that one."""
    note = span.note and (span.note[0], span_with_paths(span.note[1], shown))
    return replace(span, file=shown(span.file), note=note)


def with_paths(diagnostic: Diagnostic, shown: Callable[[str], str]) -> Diagnostic:
    """Return a diagnostic with other paths; `shown` returns a text with those that are shown."""
    return replace(
        diagnostic,
        message=shown(diagnostic.message),
        span=diagnostic.span and span_with_paths(diagnostic.span, shown),
        hint=shown(diagnostic.hint),
    )


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return whether one of the diagnostics is an error."""
    return any(diagnostic.severity == "error" for diagnostic in diagnostics)


def arrange(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return diagnostics without duplicates, sorted by place, severity, code and message.

    Those with one cause, such as a hundred references to a missing schema, become one diagnostic at
    the first place: `'#/components/schemas/Foo' does not exist (100 places)`.
    """
    found: dict[object, list[Diagnostic]] = {}
    for diagnostic in sorted(dict.fromkeys(diagnostics), key=_order):
        found.setdefault(_cause(diagnostic), []).append(diagnostic)
    return tuple(
        (
            replace(first, message=f"{first.message} ({counted(1 + len(others), 'place')})")
            if others
            else first
        )
        for first, *others in found.values()
    )


def _cause(diagnostic: Diagnostic) -> object:
    """Return a key that diagnostics with the same cause share.

    References with the same message have one cause, and so have files and limits. All other
    diagnostics have a cause each.
    """
    if diagnostic.code == "ref-outside":
        return diagnostic.code, diagnostic.severity
    if diagnostic.code == "file" or diagnostic.code.startswith(("ref-", "limit-")):
        return diagnostic.code, diagnostic.severity, diagnostic.message
    return diagnostic


def _order(diagnostic: Diagnostic) -> tuple[Span, Severity, str, str, str]:
    nowhere = Span("", 0, 0)
    return (
        diagnostic.span or nowhere,
        diagnostic.severity,
        diagnostic.code,
        diagnostic.message,
        diagnostic.hint,
    )


def nearest(word: str, words: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the one of `words` that is most similar to `word`; None if none is similar.

    `cutoff` is how similar it has to be: from 0 for any word to 1 for the same word.
    """
    if len(word) > 200:
        return None
    by_folded = {candidate.casefold(): candidate for candidate in words}
    found = get_close_matches(word.casefold(), by_folded, n=1, cutoff=cutoff)
    return by_folded[found[0]] if found else None


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """Return a hint with the most similar of `words`, or the empty string."""
    found = nearest(word, words)
    return f"did you mean '{found}'?" if found is not None else ""


def printable(text: str) -> str:
    """Return a text with control characters and bidirectional marks escaped, for a terminal."""
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii")
        for letter in text
    )


def seen_offset(text: str, offset: int) -> int:
    """Return an offset of a text, or the end of the last line before it where its own is blank.

    What is missing at the end of a file is missed in the empty line behind the last one, of which
    there is nothing to show.
    """
    start = text.rfind("\n", 0, offset) + 1
    if text[start:].partition("\n")[0].strip():
        return offset
    return len(text[:start].rstrip())


def lines_on_disk() -> Callable[[Span], str]:
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
    line_text = document_lines or lines_on_disk()
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


def _headline(diagnostic: Diagnostic) -> str:
    return f"{_place(diagnostic.span)}{_label(diagnostic)} {printable(diagnostic.message)}"


def _place(span: Span | None) -> str:
    return f"{printable(str(span))} " if span else ""


def _label(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.severity}[{diagnostic.code}]"


def _block(diagnostic: Diagnostic, line_text: Callable[[Span], str], color: bool) -> str:
    tint = {"error": "31", "warning": "33"}[diagnostic.severity]
    place = _paint(_place(diagnostic.span), "1", color)
    label = _paint(_label(diagnostic), f"1;{tint}", color)
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

"""Diagnostics: problems with a place, and the exception that carries them between stages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Literal

from .counts import counted

Severity = Literal["error", "warning"]

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


def _headline(diagnostic: Diagnostic) -> str:
    return f"{place_of(diagnostic.span)}{label_of(diagnostic)} {printable(diagnostic.message)}"


def place_of(span: Span | None) -> str:
    """Return a place as text before a label: `openapi.yaml:3:1 `; nothing without a place."""
    return f"{printable(str(span))} " if span else ""


def label_of(diagnostic: Diagnostic) -> str:
    """Return the severity and the code of a diagnostic: `error[ref-missing]`."""
    return f"{diagnostic.severity}[{diagnostic.code}]"

"""Texts that fit a length and a pattern of a document, for examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from ...document import Pattern, matches, pattern_of, tokens

_USUAL = (
    *("string", "example", "2026-01-31T12:00:00Z", "2026-01-31", "12:00:00", "user@example.com"),
    *("https://example.com", "example.com", "192.0.2.1", "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e"),
)
_CHARACTERS = "aA10-_. /:+#@,=%~\u00e9"
_MOST = 100
"""How often a part of a text is repeated at most."""


def text_for(node: dict[str, Any]) -> str:
    """Return a text of the length and pattern of a schema; any text where none is found."""
    source, least, most = (node.get(key) for key in ("pattern", "minLength", "maxLength"))
    return _text(
        source if isinstance(source, str) else "",
        least if isinstance(least, int) else 0,
        most if isinstance(most, int) else None,
    )


@lru_cache(1_024)
def _text(source: str, least: int, most: int | None) -> str:
    pattern = pattern_of(source)
    made = _made(source, least) if pattern.regex else _repeated(least)
    for text in (*_USUAL, *made):
        if least <= len(text) and (most is None or len(text) <= most) and matches(pattern, text):
            return text
    return _USUAL[0]


def _repeated(least: int) -> Iterator[str]:
    yield from ("a" * max(least, 1), "") if least <= _MOST else ()


def _made(source: str, least: int) -> Iterator[str]:
    """Yield texts that may match a pattern: each part as seldom as allowed, then more often."""
    for more in (0, 1, 2, least, max(least - 1, 0)):
        yield _composed(source, min(more, _MOST))


def _composed(source: str, more: int) -> str:
    """Return a text of the first of all alternatives of a pattern."""
    groups: list[tuple[list[str], str | None]] = [([], None)]
    for kind, text in tokens(source):
        parts, first = groups[-1]
        match kind:
            case "group":
                groups.append(([], None))
            case "repeat":
                parts[-1:] = [parts[-1] * _count(text, more)] if parts else []
            case "syntax" if text == "|":
                groups[-1] = [], "".join(parts) if first is None else first
            case "syntax" if text == ")" and len(groups) > 1:
                groups.pop()
                groups[-1][0].append("".join(parts) if first is None else first)
            case "syntax" | "edge":
                parts.append("")
            case _:
                one = Pattern("", f"^(?:{text})$")
                parts.append(next(_fitting(one, (*_CHARACTERS, text[-1:])), ""))
    parts, first = groups[0]
    return "".join(parts) if first is None else first


def _fitting(pattern: Pattern, texts: Iterable[str]) -> Iterator[str]:
    return (text for text in texts if matches(pattern, text))


def _count(text: str, more: int) -> int:
    """Return how often a part with this quantifier is repeated."""
    if text[0] != "{":
        return (text[0] == "+") + more if text[0] != "?" else min(more, 1)
    least, comma, most = text.rstrip("?")[1:-1].partition(",")
    count = int(least) + (more if comma else 0)
    return min(count, int(most)) if most else min(count, int(least) + _MOST)

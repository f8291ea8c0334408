"""Numbers with their nouns: `1 file`, and never `1 files`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import clientsmith
from clientsmith.diagnostics.counts import counted

PACKAGE = Path(clientsmith.__file__).parent
NEVER_ONE = {
    # Expressions that never count one, or that a plain verb follows.
    "_LONGEST",
    "len(text)",
    "len(written)",
    "len(sources)",
    "count",
}


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ((1, "file"), "1 file"),
        ((0, "file"), "0 files"),
        ((2, "more place"), "2 more places"),
        ((12_345, "operation"), "12,345 operations"),
        ((1, "line is", "lines are"), "1 line is"),
        ((3, "line is", "lines are"), "3 lines are"),
    ],
)
def test_a_number_and_its_noun(words: tuple[int, str], text: str) -> None:
    assert counted(*words) == text


def test_no_message_joins_a_number_and_a_plural_itself() -> None:
    assert list(plurals()) == []


def plurals() -> Iterator[str]:
    """Yield the places of f-strings in which what counts is followed by a noun in the plural."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if "templates" in path.relative_to(PACKAGE).parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.JoinedStr):
                continue
            for value, after in zip(node.values, node.values[1:], strict=False):
                if not isinstance(value, ast.FormattedValue) or not isinstance(after, ast.Constant):
                    continue
                counts = ast.unparse(value.value)
                is_number = re.search(r"\blen\(|\bsum\(|(count|total|number)$", counts) or (
                    value.format_spec is not None and "," in ast.unparse(value.format_spec)
                )
                is_plural = re.match(r" (more |other )?[a-z]+s\b", str(after.value))
                if is_number and is_plural and counts not in NEVER_ONE and "counted" not in counts:
                    yield f"{path.relative_to(PACKAGE)}:{node.lineno} {ast.unparse(node)}"

"""Show values of a document in messages."""

from __future__ import annotations

from typing import Any


def short(text: str, length: int = 40) -> str:
    """Return a text, with its end replaced by an ellipsis if it is longer than `length`."""
    return text if len(text) <= length else text[: length - 1] + "…"


def quoted(value: Any) -> str:
    """Return a value as in the document, text in quotes: `'a'`, `null`, `3`."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return f"'{short(value)}'" if isinstance(value, str) else short(repr(value))


def kind_of(value: Any) -> str:
    """Return what a value is, in words: `text`, `a mapping`, `the number 3`."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, str):
        return "text"
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list) else f"the number {short(repr(value))}"

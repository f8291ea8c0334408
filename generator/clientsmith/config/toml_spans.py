"""The line and column of each key of a TOML text, which `tomllib` does not report.

The text is valid TOML by the time this runs: tomllib parsed it. So a scan is enough that tells keys
from what can contain something like a key: strings, comments, arrays and inline tables.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import cast

_SCAN = re.compile(
    r'(?P<string>"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<comment>\#[^\n]*)|(?P<open>[\[{])|(?P<close>[\]}])|(?P<equals>=)|(?P<newline>\n)"
    r"|(?P<other>[^\s\"'#\[\]{}=]+)",
    re.S,
)
_KEY_PART = re.compile(r'"((?:\\.|[^"\\])*)"|\'([^\']*)\'|([A-Za-z0-9_-]+)')
_DOT = re.compile(r"\s*\.\s*")

Key = tuple[str, ...]


def key_positions(text: str) -> Iterator[tuple[Key, tuple[int, int]]]:
    r"""Yield each key and table of a TOML text with its first line and column, counted from 1.

    `[targets.a]\noutput = "x"` gives `("targets",)` and `("targets", "a")` at 1:2, then
    `("targets", "a", "output")` at 2:1. Keys inside an inline table are not yielded.
    """
    found: set[Key] = set()
    for table, key, place in _written(text):
        # `[a.b]` and `a.b = 1` write `a` too.
        for size in range(len(table) + 1, len(key) + 1):
            if key[:size] not in found:
                found.add(key[:size])
                yield key[:size], place


def table_headers(text: str) -> Iterator[tuple[Key, int]]:
    """Yield each table of a TOML text that has a header, with the header's line."""
    for _, key, (line, _) in _written(text, has_keys=False):
        yield key, line


def _written(text: str, *, has_keys: bool = True) -> Iterator[tuple[Key, Key, tuple[int, int]]]:
    """Yield each header and each key with the table that it is in, and its line and column."""
    table: Key = ()
    depth, in_value, start = 0, False, -1
    line, line_start = 1, 0
    for match in _SCAN.finditer(text):
        kind = match.lastgroup
        at_start = start < 0 and not in_value and depth == 0
        if kind == "newline" and depth == 0:
            in_value, start = False, -1
        elif kind == "open":
            header = _header(text, match.start()) if at_start else None
            if header is not None:
                table, column = header
                yield (), table, (line, column - line_start)
                in_value = True
            depth += 1
        elif kind == "close":
            depth -= 1
        elif kind == "equals" and depth == 0 and not in_value:
            if has_keys:
                full = (*table, *_key_parts(text[start : match.start()]))
                yield table, full, (line, start - line_start + 1)
            in_value = True
        elif kind in ("string", "other") and at_start:
            start = match.start()
        newlines = match[0].count("\n")
        if newlines:
            line += newlines
            line_start = match.start() + match[0].rfind("\n") + 1


def _header(text: str, at: int) -> tuple[Key, int] | None:
    """Return the table that a `[header]` at an offset opens, and the offset after its first `[`."""
    inner = at + (2 if text.startswith("[[", at) else 1)
    line = text[inner:].split("\n", 1)[0]
    parts = tuple(_header_parts(line.lstrip()))
    return (parts, inner + len(line) - len(line.lstrip()) + 1) if parts else None


def _header_parts(text: str) -> Iterator[str]:
    position = 0
    while part := _KEY_PART.match(text, position):
        yield _unquoted(part)
        dot = _DOT.match(text, part.end())
        if dot is None:
            return
        position = dot.end()


def _key_parts(text: str) -> Key:
    return tuple(_unquoted(part) for part in _KEY_PART.finditer(text))


def _unquoted(part: re.Match[str]) -> str:
    if part[1] is not None:
        # A key in double quotes may contain escapes, which only TOML itself reads right.
        return cast("str", tomllib.loads(f'key = "{part[1]}"')["key"])
    return part[2] if part[2] is not None else part[3]

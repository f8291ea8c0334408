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
    found_keys: set[Key] = set()
    table: Key = ()
    depth, in_value, start = 0, False, -1
    line, line_start = 1, 0
    for match in _SCAN.finditer(text):
        kind = match.lastgroup
        at_start = start < 0 and not in_value and depth == 0
        if kind == "newline" and depth == 0:
            in_value, start = False, -1
        elif kind == "open":
            if at_start:
                header = _header(text, match.start())
                if header is not None:
                    table, column = header
                    for key in _prefixes(table, 1):
                        if key not in found_keys:
                            found_keys.add(key)
                            yield key, (line, column - line_start)
                    in_value = True
            depth += 1
        elif kind == "close":
            depth -= 1
        elif kind == "equals" and depth == 0 and not in_value:
            full = (*table, *_key_parts(text[start : match.start()]))
            column = start - line_start + 1
            for key in _prefixes(full, len(table) + 1):
                if key not in found_keys:
                    found_keys.add(key)
                    yield key, (line, column)
            in_value = True
        elif kind in ("string", "other") and at_start:
            start = match.start()
        newlines = match[0].count("\n")
        if newlines:
            line += newlines
            line_start = match.start() + match[0].rfind("\n") + 1


def table_headers(text: str) -> Iterator[tuple[Key, int]]:
    """Yield each table of a TOML text that has a header, with the header's line."""
    depth, in_value, line = 0, False, 1
    for match in _SCAN.finditer(text):
        kind = match.lastgroup
        if kind == "newline" and depth == 0:
            in_value = False
        elif kind == "open":
            header = _header(text, match.start()) if depth == 0 and not in_value else None
            if header is not None:
                yield header[0], line
            depth += 1
        elif kind == "close":
            depth -= 1
        elif kind == "equals" and depth == 0:
            in_value = True
        line += match[0].count("\n")


def _prefixes(key: Key, shortest: int) -> Iterator[Key]:
    """Yield the prefixes of a key from a length on: of `a.b.c` from 2, `a.b` and `a.b.c`."""
    for size in range(shortest, len(key) + 1):
        yield key[:size]


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

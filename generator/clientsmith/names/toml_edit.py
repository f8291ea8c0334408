"""Adds one setting to a TOML text, all of whose other lines stay as they are.

A new line comes right after the last setting of its table. tomlkit, which edits what is there
already, would put it behind the comment of the table that follows.
"""

from __future__ import annotations

import tomllib
from typing import Any, cast

from ..config import dotted, quoted, table_headers

Key = tuple[str, ...]


def with_setting(text: str, key: Key, value: str) -> str:
    """Return a TOML text in which a key has a value.

    Raises:
        ValueError: the text cannot be edited so that it means just that.
    """
    wanted = tomllib.loads(text)
    inner = cast("Any", wanted)
    for part in key[:-1]:
        inner = inner.setdefault(part, {})
    is_there = key[-1] in inner
    inner[key[-1]] = value
    if not is_there:
        edited = _with_line(text, key, value)
        if edited is not None and _means(edited, wanted):
            return edited
    edited = _edited(text, key, value)
    if not _means(edited, wanted):
        raise ValueError("the file would mean something else")
    return edited


def _with_line(text: str, key: Key, value: str) -> str | None:
    """Return the text with a new line in the table of a key, or a new table behind that above it.

    None where the text writes neither as a table of its own.
    """
    lines = text.splitlines(keepends=True)
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    setting = f"{dotted(key[-1])} = {quoted(value)}{end}"
    headers = [*table_headers(text), ((), len(lines) + 1)]
    own = [at for at, (table, _) in enumerate(headers) if table == key[:-1]]
    above = [
        at for at, (table, _) in enumerate(headers) if table[: len(key) - 2] == key[:-2] and table
    ]
    if own:
        added = [setting]
    elif above:
        own = above
        added = [end, f"[{dotted(*key[:-1])}]{end}", setting]
    else:
        return None
    begin, finish = headers[own[-1]][1], headers[own[-1] + 1][1] - 1
    while finish > begin and not lines[finish - 1].split("#")[0].strip():
        finish -= 1
    if not lines[finish - 1].endswith("\n"):
        lines[finish - 1] += end
    return "".join([*lines[:finish], *added, *lines[finish:]])


def _edited(text: str, key: Key, value: str) -> str:
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(text)
        node = cast("Any", document)
        for part in key[:-1]:
            if part not in node:
                node[part] = tomlkit.table()
            node = node[part]
        node[key[-1]] = value
        return tomlkit.dumps(document)
    except TOMLKitError as problem:
        raise ValueError(str(problem)) from None


def _means(text: str, data: object) -> bool:
    try:
        return tomllib.loads(text) == data
    except ValueError:
        return False

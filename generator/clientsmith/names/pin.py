"""Writes the name that a person chooses into the configuration."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from ..analyze import clashes
from ..build.frontend import read_and_understood
from ..build.stages import Stages
from ..config import CallName, ClassName, Target, dotted, key_positions, quoted, read_file
from ..diagnostics import ClientsmithError, Diagnostic, Span, error
from ..identifiers import class_modules
from .rows import Row, shown_key
from .toml_edit import with_setting

_TABLES = {"call": "operations", "type": "types"}
_NAMES: dict[str, TypeAdapter[str]] = {
    "call": TypeAdapter(CallName),
    "type": TypeAdapter(ClassName),
}


@dataclass(frozen=True, slots=True)
class Pin:
    """A configuration with the setting of a name, not yet written."""

    path: Path
    content: bytes
    span: Span
    """The place of the setting."""
    is_new: bool
    """Whether the configuration differs from what it was."""


def pin(target: Target, path: Path, rows: Sequence[Row], row: Row, name: str) -> Pin:
    """Return the configuration at `path` with the setting by which a row has another name.

    The rest of the file stays as it is, byte by byte.

    Raises:
        ClientsmithError: no setting chooses the name (code `pin-impossible`), it is none for Python
            (`pin-name`), something else has it (`pin-taken`), or the file cannot be edited
            (`pin-file`).
    """
    if not row.setting:
        message = f"no setting names the {row.kind} {row.name!r}"
        hint = (
            f"`clientsmith names explain {shlex.quote(shown_key(row))}` says where its name comes"
            " from"
        )
        raise ClientsmithError([error("pin-impossible", message, row.span, hint)])
    try:
        _NAMES[row.kind].validate_python(name)
    except ValidationError as problem:
        why = str(problem.errors()[0].get("ctx", {}).get("error", problem))
        raise ClientsmithError([error("pin-name", why, row.span, _example(row))]) from None
    if taken := _taken(rows, row, name):
        raise ClientsmithError([taken])
    table, key = _TABLES[row.kind], row.key
    names = {**getattr(target, table), key: name}
    # The whole document is named again: a name may be impossible for reasons of other names.
    found = read_and_understood(target.model_copy(update={table: names}), Stages.of(target, None))
    given = found.api.calls if row.kind == "call" else found.api.types
    if given.get(key if row.kind == "call" else key.removeprefix("#")) != name:
        message = f"{shown_key(row)!r} cannot be called {name!r}: another has the name"
        raise ClientsmithError([error("pin-taken", message, row.span, "choose another name")])
    return _edited(target, path, (table, key), name)


def _example(row: Row) -> str:
    return f"choose a name such as {row.name!r}, which it has now"


def _taken(rows: Sequence[Row], row: Row, name: str) -> Diagnostic | None:
    """Return what is wrong with a name that something else has."""
    if row.kind == "call":
        calls = {each.key: each.name for each in rows if each.kind == "call" and each.setting}
        for _, why in clashes({**calls, row.key: name}, [row.key]):
            message = f"{row.key!r} cannot be called {name!r}: {why}"
            hint = "choose another name, or pin another name for that first"
            return error("pin-taken", message, row.span, hint)
        return None
    own = set(class_modules(row.key, name))
    for other in rows:
        if other.kind != "type" or other.key == row.key or other.name == row.name:
            continue
        if own.intersection(class_modules(other.key, other.name)):
            message = (
                f"{row.key!r} cannot be called {name!r}: {other.key!r} is called {other.name!r}"
            )
            hint = f"choose another name, or pin another for that first; it is at {other.span}"
            return error("pin-taken", message, row.span, hint)
    return None


def _edited(target: Target, path: Path, key: tuple[str, str], name: str) -> Pin:
    config = read_file(path)
    content = path.read_bytes()
    text = content.decode("utf-8-sig")
    full = (*config.root, "targets", target.name, *key)
    try:
        edited = with_setting(text, full, name)
    except ValueError as problem:
        message = f"the configuration cannot be edited: {problem}"
        setting = f"{quoted(key[1])} = {quoted(name)}"
        hint = f"write it into [{dotted(*full[:-1])}] by hand: {setting}"
        raise ClientsmithError([error("pin-file", message, config.span(), hint)]) from None
    mark = content[:3] if content.startswith(b"\xef\xbb\xbf") else b""
    return Pin(path, mark + edited.encode(), _place(path, edited, full), edited != text)


def _place(path: Path, text: str, key: tuple[str, ...]) -> Span:
    positions = dict(key_positions(text))
    while key and key not in positions:
        key = key[:-1]
    return Span(path.as_posix(), *positions.get(key, (1, 1)))

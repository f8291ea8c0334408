"""A text into a file that is not there, or at the end of one; never in the place of another."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

from ..diagnostics import ClientsmithError, error
from ..paths import shown


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there.

    Raises:
        ClientsmithError: it is, or cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as bad:
        raise _failed(path, bad) from None


def append(path: Path, text: str) -> None:
    """Add a text to the end of a file, after an empty line.

    Raises:
        ClientsmithError: it cannot be written, or is TOML that the text would break: one that has
            the same table.
    """
    try:
        with open(path, "rb+") as file:
            old = file.read()
            end = b"\r\n" if b"\r\n" in old else b"\n"
            added = (end if old else b"") + text.encode().replace(b"\n", end)
            if old and not old.endswith(b"\n"):
                added = end + added
            if path.suffix == ".toml":
                _check_toml(path, old + added)
            file.seek(0, os.SEEK_END)
            file.write(added)
    except OSError as bad:
        raise _failed(path, bad) from None


def _check_toml(path: Path, content: bytes) -> None:
    try:
        tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as bad:
        message = f"{shown(path)!r} was left as it is: with the new table it is not valid ({bad})"
        hint = "choose another name with --package, or edit the file by hand"
        raise ClientsmithError([error("init-file", message, None, hint)]) from None


def _failed(path: Path, bad: OSError) -> ClientsmithError:
    message = f"{shown(path)!r} cannot be written: {bad.strerror or bad}"
    return ClientsmithError([error("init-file", message, None)])

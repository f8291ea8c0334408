"""A single file, replaced in one step."""

from __future__ import annotations

import os
from pathlib import Path

from .problems import failed


def replace_file(path: Path, text: str | bytes) -> bool:
    """Write a text to `path` atomically, by one process at a time; return False if it has it.

    Raises:
        ClientsmithError: it cannot be written (code `output-failed`), and is as it was.
    """
    content = text.encode() if isinstance(text, str) else text
    new = path.with_name(f".clientsmith-{path.name}.new")
    try:
        # What a killed run left, or a link that leads elsewhere: neither is written into.
        new.unlink(missing_ok=True)
        if path.is_file() and path.read_bytes().replace(b"\r\n", b"\n") == content:
            return False
        try:
            with open(new, "xb") as file:
                file.write(content)
            os.replace(new, path)
        finally:
            new.unlink(missing_ok=True)
    except OSError as problem:
        raise failed(path, problem, "written") from problem
    return True


def replace_text(path: Path, text: str) -> bool:
    r"""Do as `replace_file`, with the ends of lines that the file has: `\r\n` stays that.

    It is for files that a person edits as well, whose editor may have written `\r\n`.

    Raises:
        ClientsmithError: as `replace_file`.
    """
    if is_text(path, text):
        return False
    try:
        with open(path, "rb") as file:
            is_crlf = file.readline().endswith(b"\r\n")
    except OSError:
        is_crlf = False
    return replace_file(path, text.replace("\n", "\r\n") if is_crlf else text)


def is_text(path: Path, text: str) -> bool:
    """Return whether a file has a text, whatever its ends of lines are."""
    try:
        return path.read_bytes().replace(b"\r\n", b"\n") == text.encode()
    except OSError:
        return False

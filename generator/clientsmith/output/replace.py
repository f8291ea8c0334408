"""A single file, replaced in one step."""

from __future__ import annotations

import os
from pathlib import Path

from .problems import failed


def replace_file(path: Path, text: str | bytes) -> bool:
    """Make `path` this text in one step; False when it was already. Two at once are not for it.

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

"""A document that an application describes itself: `document = "app.main:app"`.

A configuration alone never runs code: the document is then the copy that the last run with
`--run-app` kept, `openapi.json` beside the lock of names. So a fresh clone, and `check` in CI, need
neither the application nor what it depends on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..identifiers import module

_REFERENCE = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*:[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*(?:\(\))?")


@dataclass(frozen=True, slots=True)
class App:
    """An object with a method `openapi`, and the folder from which its module is imported."""

    reference: str
    """`app.main:app`, or `app.main:create_app()` for a function that returns the object."""
    folder: Path

    @property
    def module(self) -> str:
        """The module to import."""
        return self.reference.partition(":")[0]


def app_of(document: object, folder: Path) -> App | None:
    """Return the application that a value of `document` names; None if it is a path.

    A file of that name has precedence.
    """
    if not isinstance(document, str) or not _REFERENCE.fullmatch(document):
        return None
    return None if (folder / document).exists() else App(document, folder)


def document_path(table: Mapping[str, Any], name: str, folder: Path) -> Path | None:
    """Return the document of a target's table, of an application its copy; None if it has none."""
    document = table.get("document")
    if not isinstance(document, str) or "\0" in document:
        return None
    if app_of(document, folder) is None:
        return folder / document
    lock = table.get("lock")
    if isinstance(lock, str) and "\0" not in lock:
        return (folder / lock).parent / "openapi.json"
    # The name of a target may be any text, and a folder of that name lead anywhere.
    return folder / "specs" / module(name) / "openapi.json"

"""The manifest of a client: what clientsmith wrote into its folder, and of what."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .. import __version__
from ..diagnostics import ClientsmithError, Span, error
from ..paths import content_hash, shown
from .problems import failed

MANIFEST = ".clientsmith-manifest.json"


@dataclass(frozen=True, slots=True)
class Inputs:
    """The fingerprint and the documents of a client, for its manifest."""

    fingerprint: str = ""
    documents: tuple[str, ...] = ()
    """The files of the document, the root first, relative to its folder."""


NO_INPUTS = Inputs()


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files that clientsmith wrote into a folder: path to hash."""

    files: Mapping[str, str]
    inputs: Inputs = NO_INPUTS
    version: str = __version__

    @staticmethod
    def read(folder: Path) -> Manifest | None:
        """Return the manifest of a client, None if there is none.

        Raises:
            ClientsmithError: it is not a manifest (code `manifest-invalid`), or cannot be read.
        """
        path = folder / MANIFEST
        try:
            # Opening a pipe would wait for somebody to write into it.
            text = path.read_bytes() if path.is_file() or not path.exists() else b""
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as problem:
            raise failed(folder, problem, "read") from None
        try:
            data = json.loads(text)
            inputs = Inputs(
                fingerprint=_string(data["inputs"]["fingerprint"]),
                documents=tuple(_string(name) for name in data["inputs"]["documents"]),
            )
            files = {_string(name): _string(digest) for name, digest in data["files"].items()}
            return Manifest(files, inputs, _string(data["clientsmith"]))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
            place = Span(shown(path), getattr(problem, "lineno", 1), getattr(problem, "colno", 1))
            raise ClientsmithError(
                [
                    error(
                        "manifest-invalid",
                        "the manifest does not say what clientsmith wrote",
                        place,
                        "take it back from version control, or write the client anew with --force",
                    )
                ]
            ) from None

    def dump(self) -> str:
        """JSON, sorted, a file a line, so that a diff shows the files that changed."""
        data = {
            "clientsmith": self.version,
            "inputs": {
                "documents": list(self.inputs.documents),
                "fingerprint": self.inputs.fingerprint,
            },
            "files": dict(sorted(self.files.items())),
        }
        return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def file_digest(path: str | Path) -> str | None:
    """Return the hash of a regular file, None if there is no such file."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return None
    except (FileNotFoundError, NotADirectoryError):
        return None
    with open(path, "rb", buffering=0) as file:
        return content_hash(file.read())


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value

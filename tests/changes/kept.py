"""Keeps the verdicts of a run by document, so that a run goes on where it was stopped."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .verdicts import Verdict

ROOT = Path(__file__).parents[2]
FOLDER = Path.home() / ".cache" / "clientsmith-changes"


class Kept:
    """The verdicts of one verb, in a file of the cache."""

    def __init__(self, verb: str, folder: Path = FOLDER) -> None:
        self._path = folder / f"{verb}.json"
        self._state = state()

    def get(self, name: str, asked: str, is_any: bool) -> list[Verdict] | None:
        """Return the verdicts on a document; None where they are not kept.

        `asked` says how much of it is judged. `is_any` takes what programs of an earlier state of
        clientsmith met, too.
        """
        kept = self._read().get(name)
        if kept is None or kept["asked"] != asked or not (is_any or kept["state"] == self._state):
            return None
        return [Verdict.from_json(each) for each in kept["verdicts"]]

    def put(self, name: str, asked: str, found: Iterable[Verdict]) -> None:
        """Keep the verdicts on a document."""
        verdicts = [each.as_json() for each in found]
        # Another run may have added some meanwhile.
        data = {**self._read(), name: {"asked": asked, "state": self._state, "verdicts": verdicts}}
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_text(json.dumps(data), encoding="utf-8")

    def _read(self) -> dict[str, Any]:
        try:
            return json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}


def state() -> str:
    """Return twelve hexadecimal digits that stand for the sources of clientsmith and the oracle."""
    total = hashlib.sha256()
    for folder in ("generator", "templates", "tests/changes", "tests/conformance"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".py", ".jinja"):
                total.update(path.read_bytes())
    return total.hexdigest()[:12]

"""`DriftLog`: a file of differences between responses and document, for `clientsmith drift`."""

import json
import os
import re
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any

from .forks import guard
from .models import Drift

_TYPES: dict[type, str] = {
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    list: "array",
}
_MOST_KINDS = 1_000
_EACH_UP_TO = 16
_LONGEST = 200
_INDEX = re.compile(r"/\d+(?=/|\Z)")

_writing = Lock()
guard(_writing)


class DriftLog:
    """Appends drift to a file, a JSON object in each line: `Client(on_drift=DriftLog("a.jsonl"))`.

    It holds names and types of what differs, and with `values` also new values of enums. Of the
    same difference the first 16 are written, and then each time that their number doubles. The file
    gets no larger than `max_bytes`, and no failure reaches the call.
    """

    def __init__(
        self, path: str | Path, *, values: bool = False, max_bytes: int = 1_000_000
    ) -> None:
        self.path = Path(path)
        self._values = values
        self._max_bytes = max_bytes
        self._counts: dict[tuple[str, ...], int] = {}
        self._run = os.urandom(4).hex()

    def __call__(self, drift: Drift) -> None:
        # A full disk is no reason for a call to fail.
        with suppress(Exception):
            self._add(drift)

    def _add(self, drift: Drift) -> None:
        # Items of a list differ alike.
        pointer = _INDEX.sub("/*", drift.pointer)
        line: dict[str, Any] = {
            "operation": drift.operation,
            "pointer": pointer,
            "problem": drift.problem,
        }
        if drift.status is not None:
            line["status"] = drift.status
        if not pointer and drift.media_type:
            line["media_type"] = drift.media_type
        if drift.problem in ("unknown-field", "unknown-value", "invalid-value"):
            line["type"] = _type_of(drift.value)
        if self._values and drift.problem == "unknown-value" and len(str(drift.value)) <= _LONGEST:
            line["value"] = drift.value
        key = tuple(map(str, line.values()))
        with _writing:
            if key not in self._counts and len(self._counts) >= _MOST_KINDS:
                return
            count = self._counts[key] = self._counts.get(key, 0) + 1
            if count <= _EACH_UP_TO or count.bit_count() == 1:
                self._write(json.dumps({**line, "seen": count, "run": self._run}) + "\n")

    def _write(self, line: str) -> None:
        with open(self.path, "ab") as file:
            if file.tell() + len(line) <= self._max_bytes:
                file.write(line.encode())


def _type_of(value: object) -> str:
    """Return the JSON type of a value as it was received."""
    return "null" if value is None else _TYPES.get(type(value), "object")

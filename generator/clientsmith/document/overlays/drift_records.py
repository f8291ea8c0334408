"""Read the files that `DriftLog` of a generated client writes."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from ...diagnostics import ClientsmithError, error
from ...diagnostics.counts import counted
from ...limits import Limits, over
from ..files import unreadable
from ..positions import Text

_MEDIA = re.compile(r"[\w!#$&^.+-]{1,100}/[\w!#$&^.+-]{1,100}", re.ASCII)
_EACH_UP_TO = 16
"""Up to this number each difference is a line; later ones are written as their number doubles."""


_Kind = tuple[str, str, str, int | None, str]


@dataclass(slots=True)
class Record:
    """A difference between the answers of a server and the document, and how often it was seen."""

    operation: str
    pointer: str
    """The JSON Pointer in the answer, with `*` in place of the indexes of lists."""
    problem: str
    status: int | None = None
    """The status of the answers; None where an older client did not write it."""
    media_type: str = ""
    """The media type of the answers, where they differ as a whole."""
    count: int = 0
    is_minimum: bool = False
    """Whether it was received at least `count` times, and the log has no exact count."""
    types: dict[str, None] = field(default_factory=dict[str, None])
    """The JSON types of the values that were received, in order."""
    values: dict[str, Any] = field(default_factory=dict[str, Any])
    """The values, if they were recorded, by their JSON."""

    @property
    def times(self) -> str:
        """How often it was seen, in words."""
        count = counted(self.count, "time")
        return f"at least {count}" if self.is_minimum else count


def read_records(path: Path, limits: Limits) -> tuple[list[Record], int]:
    """Return what a file has, the most frequent first, and how many lines are not of its kind.

    Raises:
        ClientsmithError: the file cannot be read, or is too large.
    """
    name = path.as_posix()
    at = Text(name, "").span(0)
    try:
        with path.open("rb") as file:
            content = file.read(limits.bytes + 1)
    except (OSError, ValueError) as bad:
        raise ClientsmithError([unreadable(name, bad, at)]) from None
    if len(content) > limits.bytes:
        raise ClientsmithError([over("bytes", limits.bytes, "the file has too many bytes", at)])
    found: dict[_Kind, Record] = {}
    counts: dict[_Kind, dict[tuple[str, str], int]] = defaultdict(dict)
    others = 0
    for raw in content.splitlines():
        line = _line(raw)
        if line is None:
            others += bool(raw.strip())
            continue
        key = (line["operation"], line["pointer"], line["problem"], _status(line), _media(line))
        record = found.setdefault(key, Record(*key))
        if isinstance(line.get("type"), str):
            record.types[line["type"]] = None
        if "value" in line:
            record.values[json.dumps(line["value"])] = line["value"]
        # Each run and each kind of value counts for itself, and the last line has its number.
        kind = (str(line.get("run")), json.dumps([line.get("type"), line.get("value")]))
        counts[key][kind] = max(counts[key].get(kind, 0), _count(line))
    for key, record in found.items():
        record.count = sum(counts[key].values())
        record.is_minimum = max(counts[key].values()) >= _EACH_UP_TO
    ordered = sorted(found.values(), key=lambda each: (-each.count, each.operation, each.pointer))
    return ordered, others


def _line(raw: bytes) -> dict[str, Any] | None:
    try:
        data: Any = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    line = cast("dict[str, Any]", data)
    is_whole = all(isinstance(line.get(key), str) for key in ("operation", "pointer", "problem"))
    return line if is_whole else None


def _status(line: dict[str, Any]) -> int | None:
    status = line.get("status")
    return status if type(status) is int and 100 <= status < 600 else None


def _media(line: dict[str, Any]) -> str:
    media = line.get("media_type")
    return media if isinstance(media, str) and _MEDIA.fullmatch(media) else ""


def _count(line: dict[str, Any]) -> int:
    count = line.get("seen")
    return count if type(count) is int and count > 0 else 1


def nothing(path: Path) -> ClientsmithError:
    """Return the error that a file has no line of a `DriftLog`."""
    at = Text(path.as_posix(), "").span(0)
    hint = "a client writes such a file with on_drift=DriftLog(FILE)"
    return ClientsmithError([error("drift", "the file has no drift in it", at, hint)])

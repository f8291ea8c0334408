"""What came of a document: its tries, summed up by operation."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from .recorder import STREAMS
from .verdicts import verdict

_SAMPLES = 60
"""How many tries that nothing explains are kept with their details."""


@dataclass(slots=True)
class Result:
    """What came of a document."""

    source: str = ""
    """The package at its version and the document's place in it."""
    generator: str = ""
    """The fingerprint of the clientsmith that was tried."""
    dialect: str = ""
    operations: int = 0
    """The operations of the client."""
    chosen: int = 0
    """How many of them were to be tried."""
    tried: int = 0
    clean: int = 0
    """How many came out clean in every try."""
    classes: dict[str, int] = field(default_factory=dict[str, int])
    """Tries by class."""
    limits: dict[str, int] = field(default_factory=dict[str, int])
    """Operations by the limit that explains their first try that is not clean."""
    ours: int = 0
    """Operations with a try that is not clean, and that no limit explains."""
    streams: int = 0
    """Tries whose answer was a stream."""
    asynchronous: int = 0
    """Tries of the asynchronous client."""
    samples: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    """Tries that no limit explains, with what was sent and answered."""
    explained: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    """A few tries of each limit."""
    problem: str = ""
    """Why nothing, or not all, was tried."""
    seconds: int = 0

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Result:
        return cls(**data)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def count(path: Path, result: Result) -> None:
    """Sum up the tries of a file in a result, in place of what it has."""
    empty = Result()
    for name in ("classes", "limits", "samples", "explained", "streams", "asynchronous", "ours"):
        setattr(result, name, getattr(empty, name))
    states: dict[str, list[str]] = {}
    for trial in _tries(path):
        judged = verdict(trial, result.dialect)
        states.setdefault(trial["operation"], []).append(judged.limit)
        result.classes[judged.kind] = result.classes.get(judged.kind, 0) + 1
        result.streams += any(each["served"] in STREAMS for each in trial.get("exchanges", ()))
        result.asynchronous += trial.get("mode") == "async"
        if judged.is_ours:
            states[trial["operation"]][-1] = _OURS
        reported = {"class": judged.kind, "limit": judged.limit, "detail": judged.detail[:1000]}
        if judged.is_ours and len(result.samples) < _SAMPLES:
            result.samples.append({**reported, **trial})
        elif judged.limit and sum(x["limit"] == judged.limit for x in result.explained) < 3:
            result.explained.append({**reported, **trial})
    result.tried = len(states)
    result.clean = sum(not any(outcomes) for outcomes in states.values())
    result.ours = sum(_OURS in outcomes for outcomes in states.values())
    for outcomes in states.values():
        if any(outcomes) and _OURS not in outcomes:
            first = next(filter(None, outcomes))
            result.limits[first] = result.limits.get(first, 0) + 1


_OURS = "ours"


def _tries(path: Path) -> Iterator[dict[str, Any]]:
    if not path.exists():
        return
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            try:
                yield json.loads(line)
            except ValueError:
                # The last line of a process that was stopped.
                continue

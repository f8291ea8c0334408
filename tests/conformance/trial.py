"""One document: its client generated, Prism started, its operations called and judged."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Timer
from typing import Any

from . import prism
from .document import METHODS
from .prepare import chosen, served
from .verdicts import verdict

ROOT = Path(__file__).parents[2]
PACKAGE = "conformed"
_KEPT = 12
"""How many tries of a kind are kept with their details."""


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


def attempt(document: Path, folder: Path, *, seconds: float, most: int, name: str) -> Result:
    """Judge the calls of a document's client.

    `seconds` limits all of it, and at most `most` operations are called.
    """
    result, started = Result(), time.monotonic()
    ends = started + seconds
    try:
        _generate(document, folder, ends)
        coverage = json.loads((folder / PACKAGE / "coverage.json").read_text(encoding="utf-8"))
        rows = [
            {"operation": row["operation"], "call": row["call"]}
            for row in coverage["operations"]
            if row["status"] != "refused" and row["call"] and row["operation"].startswith(_METHODS)
        ]
        result.operations = len(rows)
        picked = chosen(rows, most, name)
        result.chosen = len(picked)
        if picked:
            made = served(document)
            with prism.running(made, folder / "prism.log", ends - time.monotonic()) as url:
                _call(url, made, folder, picked, ends)
    except (prism.PrismError, TrialError, OSError, ValueError, RecursionError) as problem:
        result.problem = f"{problem}"[:500]
    _count(folder / "tries.jsonl", result, document)
    result.seconds = round(time.monotonic() - started)
    return result


_METHODS = tuple(f"{method.upper()} /" for method in METHODS)


class TrialError(Exception):
    """A step of a trial failed."""


def _generate(document: Path, folder: Path, ends: float) -> None:
    target = ["--document", str(document), "--package", PACKAGE, "--output", str(folder)]
    for options in ([], ["--lenient"]):
        command = ["-m", "clientsmith", "generate", "--quiet", *options, *target]
        if not (told := _run(command, folder, ends)):
            return
    raise TrialError(f"no client: {told[-300:]}")


def _call(
    url: str, document: Path, folder: Path, rows: Sequence[dict[str, Any]], ends: float
) -> None:
    job = folder / "job.json"
    given = {"package": PACKAGE, "folder": str(folder), "url": url, "document": str(document)}
    output = folder / "tries.jsonl"
    job.write_text(json.dumps({**given, "operations": rows, "output": str(output)}))
    if told := _run(["-m", "tests.conformance.session", str(job)], folder, ends):
        raise TrialError(f"calls ended early: {told[-300:]}")


def _run(arguments: Sequence[str], folder: Path, ends: float) -> str:
    """What went wrong with a process; empty where nothing did."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(ROOT / "generator"), str(ROOT)]),
        "NO_COLOR": "1",
    }
    log = folder / "run.log"
    with log.open("wb") as output:
        # A session of its own: past the limit, what it has started ends with it.
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=folder,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        limit = Timer(max(ends - time.monotonic(), 1), os.killpg, (process.pid, signal.SIGKILL))
        limit.start()
        code = process.wait()
        is_late = not limit.is_alive()
        limit.cancel()
    if code and is_late:
        return "the time of the document is over"
    return log.read_text(errors="replace").strip() or f"exit {code}" if code else ""


def _count(path: Path, result: Result, document: Path) -> None:
    """Sum up the tries by operation."""
    result.dialect = _dialect(document)
    states: dict[str, list[str]] = {}
    for line in _lines(path):
        try:
            trial = json.loads(line)
        except ValueError:
            # The last line of a process that was stopped.
            continue
        judged = verdict(trial, result.dialect)
        states.setdefault(trial["operation"], []).append(
            "clean" if judged.kind == "clean" else judged.limit or "ours"
        )
        result.classes[judged.kind] = result.classes.get(judged.kind, 0) + 1
        result.streams += any(each["served"] for each in trial.get("exchanges", ()))
        if judged.kind == "clean":
            continue
        told = {"class": judged.kind, "limit": judged.limit, "detail": judged.detail[:1000]}
        if judged.is_ours:
            if len(result.samples) < _KEPT * 5:
                result.samples.append({**told, **trial})
        elif sum(each["limit"] == judged.limit for each in result.explained) < 3:
            result.explained.append({**told, **trial})
    result.tried = len(states)
    for outcomes in states.values():
        worst = [each for each in outcomes if each != "clean"]
        if not worst:
            result.clean += 1
        elif "ours" in worst:
            result.ours += 1
        else:
            result.limits[worst[0]] = result.limits.get(worst[0], 0) + 1


def _lines(path: Path) -> Iterator[str]:
    if path.exists():
        with path.open(encoding="utf-8") as lines:
            yield from lines


def _dialect(document: Path) -> str:
    head = document.read_text(encoding="utf-8-sig", errors="replace")
    found = re.search(r"""["']?(?:openapi|swagger)["']?\s*:\s*["']?([\d.]+)""", head)
    return found[1] if found else ""

"""One document: its client generated, Prism started, its operations called and judged."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Timer
from typing import Any

from . import prism
from .document import METHODS
from .prepare import chosen, served
from .tally import Result, count

ROOT = Path(__file__).parents[2]
PACKAGE = "conformed"
_PATIENCE = 240
"""Seconds in which Prism has to read a document."""


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
            patience = min(_PATIENCE, ends - time.monotonic())
            with prism.running(made, folder / "prism.log", patience) as url:
                _call(url, document, folder, picked, ends)
    except (prism.PrismError, TrialError, OSError, ValueError, RecursionError) as problem:
        result.problem = f"{problem}"[:500]
    result.dialect = _dialect(document)
    count(folder / "tries.jsonl", result)
    result.seconds = round(time.monotonic() - started)
    return result


_METHODS = tuple(f"{method.upper()} /" for method in METHODS)


class TrialError(Exception):
    """A step of a trial failed."""


def _generate(document: Path, folder: Path, ends: float) -> None:
    target = ["--document", str(document), "--package", PACKAGE, "--output", str(folder)]
    for options in ([], ["--lenient"]):
        command = ["-m", "clientsmith", "generate", "--quiet", *options, *target]
        if not (reported := _run(command, folder, ends)):
            return
    raise TrialError(f"no client: {reported[-300:]}")


def _call(
    url: str, document: Path, folder: Path, rows: Sequence[dict[str, Any]], ends: float
) -> None:
    job = folder / "job.json"
    given = {"package": PACKAGE, "folder": str(folder), "url": url, "document": str(document)}
    output = folder / "tries.jsonl"
    job.write_text(json.dumps({**given, "operations": rows, "output": str(output)}))
    if reported := _run(["-m", "tests.conformance.session", str(job)], folder, ends):
        raise TrialError(f"calls ended early: {reported[-300:]}")


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


def _dialect(document: Path) -> str:
    head = document.read_text(encoding="utf-8-sig", errors="replace")
    found = re.search(r"""["']?(?:openapi|swagger)["']?\s*:\s*["']?([\d.]+)""", head)
    return found[1] if found else ""

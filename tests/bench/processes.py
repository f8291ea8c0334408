"""What whole processes cost: those that import the client, and those that generate it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from .figures import ROOT, Figure, compared, in_turns

_USE = "from telnyx_external_connections import Telnyx; Telnyx('KEY').external_connections"
_LIBRARIES = "import httpx2; from pydantic import BaseModel"
_BARE = "import telnyx_external_connections"
_NOTHING = "pass"

# Nothing else of the environment: TELNYX_LOG or PYTHONDONTWRITEBYTECODE would change the figures.
_ENVIRONMENT = {
    "PYTHONPATH": os.pathsep.join(str(ROOT / name) for name in ("generator", "generated"))
}
_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in a unit of `ru_maxrss`, see getrusage(2)."""


def imports() -> Iterator[Figure]:
    """Import figures. The peak memory of a process is never less than that of the process which
    started it, so that this one must have imported nothing large."""
    for code in (_USE, _LIBRARIES, _BARE, _NOTHING):
        _cost(code)  # writes the .pyc files
    used = in_turns(25, lambda: _cost(_USE), lambda: _cost(_LIBRARIES))
    for what, form, at in (("time", "{:.1f} ms", 0), ("peak memory", "{:.1f} MB", 1)):
        pairs = [(ours[at], theirs[at]) for ours, theirs in used]
        yield compared(f"import, client, resource: {what}", form, pairs, 1.5)
    bare = in_turns(50, lambda: _cost(_BARE)[0], lambda: _cost(_NOTHING)[0])
    yield compared("bare import: time", "{:.1f} ms", bare, 2.0)


def generation() -> Iterator[Figure]:
    """Generation figures, taken in a copy of the documents and their configuration."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "specs", folder / "specs")
        shutil.copy(ROOT / "clientsmith.toml", folder)
        cold = median(_generate_cold(folder) for _ in range(3))
        idle = median(_generate(folder) for _ in range(5))
    yield Figure("generate, nothing to do", "{:.2f} s", idle, 1.0)
    yield Figure("generate from cold", "{:.2f} s", cold, 3.0)


def _cost(code: str) -> tuple[float, float]:
    """The milliseconds and, at the peak, megabytes of a process that runs this code."""
    started = time.perf_counter()
    process = os.posix_spawn(sys.executable, [sys.executable, "-c", code], _ENVIRONMENT)
    _, status, usage = os.wait4(process, 0)
    elapsed = time.perf_counter() - started
    if status:
        raise SystemExit(f"this failed: {code}")
    return elapsed * 1e3, usage.ru_maxrss * _PEAK_UNIT / 1e6


def _generate(folder: Path) -> float:
    """The seconds that `clientsmith generate` takes in a folder."""
    command = [sys.executable, "-m", "clientsmith", "generate", "--quiet"]
    started = time.perf_counter()
    subprocess.run(command, cwd=folder, env=_ENVIRONMENT, check=True)
    return time.perf_counter() - started


def _generate_cold(folder: Path) -> float:
    shutil.rmtree(folder / "generated", ignore_errors=True)
    return _generate(folder)

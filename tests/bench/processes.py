"""What whole processes cost: those that import the client, and those that generate it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
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
# The peak of a process is never less than that of the process which started it: this one is small.
_LAUNCHER = (
    "import os, sys; command = [sys.executable, '-c', sys.argv[1]];"
    "child = os.posix_spawn(sys.executable, command, os.environ);"
    "print(os.wait4(child, 0)[2].ru_maxrss)"
)


def imports() -> Iterator[Figure]:
    """Import figures, of fresh processes."""
    for code in (_USE, _LIBRARIES, _BARE, _NOTHING):
        milliseconds(code)  # writes the .pyc files
    used = in_turns(25, lambda: milliseconds(_USE), lambda: milliseconds(_LIBRARIES))
    yield compared("import, client, resource: time", "{:.1f} ms", used, 1.5)
    peaks = in_turns(5, lambda: megabytes(_USE), lambda: megabytes(_LIBRARIES))
    yield compared("import, client, resource: peak memory", "{:.1f} MB", peaks, 1.5)
    bare = in_turns(50, lambda: milliseconds(_BARE), lambda: milliseconds(_NOTHING))
    yield compared("bare import: time", "{:.1f} ms", bare, 2.0)


def generation() -> Iterator[Figure]:
    """Generation figures, taken in a copy of the documents and their configuration."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "specs", folder / "specs")
        shutil.copy(ROOT / "clientsmith.toml", folder)
        # The least of several: what else the machine does can only add to it.
        cold = min(_generate_cold(folder) for _ in range(3))
        idle = min(_generate(folder) for _ in range(5))
    yield Figure("generate, nothing to do", "{:.2f} s", idle, 1.0)
    yield Figure("generate from cold", "{:.2f} s", cold, 3.0)


def milliseconds(code: str, environment: Mapping[str, str] = _ENVIRONMENT) -> float:
    """The time of a process that runs this code."""
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    return (time.perf_counter() - started) * 1e3


def megabytes(code: str, environment: Mapping[str, str] = _ENVIRONMENT) -> float:
    """The memory of such a process at its peak."""
    command = [sys.executable, "-c", _LAUNCHER, code]
    peak = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE).stdout
    return int(peak) * _PEAK_UNIT / 1e6


def _generate(folder: Path) -> float:
    """The seconds that `clientsmith generate` takes in a folder."""
    command = [sys.executable, "-m", "clientsmith", "generate", "--quiet"]
    started = time.perf_counter()
    environment = {**_ENVIRONMENT, "CLIENTSMITH_CACHE_DIR": str(folder / "cache")}
    subprocess.run(command, cwd=folder, env=environment, check=True)
    return time.perf_counter() - started


def _generate_cold(folder: Path) -> float:
    for made in ("generated", "cache"):
        shutil.rmtree(folder / made, ignore_errors=True)
    return _generate(folder)

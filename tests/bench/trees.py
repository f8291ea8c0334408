"""What a command costs with all the processes that it starts (Linux: it reads /proc)."""

from __future__ import annotations

import os
import resource
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.02
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock, and megabytes: the most that the processes had resident together, a
    page that several share counted once for each of them. `cpu` is what all of them took together.
    """

    seconds: float
    megabytes: float
    cpu: float


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """The cost of a command; CalledProcessError when it fails."""
    started, before = time.perf_counter(), _cpu()
    process = subprocess.Popen(
        command, cwd=folder, env=dict(environment), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    peak = _Peak(process.pid)
    peak.start()
    reported, _ = process.communicate()
    seconds = time.perf_counter() - started
    peak.is_over.set()
    peak.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, reported)
    return Cost(seconds, peak.bytes / 1e6, _cpu() - before)


def _cpu() -> float:
    """Seconds that all processes took that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Peak(threading.Thread):
    """Looks again and again at how much memory a process and its descendants have."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self._root = root
        self.bytes = 0
        self.is_over = threading.Event()

    def run(self) -> None:
        while not self.is_over.wait(_EVERY):
            self.bytes = max(self.bytes, sum(map(_resident, _family(self._root))))


def _family(root: int) -> list[int]:
    found = [root]
    for process in found:
        for task in Path(f"/proc/{process}/task").glob("*/children"):
            try:
                found += map(int, task.read_text().split())
            except OSError:
                continue
    return found


def _resident(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0

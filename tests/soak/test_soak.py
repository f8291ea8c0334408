"""The soak in its short form; `make soak` is the long one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ..tiers import slow


@pytest.mark.parametrize("transport", ["", slow("pyreqwest"), slow("aiohttp")])
@pytest.mark.parametrize(("calls", "threads", "tasks"), [(10, 2, 5), slow(200, 20, 50)])
def test_nothing_is_lost_and_nothing_is_left(
    calls: int, threads: int, tasks: int, transport: str
) -> None:
    command = [sys.executable, "-X", "dev", "-W", "error", "-m", "tests.soak"]
    sizes = [f"--calls={calls}", f"--threads={threads}", f"--tasks={tasks}", "--seconds=240"]
    sizes += [f"--transport={transport}"] if transport else []
    root = Path(__file__).parents[2]
    done = subprocess.run([*command, *sizes], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]

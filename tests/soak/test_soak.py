"""The soak in its short form; `make soak` is the long one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
def test_nothing_is_lost_and_nothing_is_left() -> None:
    command = [sys.executable, "-X", "dev", "-W", "error", "-m", "tests.soak"]
    sizes = ["--calls", "200", "--threads", "20", "--tasks", "50", "--seconds", "240"]
    root = Path(__file__).parents[2]
    done = subprocess.run([*command, *sizes], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]

"""Child processes: none outlives the process that started it."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


def _children(process: int) -> set[int]:
    """The processes that a process has started, and those that these have."""
    listed = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return {int(child) for child in listed}.union(*(_children(int(child)) for child in listed))


def _is_alive(process: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False


def _until(is_so: Callable[[], bool]) -> None:
    for _ in range(600):
        if is_so():
            return
        time.sleep(0.05)
    pytest.fail("it did not come to that in half a minute")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL])
def test_no_process_outlives_the_one_that_started_it(
    number: signal.Signals, tmp_path: Path
) -> None:
    """Whatever ends that: its children are at work then."""
    program = tmp_path / "program.py"
    program.write_text(_PROGRAM)
    process = subprocess.Popen(
        [sys.executable, str(program)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _until(lambda: len(_children(process.pid)) == 2)
        children = _children(process.pid)
        process.send_signal(number)
        process.wait(30)
        _until(lambda: not any(map(_is_alive, children)))
    finally:
        process.kill()
        process.wait(30)


_PROGRAM = """
import time
from clientsmith import __main__, cli
from clientsmith.build import produce
from clientsmith.limits import UNWATCHED

def wait(*_):
    time.sleep(600)

def main():
    produce.make_files = wait
    list(produce._in_batches(range(50), None, 2, UNWATCHED))

cli.main = main
__main__.run()
"""

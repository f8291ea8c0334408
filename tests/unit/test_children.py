"""Work shared with child processes: the same results, and no process that outlives its parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from clientsmith.build.children import ahead, shared

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks are used on Linux alone")

JOBS = tuple(range(1000))
PROGRAM = """
import os, time
os.sched_getaffinity = lambda _: {0, 1, 2}
from clientsmith.build.children import shared

def work(part):
    for number in part:
        time.sleep(0.05)
        if number < 3:
            with open(f"{os.getpid()}.started", "w"):
                pass
        yield number

list(shared(range(3000), work))
"""


@pytest.fixture(autouse=True)
def three_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1, 2}, raising=False)


def squares(part: Sequence[int]) -> Iterator[tuple[int, int]]:
    for number in part:
        yield number * number, os.getpid()


def test_children_do_parts_of_the_work() -> None:
    found = dict(shared(JOBS, squares))
    assert sorted(found) == [number * number for number in JOBS]
    assert len(set(found.values())) == 3
    assert found[0] == os.getpid()


def test_few_jobs_are_done_here() -> None:
    assert {process for _, process in shared(JOBS[:100], squares)} == {os.getpid()}
    assert list(shared((), squares)) == []


def test_the_work_of_a_child_that_fails_is_done_here() -> None:
    parent = os.getpid()

    def failing(part: Sequence[int]) -> Iterator[tuple[int, int]]:
        for number, process in squares(part):
            if number > 10_000 and os.getpid() != parent:
                raise ValueError("in a child")
            yield number, process

    found = dict(shared(JOBS, failing))
    assert len(found) == len(JOBS)
    assert set(found.values()) == {parent}


def test_an_error_ends_the_children() -> None:
    def failing(part: Sequence[int]) -> Iterator[int]:
        yield part[0]
        raise ValueError("here")

    before = children()
    with pytest.raises(ValueError, match="here"):
        list(shared(JOBS, failing))
    assert children() == before


def children() -> str:
    return Path("/proc/self/task", str(os.getpid()), "children").read_text()


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM", "SIGHUP"])
def test_no_child_outlives_its_parent(name: str, tmp_path: Path) -> None:
    parent = subprocess.Popen([sys.executable, "-c", PROGRAM], cwd=tmp_path)
    started: set[int] = set()
    while len(started) < 3 and parent.poll() is None:
        started = {int(path.stem) for path in tmp_path.glob("*.started")}
        time.sleep(0.01)
    assert parent.pid in started
    parent.send_signal(getattr(signal, name))
    parent.wait()
    # Until they have ended; a child that stays makes the test hang, which says enough.
    while any(map(is_running, started)):
        time.sleep(0.01)


def test_without_more_processes_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def fork() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", fork)
    assert sorted(shared(JOBS, lambda part: part)) == list(JOBS)


def test_a_child_works_ahead() -> None:
    with ahead(os.getpid, 1000) as result:
        assert result() != os.getpid()
    with ahead(os.getpid, 100) as result:
        assert result() == os.getpid()


def test_work_ahead_that_fails_is_done_here() -> None:
    parent = os.getpid()

    def work() -> int:
        if os.getpid() != parent:
            raise ValueError("in a child")
        return parent

    with ahead(work, 1000) as result:
        assert result() == parent


def test_an_error_ends_the_child_that_works_ahead() -> None:
    before = children()
    with pytest.raises(ValueError, match="here"), ahead(lambda: time.sleep(1000), 1000):
        raise ValueError("here")
    assert children() == before

"""Work beside a process: it changes how long a run takes, and nothing else."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest
from tests.golden import golden

from clientsmith import pipeline
from clientsmith.config import ad_hoc_target
from clientsmith.diagnostics import ClientsmithError
from clientsmith.validate.structure import Structure
from clientsmith.worker import Beside

pytestmark = pytest.mark.skipif(not Beside.is_possible(), reason="takes Linux and two processors")


@pytest.fixture
def beside() -> Iterator[Beside]:
    with Beside() as made:
        yield made


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Everything that is asked for while also the smallest document is taken for a large one."""
    found: list[object] = []
    ask = Beside.ask

    def noted(self: Beside, work: Callable[[], Any]) -> Callable[[], Any]:
        found.append(work)
        return ask(self, work)

    monkeypatch.setattr(Beside, "ask", noted)
    monkeypatch.setattr(pipeline, "_LARGE", -1)
    return found


def test_work_is_done_in_another_process(beside: Beside) -> None:
    here = os.getpid()
    first = beside.ask(lambda: (os.getpid(), "a" * 1_000_000))
    there, text = first()
    assert there != here
    assert text == "a" * 1_000_000
    assert beside.ask(os.getpid)() == there


def test_it_gets_ready_while_its_first_answer_waits() -> None:
    told, tell = os.pipe()
    with Beside([lambda: os.write(tell, b"ready")]) as beside:
        answer = beside.ask(lambda: "a" * 1_000_000)
        assert select.select([told], [], [], 30)[0]
        assert len(answer()) == 1_000_000


def test_it_gets_no_readier_once_it_is_asked() -> None:
    told, tell = os.pipe()
    waiting, go = os.pipe()
    steps = [lambda: os.read(waiting, 1), lambda: os.write(tell, b"ready")]
    with Beside(steps) as beside:
        beside.ask(os.getpid)()
        answer = beside.ask(os.getpid)
        os.write(go, b"!")
        assert answer() != os.getpid()
        assert not select.select([told], [], [], 0)[0]


def test_what_fails_there_is_done_here_and_fails_here(beside: Beside) -> None:
    here = os.getpid()

    def work() -> int:
        if os.getpid() != here:
            raise ValueError("there")
        raise KeyError("here")

    with pytest.raises(KeyError):
        beside.ask(work)()
    assert beside.ask(os.getpid)() == here


def test_what_cannot_be_handed_back_is_made_here(beside: Beside) -> None:
    assert beside.ask(lambda: os.getpid)() is os.getpid


def test_a_process_that_was_killed_is_done_without(beside: Beside) -> None:
    there = beside.ask(os.getpid)()
    os.kill(there, signal.SIGKILL)
    assert beside.ask(os.getpid)() == os.getpid()


def test_an_interrupt_is_not_for_the_other_process(beside: Beside) -> None:
    there = beside.ask(os.getpid)()
    assert beside.ask(os.getpid)() == there  # By now it has done its first work.
    os.kill(there, signal.SIGINT)
    assert beside.ask(os.getpid)() == there


def test_the_end_does_not_wait_for_work(beside: Beside) -> None:
    there = beside.ask(os.getpid)()
    beside.ask(signal.pause)
    beside.close()
    for process in active_children():
        process.join(30)
    with pytest.raises(ProcessLookupError):
        os.kill(there, 0)


@pytest.mark.parametrize("name", ["schemas", "swagger", "multi_file", "selection", "webhooks"])
def test_a_client_comes_out_the_same(name: str, asked: list[object]) -> None:
    case = next(case for case in golden.CASES if case.name == name)
    assert golden.printed(case) == golden.stored(case)
    assert asked


def small(**operation: Any) -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {"title": "Small", "version": "1"},
        "paths": {"/a": {"get": {"responses": {"200": {"description": "A."}}} | operation}},
    }


@pytest.mark.parametrize(
    ("operation", "lenient"),
    [
        ({"parameters": [{"$ref": "#/nowhere"}]}, False),
        ({"parameters": [{"$ref": "#/nowhere"}]}, True),
        ({"parameters": 7}, False),
        ({"requestBody": []}, True),
        ({"responses": {"200": {"content": {"application/json": {"schema": 1}}}}}, False),
        # Ignored, and told.
        ({"responses": {"200": {"description": "A.", "headers": None}}}, False),
    ],
)
def test_what_is_wrong_is_told_the_same(
    operation: dict[str, Any],
    lenient: bool,
    asked: list[object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(small(**operation)))
    target = ad_hoc_target(path, "small", None, tmp_path)
    target = target.model_copy(update={"lenient": lenient})

    def outcome() -> object:
        try:
            return pipeline.make(target)
        except ClientsmithError as problem:
            return problem.diagnostics

    beside = outcome()
    assert asked
    monkeypatch.setattr(pipeline, "_LARGE", 1_000)
    assert outcome() == beside


def test_what_was_found_there_is_kept_for_the_next_run(
    asked: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "openapi.json"
    target = ad_hoc_target(path, "small", None, tmp_path)
    path.write_text(json.dumps(small()))
    monkeypatch.setenv("CLIENTSMITH_CACHE_DIR", str(tmp_path / "cache"))
    pipeline.generate(target)
    assert asked

    def looked(*_: object) -> Iterator[object]:
        raise AssertionError("the cache knows what is wrong with each piece")

    monkeypatch.setattr(pipeline, "_LARGE", 1_000)
    monkeypatch.setattr(Structure, "of_document", looked)
    pipeline.generate(target, force=True)
    with pytest.raises(AssertionError):
        pipeline.generate(target, force=True, is_cached=False)


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
@pytest.mark.parametrize("kind", ["copy", "pool"])
def test_no_process_outlives_the_one_that_started_it(
    number: signal.Signals, kind: str, tmp_path: Path
) -> None:
    """Whatever ends that: both kinds of child are at work then."""
    program = tmp_path / "program.py"
    program.write_text(_PROGRAMS[kind])
    process = subprocess.Popen(
        [sys.executable, str(program)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        count = {"copy": 1, "pool": 2}[kind]
        _until(lambda: len(_children(process.pid)) == count)
        children = _children(process.pid)
        process.send_signal(number)
        process.wait(30)
        _until(lambda: not any(map(_is_alive, children)))
    finally:
        process.kill()
        process.wait(30)


_PROGRAMS = {
    "copy": """
import time
from clientsmith import __main__, cli
from clientsmith.worker import Beside

def main():
    with Beside() as beside:
        beside.ask(lambda: time.sleep(600))()

cli.main = main
__main__.run()
""",
    "pool": """
import time
from clientsmith import __main__, cli
from clientsmith.build import produce
from clientsmith.limits import UNWATCHED

def wait(*_):
    time.sleep(600)

def main():
    produce.make_pages = wait
    list(produce._in_batches(range(50), None, 2, UNWATCHED, None))

cli.main = main
__main__.run()
""",
}

"""`clientsmith watch`: each save leads to a round, and Ctrl-C leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from clientsmith.cli import main
from clientsmith.cli.watch import REQUIREMENT

from ..init_project import DOCUMENT, GENERATOR

ROOT = Path(__file__).parents[2]

pytest.importorskip("watchfiles", reason="needs clientsmith[watch]")
pytestmark = pytest.mark.skipif(os.name != "posix", reason="sends the signal of Ctrl-C")

CONFIG = '[targets.bird]\ndocument = "openapi.yaml"\noutput = "."\npackage = "bird"\n'
PATIENCE = 60
"""Seconds, after which a test fails that would wait for ever."""


class Watching:
    """A `clientsmith watch` in a process group of its own, and the lines that it prints."""

    def __init__(self, *options: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "clientsmith", "watch", *options],
            env={**os.environ, "PYTHONPATH": str(GENERATOR)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self._lines: Queue[str | None] = Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)
        self._lines.put(None)

    def __enter__(self) -> Watching:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self._reader.join()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def round(self) -> str:
        """Return what is printed until it watches again."""
        text = ""
        while not text.endswith("watching; Ctrl-C ends\n"):
            line = self._lines.get(timeout=PATIENCE)
            assert line is not None, text
            text += line
        return text

    def until(self, part: str) -> str:
        """Return what is printed until a line has a part."""
        text = ""
        while part not in text:
            line = self._lines.get(timeout=PATIENCE)
            assert line is not None, text
            text += line
        return text

    def is_quiet(self) -> bool:
        """Return whether nothing was printed beyond what was read."""
        return self._lines.empty()

    def interrupt(self) -> tuple[int, str]:
        """Press Ctrl-C; return the exit code and what is printed after."""
        os.killpg(self.process.pid, signal.SIGINT)
        code = self.process.wait(PATIENCE)
        text = ""
        while (line := self._lines.get(timeout=PATIENCE)) is not None:
            text += line
        return code, text


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("openapi.yaml").write_text(DOCUMENT)
    Path("clientsmith.toml").write_text(CONFIG)
    return tmp_path


@pytest.fixture
def watching(folder: Path) -> Iterator[Watching]:
    with Watching() as made:
        yield made


def test_each_save_makes_a_round_with_its_report(watching: Watching) -> None:
    assert "bird: 2 operations, " in watching.round()
    Path("openapi.yaml").write_text(DOCUMENT.replace("name: kind", "name: sort"))
    said = watching.round()
    assert "bird: 2 operations, " in said
    assert "sort" in said
    # As editors save: a new file that takes the place of the old one.
    Path("new").write_text(DOCUMENT.replace("Gone.", "It is gone."))
    Path("new").replace("openapi.yaml")
    assert "bird: 2 operations, " in watching.round()
    assert watching.interrupt() == (0, "\nended\n")
    with pytest.raises(ProcessLookupError):
        os.killpg(watching.process.pid, 0)


def test_a_faulty_document_is_reported_and_the_next_save_counts(watching: Watching) -> None:
    watching.round()
    before = Path("bird/client.py").read_bytes()
    Path("openapi.yaml").write_text("openapi: [")
    said = watching.round()
    assert "openapi.yaml:" in said
    assert "error[syntax]" in said
    assert "bird: failed\n" in said
    assert Path("bird/client.py").read_bytes() == before
    Path("openapi.yaml").write_text(DOCUMENT.replace("Birds.", "All birds."))
    assert "bird: 2 operations, " in watching.round()


@pytest.mark.slow
@pytest.mark.slow
def test_a_record_that_cannot_be_written_is_reported_and_the_next_save_counts(
    folder: Path,
) -> None:
    Path("names.record").mkdir()
    with Watching() as watching:
        said = watching.round()
        assert "error[output-failed] 'names.record' cannot be written" in said
        Path("names.record").rmdir()
        Path("openapi.yaml").write_text(DOCUMENT.replace("Gone.", "It is gone."))
        assert "error[" not in watching.round()
        assert Path("names.record").is_file()


def test_a_faulty_configuration_is_reported_and_the_next_save_counts(watching: Watching) -> None:
    watching.round()
    Path("clientsmith.toml").write_text(CONFIG + "clint = 1\n")
    watching.until("unknown key 'clint'")
    Path("clientsmith.toml").write_text(CONFIG + 'client = "Fowl"\n')
    assert "bird: 2 operations, " in watching.round()
    assert "class Fowl" in Path("bird/client.py").read_text()


@pytest.mark.slow
def test_what_else_a_client_is_made_of_counts(folder: Path) -> None:
    Path("templates").mkdir()
    Path("clientsmith.toml").write_text(
        CONFIG + 'templates = "templates"\noverlays = ["fix.yaml"]\n'
    )
    overlay = "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions:\n"
    action = "  - {target: $.info, update: {title: WORD}}\n"
    Path("fix.yaml").write_text(overlay + action.replace("WORD", "Fowl"))
    with Watching() as watching:
        watching.round()
        Path("fix.yaml").write_text(overlay + action.replace("WORD", "Fish"))
        watching.round()
        assert "Fish" in Path("bird/API.md").read_text()
        Path("templates/API.md.jinja").write_text("{# none #}Mine\n")
        watching.round()
        assert Path("bird/API.md").read_text() == "Mine\n"
        Path("bird/_custom/mine.py").write_text("class Fish:\n    pass\n")
        watching.round()


@pytest.mark.slow
def test_other_files_and_what_it_writes_itself_do_not_count(watching: Watching) -> None:
    watching.round()
    Path("notes.txt").write_text("call back\n")
    Path("bird/notes.txt").write_text("call back\n")
    Path("names.lock").touch()
    threading.Event().wait(2)
    assert watching.is_quiet()


@pytest.mark.slow
def test_ctrl_c_leaves_no_process(watching: Watching) -> None:
    watching.round()
    code, text = watching.interrupt()
    assert code == 0
    assert "Traceback" not in text
    with pytest.raises(ProcessLookupError):
        os.killpg(watching.process.pid, 0)


def test_ctrl_c_during_a_round_ends_cleanly_too(folder: Path) -> None:
    Path("app.py").write_text("import time\nopen('began', 'w').close()\ntime.sleep(600)\n")
    Path("clientsmith.toml").write_text(CONFIG.replace("openapi.yaml", "app:app"))
    with Watching("--run-app") as watching:
        for _ in range(PATIENCE * 10):
            if Path("began").exists():
                break
            threading.Event().wait(0.1)
        assert watching.interrupt() == (0, "\nended\n")


def test_an_app_is_asked_again_when_its_package_is_saved(folder: Path) -> None:
    app = (
        "class App:\n    def openapi(self):\n        return {'openapi': '3.1.0',"
        " 'info': {'title': 'Birds', 'version': '1'}, 'paths': {'/birds': {'get':"
        " {'responses': {'200': {'description': 'All.'}}}}}}\n\n\napp = App()\n"
    )
    Path("shop").mkdir()
    Path("shop/main.py").write_text(app)
    Path("clientsmith.toml").write_text(CONFIG.replace("openapi.yaml", "shop.main:app"))
    with Watching("--run-app") as watching:
        watching.round()
        Path("shop/main.py").write_text(app.replace("/birds", "/big_trees"))
        assert "big_trees" in watching.round()


def test_without_watchfiles_it_says_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(SystemExit) as caught:
        main(("watch",))
    assert caught.value.code == 1
    command = f"{sys.executable} -m pip install 'watchfiles>=1,<2'\n"
    assert capsys.readouterr().err.endswith(f"watching needs the package watchfiles: {command}")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["optional-dependencies"]["watch"] == [REQUIREMENT]

"""The session of somebody who runs `clientsmith init` on a terminal, recorded by tmux."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..init_project import DOCUMENT, GENERATOR

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux")

_TRIES = 600


class Terminal:
    """A terminal in which a person types, and reads what is there."""

    def __init__(self, folder: Path) -> None:
        self._socket = folder / "tmux"
        environment = {**os.environ, "PYTHONPATH": str(GENERATOR), "TERM": "xterm"}
        shell = ["sh", "-c", "PS1='$ ' exec sh -i"]
        words = [
            "new-session",
            "-d",
            "-x",
            "150",
            "-y",
            "100",
            "-c",
            str(folder / "project"),
            *shell,
        ]
        self._tmux(*words, environment=environment)

    def type(self, text: str) -> None:
        """Type a line."""
        self._tmux("send-keys", "-l", text)
        self._tmux("send-keys", "Enter")

    def wait_for(self, text: str) -> str:
        """Return what is on the screen when a text is there."""
        seen = ""
        for _ in range(_TRIES):
            seen = self._tmux("capture-pane", "-p", "-J")
            if text in seen:
                return seen
            threading.Event().wait(0.2)
        raise AssertionError(f"no {text!r} in:\n{seen}")

    def close(self) -> None:
        self._tmux("kill-server")

    def _tmux(self, *words: str, environment: dict[str, str] | None = None) -> str:
        done = subprocess.run(
            ["tmux", "-S", str(self._socket), "-f", "/dev/null", *words],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    (tmp_path / "project").mkdir()
    (tmp_path / "project/openapi.yaml").write_text(DOCUMENT)
    (tmp_path / "project/Makefile").write_text("all:\n")
    made = Terminal(tmp_path)
    yield made
    made.close()


def test_a_person_is_asked_and_has_a_first_call_at_the_end(
    terminal: Terminal, tmp_path: Path
) -> None:
    terminal.type(f"{sys.executable} -m clientsmith init")
    for question, answer in (
        ("Folder for the package [.]:", "lib"),
        ("Name of the package [bird]:", "class"),
        # Asked again, with the reason.
        ("cannot be imported as a Python package", "fowl"),
        ("Name of the client's class [Bird]:", ""),
        ("Add these rules to Makefile? [Y/n]:", ""),
        ("A step for CI (github, gitlab, none) [none]:", "github"),
        ("A hook for pre-commit? [y/N]:", "y"),
    ):
        terminal.wait_for(question)
        terminal.type(answer)
    screen = terminal.wait_for("python first_call.py")
    assert "found openapi.yaml" in screen
    assert "    from fowl import Bird" in screen
    assert '    print(client.birds.list(kind="owl"))' in screen
    assert "    PYTHONPATH=lib BIRD_API_KEY=… python first_call.py" in screen
    project = tmp_path / "project"
    assert (project / "lib/fowl/client.py").is_file()
    assert (project / ".github/workflows/clientsmith.yml").is_file()
    assert (project / ".pre-commit-config.yaml").is_file()
    assert "\tclientsmith generate\n" in (project / "Makefile").read_text()


def test_a_person_who_declines_loses_nothing(terminal: Terminal, tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "clientsmith.toml").write_text("# Mine.\n")
    terminal.type(f"{sys.executable} -m clientsmith init openapi.yaml")
    for question, answer in (
        ("Folder for the package [.]:", ""),
        ("Name of the package [bird]:", ""),
        ("Name of the client's class [Bird]:", ""),
        ("Add the target 'bird' to clientsmith.toml? [Y/n]:", "n"),
    ):
        terminal.wait_for(question)
        terminal.type(answer)
    terminal.wait_for("clientsmith.toml exists, and was left as it is. Add the target 'bird':")
    assert (project / "clientsmith.toml").read_text() == "# Mine.\n"
    assert not (project / "bird").exists()


APP = """\
from pathlib import Path
Path("ran").touch()


class FastAPI:
    def openapi(self):
        answers = {"200": {"description": "All."}}
        paths = {"/owls": {"get": {"responses": answers}}}
        return {"openapi": "3.1.0", "info": {"title": "Owls", "version": "1"}, "paths": paths}


app = FastAPI()
"""


def test_a_person_is_asked_before_an_application_runs(terminal: Terminal, tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "openapi.yaml").unlink()
    (project / "main.py").write_text(APP)
    terminal.type(f"{sys.executable} -m clientsmith init --output . --package owls --client Owls")
    terminal.wait_for("Run main:app to read its document? [y/N]:")
    terminal.type("")
    terminal.wait_for("`clientsmith init --run-app main:app` runs it to read its document")
    assert not (project / "ran").exists()
    terminal.type("clear")
    terminal.type(f"{sys.executable} -m clientsmith init --output . --package owls --client Owls")
    terminal.wait_for("Run main:app to read its document? [y/N]:")
    terminal.type("y")
    terminal.wait_for("Add these rules to Makefile? [Y/n]:")
    assert (project / "ran").exists()
    assert (project / "owls/client.py").is_file()
    assert 'document = "main:app"' in (project / "clientsmith.toml").read_text()

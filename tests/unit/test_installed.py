"""The command that adds a package, by how clientsmith was installed."""

from __future__ import annotations

import importlib.util
import json
import sys
from importlib.metadata import Distribution
from pathlib import Path

import pytest

from clientsmith.setup import command_to_add, installed


class Installed(Distribution):
    """A package with the file that an installer writes of where it came from."""

    def __init__(self, origin: object) -> None:
        self.origin = origin

    def read_text(self, filename: str) -> str | None:
        return json.dumps(self.origin) if filename == "direct_url.json" else None

    def locate_file(self, path: object) -> Path:
        raise NotImplementedError


def test_pip() -> None:
    assert command_to_add("watchfiles>=1") == f"{sys.executable} -m pip install 'watchfiles>=1'"


def test_an_environment_without_pip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installed, "find_spec", lambda name: importlib.util.find_spec(f"no_{name}"))
    assert command_to_add("a") == f"uv pip install --python {sys.executable} a"


def test_pipx(tmp_path: Path) -> None:
    (tmp_path / "pipx_metadata.json").write_text("{}")
    assert command_to_add("watchfiles", tmp_path) == "pipx inject clientsmith watchfiles"


@pytest.mark.parametrize(
    ("origin", "source"),
    [
        ({"url": "file:///home/ada/client%20smith", "dir_info": {}}, "'/home/ada/client smith'"),
        (
            {
                "url": "https://git.example/c.git",
                "vcs_info": {"vcs": "git", "commit_id": "0123abc"},
            },
            "git+https://git.example/c.git@0123abc",
        ),
        ({}, "clientsmith"),
        ([], "clientsmith"),
    ],
)
def test_a_tool_of_uv(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, origin: object, source: str
) -> None:
    (tmp_path / "uv-receipt.toml").write_text("")
    monkeypatch.setattr(installed, "distribution", lambda _: Installed(origin))
    expected = f"uv tool install --with watchfiles {source}"
    assert command_to_add("watchfiles", tmp_path) == expected

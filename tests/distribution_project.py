"""A project whose client is a package of its own, for the tests of what is in it."""

from __future__ import annotations

import contextlib
import io
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from clientsmith.cli import main
from clientsmith.config import load_targets
from clientsmith.pipeline import check, generate

PETS: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {
        "title": "Pets",
        "version": "7",
        "license": {"name": "The MIT License"},
        "contact": {"url": "https://pets.example/help"},
    },
    "externalDocs": {"url": "https://pets.example/docs"},
    "servers": [{"url": "https://pets.example"}],
    "paths": {"/pets": {"get": {"responses": {"204": {"description": "None."}}}}},
}
OPERATION = PETS["paths"]["/pets"]


class Project:
    """A project with one target."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.client = folder / "client"

    def write(self, document: dict[str, Any] = PETS, distribution: str = '"pets-client"') -> None:
        (self.folder / "openapi.json").write_text(json.dumps(document), encoding="utf-8")
        (self.folder / "clientsmith.toml").write_text(
            "[targets.pets]\n"
            'document = "openapi.json"\noutput = "client"\npackage = "pets_client"\n'
            f"distribution = {distribution}\n",
            encoding="utf-8",
        )

    def generate(self) -> tuple[str, ...]:
        """Generate, and return the codes of the warnings."""
        (target,) = load_targets(self.folder)
        return tuple(each.code for each in generate(target, is_cached=False).warnings)

    def changes(self) -> list[tuple[str, str]]:
        (target,) = load_targets(self.folder)
        return [(each.kind, Path(each.path).name) for each in check(target).changes]

    def read(self, name: str) -> str:
        return (self.client / name).read_text(encoding="utf-8")

    def table(self) -> dict[str, Any]:
        return tomllib.loads(self.read("pyproject.toml"))["project"]

    def with_paths(self, *paths: str) -> None:
        self.write({**PETS, "paths": {path: OPERATION for path in paths}})

    def release(self, *options: str) -> tuple[int, str]:
        """Return the exit code of the command, and what it printed."""
        return self.run("release", *options)

    def run(self, command: str, *options: str) -> tuple[int, str]:
        """Run a command of clientsmith; return its exit code, and what it printed."""
        printed = io.StringIO()
        file = str(self.folder / "clientsmith.toml")
        with (
            contextlib.redirect_stdout(printed),
            contextlib.redirect_stderr(printed),
            pytest.raises(SystemExit) as left,
        ):
            main([command, "--config", file, *options])
        return int(left.value.code or 0), printed.getvalue()

    def released(self, *options: str) -> None:
        code, printed = self.release("--date", "2026-01-02", *options)
        assert code == 0, printed


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    made.write()
    return made

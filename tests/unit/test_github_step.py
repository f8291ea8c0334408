"""The step for GitHub: its script runs here with a stand-in for `gh`, and its files are safe."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from click.testing import CliRunner

from clientsmith.cli import cli

ROOT = Path(__file__).parents[2]
STEP = ROOT / ".github/actions/clientsmith"
FILES = [
    *sorted((ROOT / ".github").rglob("*.yml")),
    ROOT / "templates/distribution/publish.yml",
]
PETS = """
openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: https://pets.example.com}]
paths:
  /pets:
    get: {responses: {"204": {description: None.}}}
"""
CATS = PETS.replace("/pets:", "/cats:\n    get: {responses: {'204': {description: x}}}\n  /pets:")
CONFIGURATION = """
[targets.pets]
document = "openapi.yaml"
output = "client"
package = "pets_client"
"""
# It keeps what it is called with, and what the body of a comment is; comments are in a file.
GH = """
import json, os, pathlib, sys
folder, words = pathlib.Path(os.environ["GH_FOLDER"]), sys.argv[1:]
if "--jq" in words:
    print((folder / "old").read_text() if (folder / "old").exists() else "", end="")
else:
    body = pathlib.Path(words[-1].removeprefix("body=@")).read_text()
    (folder / "sent.json").write_text(json.dumps([words[:-2], body]))
    sys.exit(int(os.environ.get("GH_EXIT", "0")))
"""


@dataclass(frozen=True)
class Repository:
    """A repository with a client, and a clone of it in which a pull request is checked out."""

    folder: Path

    @property
    def clone(self) -> Path:
        return self.folder / "clone"

    def git(self, *words: str, at: str = "clone") -> str:
        command = ["git", "-c", "user.name=t", "-c", "user.email=t@example.com", *words]
        done = subprocess.run(command, cwd=self.folder / at, check=True, capture_output=True)
        return done.stdout.decode().strip()

    def clientsmith(self, *words: str, at: str = "clone") -> None:
        with chdir(self.folder / at):
            result = CliRunner().invoke(cli, words)
        assert result.exit_code == 0, result.output

    def run(self, **variables: str) -> tuple[int, str]:
        """Run the script of the step; return its exit code and what it prints."""
        programs = self.folder / "programs"
        programs.mkdir(exist_ok=True)
        (self.folder / "gh.py").write_text(GH, encoding="utf-8")
        for name, words in (("clientsmith", "-m clientsmith"), ("gh", self.folder / "gh.py")):
            script = programs / name
            script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n', "utf-8")
            script.chmod(0o755)
        kept = {key: value for key, value in os.environ.items() if not key.startswith("GITHUB_")}
        done = subprocess.run(
            [STEP / "run.sh"],
            cwd=self.clone,
            env={
                **kept,
                "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
                "PYTHONPATH": str(ROOT / "generator"),
                "GH_FOLDER": str(self.folder),
                "GITHUB_REPOSITORY": "o/r",
                "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"),
                "GITHUB_BASE_REF": "main",
                "COMMENT": "true",
                "PULL_REQUEST": "7",
                **variables,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        return done.returncode, done.stdout

    def sent(self) -> tuple[list[str], str] | None:
        """Return the words and the body with which a comment was written."""
        path = self.folder / "sent.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path)
    (tmp_path / "origin").mkdir()
    made.git("init", "--quiet", "--initial-branch=main", at="origin")
    (tmp_path / "origin/openapi.yaml").write_text(PETS, encoding="utf-8")
    (tmp_path / "origin/clientsmith.toml").write_text(CONFIGURATION, encoding="utf-8")
    made.clientsmith("generate", at="origin")
    made.git("add", "-A", at="origin")
    made.git("commit", "--quiet", "-m", "One", at="origin")
    made.git("clone", "--quiet", "--depth=1", f"file://{tmp_path}/origin", "clone", at=".")
    return made


def test_a_change_is_a_comment_a_summary_and_no_failure(repository: Repository) -> None:
    (repository.clone / "openapi.yaml").write_text(CATS, encoding="utf-8")
    repository.clientsmith("generate")
    code, printed = repository.run()
    assert code == 0, printed
    sent = repository.sent()
    assert sent is not None
    words, body = sent
    assert words == ["api", "--silent", "--method", "POST", "repos/o/r/issues/7/comments"]
    assert body.startswith("<!-- clientsmith -->\n### pets\\_client: 1 addition: a minor step\n")
    assert "- `client.cats.retrieve()` is a new call" in body
    assert body.endswith((repository.folder / "summary.md").read_text(encoding="utf-8"))


@pytest.mark.slow
def test_the_comment_of_before_is_changed(repository: Repository) -> None:
    (repository.folder / "old").write_text("41\n42\n", encoding="utf-8")
    assert repository.run()[0] == 0
    sent = repository.sent()
    assert sent is not None
    assert sent[0][2:] == ["--method", "PATCH", "repos/o/r/issues/comments/41"]
    assert "no change that a caller can notice" in sent[1]


@pytest.mark.slow
def test_without_a_change_there_is_no_comment(repository: Repository) -> None:
    assert repository.run()[0] == 0
    assert repository.sent() is None


@pytest.mark.slow
def test_a_break_is_an_annotation_and_fails_where_it_is_to(repository: Repository) -> None:
    (repository.clone / "openapi.yaml").write_text(PETS.replace("/pets", "/dogs"), "utf-8")
    (repository.clone / "clientsmith.toml").write_text(f"{CONFIGURATION}aliases = 0\n", "utf-8")
    repository.clientsmith("generate")
    code, printed = repository.run(FAIL_ON="run-time", TARGETS="pets")
    assert code == 1
    assert re.search(
        r"^::error .*Breaks at run time::client.pets.\w+\(\) is gone \(before: ", printed, re.M
    )
    assert repository.run()[0] == 0


@pytest.mark.slow
def test_a_stale_client_fails_and_no_line_of_it_is_a_command(repository: Repository) -> None:
    text = PETS.replace("title: Pets", 'title: "::add-mask::x"')
    (repository.clone / "openapi.yaml").write_text(text, encoding="utf-8")
    code, printed = repository.run()
    assert code == 1
    assert "::error title=clientsmith check::" in printed
    stopped = re.search(r"^::stop-commands::(\w{32})\n(.*?)^::\1::$", printed, re.M | re.S)
    assert stopped
    assert "add-mask" in stopped[2]
    assert "add-mask" not in printed.replace(stopped[2], "")


@pytest.mark.slow
def test_a_report_that_is_too_long_is_cut(repository: Repository) -> None:
    paths = "".join(
        f"  /{'pets' * 20}{at}:\n    get: {{responses: {{'204': {{description: x}}}}}}\n"
        for at in range(30)
    )
    (repository.clone / "openapi.yaml").write_text(PETS + paths, encoding="utf-8")
    repository.clientsmith("generate")
    assert repository.run(LONGEST="1000")[0] == 0
    sent = repository.sent()
    assert sent is not None
    assert 500 < len(sent[1].encode()) < 1100
    assert sent[1].endswith("… and more, which `clientsmith diff` shows.\n")


@pytest.mark.slow
def test_a_token_that_may_not_comment_is_a_warning(repository: Repository) -> None:
    (repository.clone / "openapi.yaml").write_text(CATS, encoding="utf-8")
    repository.clientsmith("generate")
    code, printed = repository.run(GH_EXIT="1")
    assert code == 0
    assert "::warning title=clientsmith::no comment" in printed


@pytest.mark.slow
@pytest.mark.parametrize(
    "variables",
    [
        {"TARGETS": "pets --help"},
        {"TARGETS": "$(touch gone)", "CONFIG": "`touch gone`"},
        {"SINCE": "--output=gone"},
        {"GITHUB_BASE_REF": "--upload-pack=touch gone"},
        {"PULL_REQUEST": "7/../../x"},
    ],
)
def test_no_input_becomes_a_command(repository: Repository, variables: dict[str, str]) -> None:
    repository.run(**variables)
    assert not (repository.clone / "gone").exists()
    assert repository.sent() is None


def scripts(data: Any) -> list[str]:
    """Return the text of every `run:` in a workflow or an action."""
    if isinstance(data, dict):
        table = cast("dict[str, Any]", data)
        own = [table["run"]] if isinstance(table.get("run"), str) else []
        return own + [text for value in table.values() for text in scripts(value)]
    if isinstance(data, list):
        return [text for value in cast("list[Any]", data) for text in scripts(value)]
    return []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_workflows_are_safe_to_use(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    data = yaml.safe_load(text)
    assert [script for script in scripts(data) if "${{" in script] == []
    for used in re.findall(r"uses: (\S+)", text):
        assert re.fullmatch(r"\./\S+|[\w.-]+/[\w./-]+@[0-9a-f]{40}", used), used
    assert "pull_request_target" not in text
    if "jobs" in data:
        assert data["permissions"] == {}
        granted = [job["permissions"] for job in data["jobs"].values()]
        assert {name for each in granted for name, to in each.items() if to == "write"} <= {
            "id-token",
            "pull-requests",
        }

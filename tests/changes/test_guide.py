"""What docs/change-report.md shows is so: its commands print what stands there."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import clientsmith.changes

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "change-report.md").read_text(encoding="utf-8")
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
GUIDE = Path(__file__).with_name("guide")


def blocks(language: str) -> list[str]:
    return [text for name, text in FENCED.findall(PAGE) if name == language]


def run(folder: Path, words: list[str]) -> subprocess.CompletedProcess[str]:
    programs = {"clientsmith": [sys.executable, "-m", "clientsmith"]}
    command = [*programs.get(words[0], words[:1]), *words[1:]]
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "generator"),
        "CLIENTSMITH_CACHE_DIR": str(folder.parent / "cache"),
    }
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    shutil.copy(GUIDE / "clientsmith.toml", folder)
    shutil.copy(GUIDE / "new.yaml", folder)
    shutil.copy(GUIDE / "old.yaml", folder / "openapi.yaml")
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.com"]
    for words in (
        ["git", "init"],
        ["clientsmith", "generate"],
        ["git", "add", "-A"],
        ["git", *identity, "commit", "-m", "one"],
    ):
        assert run(folder, words).returncode == 0
    return folder


@pytest.mark.slow
def test_its_commands_print_what_the_page_shows(project: Path) -> None:
    shown = printed = ""
    for block in blocks("console"):
        for line in block.splitlines(keepends=True):
            shown += line
            if line.startswith("$ "):
                printed += line
                printed += run(project, shlex.split(line[2:])).stdout
    assert printed == shown
    (settings,) = blocks("toml")
    with (project / "clientsmith.toml").open("a") as file:
        file.write(settings)
    words = ["clientsmith", "diff", "--since", "HEAD", "--fail-on", "run-time"]
    done = run(project, words)
    assert (done.returncode, done.stderr) == (0, "")
    (change,) = blocks("json")
    found = json.loads(run(project, [*words, "--format", "json"]).stdout)
    wanted = json.loads(change)
    assert {**wanted, "accepted": "Nobody asks for more."} in found["changes"]


def test_its_change_keeps_to_the_schema() -> None:
    folder = Path(clientsmith.changes.__file__).parent
    schema = json.loads((folder / "report.schema.json").read_text(encoding="utf-8"))
    (change,) = blocks("json")
    report = {
        "package": "pets_client",
        "old_version": "1",
        "new_version": "2",
        "step": "major",
        "changes": [json.loads(change)],
    }
    for data in (report, [report, report]):
        Draft202012Validator(schema).validate(data)


def test_each_link_leads_to_a_file() -> None:
    links: list[str] = re.findall(r"\]\(([^)#]+)\)", FENCED.sub("", PAGE))
    assert [
        each for each in links if "://" not in each and not (ROOT / "docs" / each).exists()
    ] == []

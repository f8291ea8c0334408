"""What README.md says is so: its code runs, its commands exist, and its table is complete."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from clientsmith.config import Target, load_targets

from .wire.document import example, success
from .wire.server import Answer, Exchange, json_answer, serving

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
PROSE = FENCED.sub("", README)

PETS = """
openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: https://example.com}]
paths:
  /pets/{id}:
    delete:
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"204": {description: Gone.}}
"""
FIX = """
overlay: 1.1.0
info: {title: Fix, version: "1"}
actions: [{target: $.info, update: {title: Pets}}]
"""
DRIFT = """
{"operation": "DELETE /pets/{id}", "pointer": "", "problem": "unexpected-body", "seen": 1}
"""


def blocks(language: str) -> list[str]:
    return [text for name, text in FENCED.findall(README) if name == language]


def commands(program: str) -> list[list[str]]:
    """Every call of a program: in the `sh` blocks, a line each, and in the prose."""
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    inline: list[str] = re.findall(r"`([^`]+)`", PROSE)
    split = [shlex.split(text, comments=True) for text in (*lines, *inline) if program in text]
    return [words for words in split if words[:1] == [program] and len(words) > 1]


def as_documented(exchange: Exchange) -> None:
    """Answer with the document's example; there is no connection to be retrieved."""
    path = exchange.path.partition("?")[0].removeprefix("/v2")
    if exchange.command == "GET" and re.fullmatch(r"/external_connections/\d+", path):
        key = "GET /external_connections/{id}"
        exchange.answer(json_answer(example(key, "404"), 404, x_request_id="req-1"))
    else:
        status, value = success(f"{exchange.command} {path}")
        exchange.answer(json_answer(value, status))


def test_the_client_in_use(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its lines run as they stand, one block after the other."""
    with serving() as server:
        server.will(Answer(act=as_documented))
        monkeypatch.setenv("TELNYX_BASE_URL", f"{server.url}/v2")
        names: dict[str, Any] = {}
        for block in blocks("python"):
            exec(compile(block, "README.md", "exec"), names)
        names["client"].close()
    assert [sent.method for sent in server.sent] == ["POST", "GET", "GET"]
    created, listed, refused = capsys.readouterr().out.splitlines()
    assert created == success("POST /external_connections")[1]["data"]["id"]
    (connection,) = success("GET /external_connections")[1]["data"]
    assert listed == f"{connection['id']} {connection['active']}"
    assert refused.startswith("404 req-1 errors=[")


def test_each_verb_of_make_is_one_and_is_told_of() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    verbs = set(re.findall(r"^([a-z-]+):", makefile, re.M))
    # A word with a `=` in it sets a variable.
    told = {word for _, *words in commands("make") for word in words if "=" not in word}
    assert told <= verbs
    # These two need no telling: `make` alone names them.
    assert verbs - told <= {"help", "clean", "format"}


def clientsmith(*arguments: str, folder: Path = ROOT) -> str:
    """What the command prints. It has to succeed."""
    done = subprocess.run(
        [sys.executable, "-m", "clientsmith", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "generator")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, f"{shlex.join(arguments)}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project of somebody who follows the README, with the configuration that stands there."""
    (configuration,) = blocks("toml")
    (tmp_path / "clientsmith.toml").write_text(configuration, encoding="utf-8")
    for name in ("openapi.yaml", "old/openapi.yaml", "specs/pets/openapi.yaml"):
        document = tmp_path / name
        document.parent.mkdir(parents=True, exist_ok=True)
        document.write_text(PETS, encoding="utf-8")
    (tmp_path / "fix.yaml").write_text(FIX, encoding="utf-8")
    (tmp_path / "drift.jsonl").write_text(DRIFT, encoding="utf-8")
    return tmp_path


def test_the_configuration_loads(project: Path) -> None:
    (target,) = load_targets(project)
    assert target.package_folder == project / "generated/pets_client"
    assert target.operations == {"DELETE /pets/{id}": "pets.rehome"}


@pytest.mark.slow
def test_each_command_of_clientsmith_works(project: Path) -> None:
    """One after the other, in the order in which they stand."""
    found = commands("clientsmith")
    assert {words[1] for words in found} == {
        "generate",
        "check",
        "validate",
        "diff",
        "overlay",
        "drift",
        "templates",
    }
    for _, *arguments in found:
        clientsmith(*arguments, folder=project)
    assert (project / "pets_client/client.py").exists()
    resource = project / "generated/pets_client/resources/pets.py"
    assert "def rehome(" in resource.read_text(encoding="utf-8")
    assert [*project.rglob("resource.py.jinja")]


def test_the_table_has_every_setting() -> None:
    rows: list[str] = re.findall(r"^\| (`.+?) \| ", PROSE, re.M)
    settings = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    assert sorted(settings) == sorted(set(Target.model_fields) - {"name"})


def test_each_option_exists() -> None:
    subcommands = ((), ("generate",), ("check",), ("validate",), ("diff",))
    help_texts = "".join(clientsmith(*words, "--help") for words in subcommands)
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README))
    assert options
    assert {option for option in options if option not in help_texts} == set()


def test_each_link_leads_to_a_file() -> None:
    links: list[str] = re.findall(r"\]\(([^)#]+)\)", PROSE)
    local = [link for link in links if "://" not in link]
    assert local
    assert [link for link in local if not (ROOT / link).exists()] == []

"""What `clientsmith init` writes, and what it leaves as it is."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from clientsmith.config import load_targets

from ..init_project import DOCUMENT, GENERATOR, Shell, init, project

__all__ = ["init", "project"]


def test_an_existing_configuration_is_left_and_what_to_add_printed(init: Shell) -> None:
    before = "# Mine.\n"
    Path("clientsmith.toml").write_text(before)
    code, out, _ = init("--yes")
    assert code == 1
    assert "clientsmith.toml exists, and was left as it is. Add the target 'bird':\n\n" in out
    assert '    [targets.bird]\n    document = "openapi.yaml"\n' in out
    assert Path("clientsmith.toml").read_text() == before
    assert not Path("bird").exists()


def test_a_second_target_keeps_its_names_apart(init: Shell) -> None:
    Path("names.lock").write_text("")
    Path("clientsmith.toml").write_text("")
    assert '    lock = "bird.lock"\n' in init("--yes")[1]


def test_into_pyproject(init: Shell) -> None:
    Path("pyproject.toml").write_bytes(b'[project]\r\nname = "x"')
    code, out, _ = init("--yes", "--into", "pyproject.toml")
    assert code == 0
    assert "added the target 'bird' to pyproject.toml\n" in out
    text = Path("pyproject.toml").read_bytes()
    assert text.startswith(b'[project]\r\nname = "x"\r\n\r\n[tool.clientsmith.targets.bird]\r\n')
    assert Path("bird/client.py").is_file()


def test_a_table_that_is_there_already_is_not_added_twice(init: Shell) -> None:
    Path("pyproject.toml").write_text('[tool.clientsmith.targets.bird]\ndocument = "x"\n')
    before = Path("pyproject.toml").read_bytes()
    code, _, err = init("--yes", "--into", "pyproject.toml", "--package", "bird")
    assert code == 1
    assert "error[init-file] 'pyproject.toml' was left as it is" in err
    assert Path("pyproject.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("title", "package", "client"),
    [
        ("Ünïcode Ärger", "unicode_arger", "UnicodeArger"),
        ("日本", "api", "Api"),
        ("Match", "match_client", "Match"),
        ("Con", "con_client", "Con"),
    ],
)
def test_titles_that_are_no_names(init: Shell, title: str, package: str, client: str) -> None:
    text = DOCUMENT.replace("Bird API", title)
    Path("openapi.yaml").write_text(text, encoding="utf-8")
    assert init("--yes")[0] == 0
    (target,) = load_targets(Path.cwd())
    assert (target.package, target.client) == (package, client)


def test_a_makefile_is_left_and_what_to_add_printed(init: Shell) -> None:
    Path("Makefile").write_text("all:\n")
    Path("uv.lock").touch()
    code, out, _ = init("--yes")
    assert code == 0
    assert "Makefile exists, and was left as it is. Add these rules:\n" in out
    assert "    \tuv run clientsmith generate\n" in out
    assert Path("Makefile").read_text() == "all:\n"


@pytest.mark.parametrize("kind", ["github", "gitlab"])
def test_a_step_for_ci(init: Shell, kind: str) -> None:
    path = Path({"github": ".github/workflows/clientsmith.yml", "gitlab": ".gitlab-ci.yml"}[kind])
    _, out, _ = init("--yes", "--ci", kind)
    assert f"wrote {path}\n" in out
    data = yaml.safe_load(path.read_text())
    lines = json.dumps(data)
    assert "clientsmith check" in lines
    assert "clientsmith diff --since" in lines
    assert "--format markdown" in lines
    if kind == "github":
        # No text of a pull request becomes part of a script.
        scripts = [step["run"] for step in data["jobs"]["client"]["steps"] if "run" in step]
        assert not any("${{" in script for script in scripts)
    before = path.read_text()
    shutil.rmtree("bird")
    Path("clientsmith.toml").unlink()
    path.write_text("# mine\n")
    _, out, _ = init("--yes", "--ci", kind)
    assert f"{path} exists, and was left as it is." in out
    assert path.read_text() == "# mine\n" != before


@pytest.mark.slow  # test_github_step.py has the sample.
def test_the_step_for_ci_runs(init: Shell) -> None:
    init("--yes", "--ci", "github")
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.com"]
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "first"]):
        subprocess.run([*git, *words], check=True)
    subprocess.run([*git, "update-ref", "refs/remotes/origin/main", "HEAD"], check=True)
    Path("openapi.yaml").write_text(DOCUMENT.replace("kind", "sort"))
    steps = yaml.safe_load(Path(".github/workflows/clientsmith.yml").read_text())
    programs = Path("programs")
    programs.mkdir()
    script = programs / "clientsmith"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m clientsmith "$@"\n')
    script.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{programs.absolute()}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(GENERATOR),
        "GITHUB_BASE_REF": "main",
        "GITHUB_STEP_SUMMARY": "summary.md",
    }
    runs = {step.get("name", ""): step.get("run", "") for step in steps["jobs"]["client"]["steps"]}
    codes = {
        name: subprocess.run(["bash", "-e", "-c", runs[name]], env=environment).returncode
        for name in ("The client is what clientsmith would write", "What changes for callers")
    }
    assert list(codes.values()) == [1, 0]
    assert "birds.list" in Path("summary.md").read_text()


def test_a_hook_for_pre_commit(init: Shell) -> None:
    _, out, _ = init("--yes", "--hook")
    assert "wrote .pre-commit-config.yaml\n" in out
    (repository,) = yaml.safe_load(Path(".pre-commit-config.yaml").read_text())["repos"]
    (hook,) = repository["hooks"]
    assert hook["entry"] == "clientsmith check --quiet"
    assert hook["files"] == r"^(openapi\.yaml|clientsmith\.toml|bird/)"
    assert hook["pass_filenames"] is False

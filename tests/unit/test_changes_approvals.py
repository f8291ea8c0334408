"""Changes that a project has accepted, and the step that breaks of types alone ask for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from clientsmith.cli import cli

from .test_changes import BASE
from .test_changes_since import edited, write

CONFIG = """
[targets.pets]
document = "openapi.json"
output = "out"
package = "pets_client"
"""
GONE = "models.Pet.age is gone: int"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A function that compares a document with its new version under more configuration."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLIENTSMITH_CACHE_DIR", str(tmp_path / "cache"))
    write("old.json", BASE)
    write("openapi.json", edited("a field that is gone", "null that comes"))

    def diff(settings: str, *options: str) -> Result:
        Path("clientsmith.toml").write_text(CONFIG + settings)
        arguments = ["diff", "old.json", "openapi.json", "--target", "pets", *options]
        return CliRunner().invoke(cli, arguments)

    return diff


def accepted(change: str = GONE, more: str = "") -> str:
    return f'[targets.pets.accepted]\n"{change}" = {{ reason = "Nobody reads it."{more} }}\n'


def test_what_is_accepted_does_not_fail(run: Run) -> None:
    failed = run("", "--fail-on", "run-time")
    assert failed.exit_code == 1
    hint = "hint: an intended change goes into [targets.pets.accepted]"
    assert failed.stderr == f'{hint}: "{GONE}" = {{ reason = "…" }}\n'
    result = run(accepted(), "--fail-on", "run-time")
    assert result.exit_code == 0, result.output
    assert "accepted: Nobody reads it." in result.stdout
    assert run(accepted(), "--fail-on", "types").exit_code == 1
    data = json.loads(run(accepted(), "--format", "json").stdout)
    assert [(each["id"], each["accepted"]) for each in data["changes"]] == [
        (GONE, "Nobody reads it."),
        ("models.Pet.name can be None: str → str | None", None),
    ]
    # It is a break all the same, and asks for the step of one.
    assert data["step"] == "major"


def test_an_annotation_is_for_what_is_not_accepted(run: Run) -> None:
    assert "models.Pet.age" not in run(accepted(), "--format", "github").stdout


def test_the_same_in_a_file(run: Run) -> None:
    Path("accepted.toml").write_text(f'["{GONE}"]\nreason = "Nobody reads it."\n')
    assert run('accepted = "accepted.toml"\n', "--fail-on", "run-time").exit_code == 0


@pytest.mark.parametrize(
    ("until", "is_over"),
    [("1.4.0", True), ("1.4", True), ("1.3.9", True), ("1.5", False), ("2", False), ("x", False)],
)
def test_an_approval_ends_with_a_version(run: Run, until: str, is_over: bool) -> None:
    result = run(accepted(more=f', until = "{until}"'), "--fail-on", "run-time")
    assert result.exit_code == is_over
    said = f"was accepted until {until}, and the document's version is 1.4.0"
    assert (said in result.stderr) == is_over


def test_an_approval_of_nothing_is_said_with_its_place(run: Run) -> None:
    result = run(accepted("models.Pet.ages is gone: int"))
    assert "clientsmith.toml:7:1 warning[accepted-unknown] 'models.Pet.ages is" in result.stderr
    assert f"did you mean '{GONE}'?" in result.stderr


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ('accepted = "none.toml"\n', "accepted: 'none.toml' cannot be read"),
        ('accepted = "old.json"\n', "accepted: 'old.json' is not TOML"),
        ('[targets.pets.accepted]\n"x" = { reason = " " }\n', "say why the change is intended"),
        ('[targets.pets.accepted]\n"x" = { until = "2" }\n', "'accepted.x.reason' is missing"),
        ('[targets.pets.accepted]\n"x" = { reasn = "2" }\n', "did you mean 'reason'?"),
        ('[targets.pets.accepted]\n"x" = "because"\n', "must be a table"),
        ('type_breaks = "none"\n', "'type_breaks' must be 'major' or 'minor', not 'none'"),
    ],
)
def test_a_wrong_setting_is_said(run: Run, settings: str, message: str) -> None:
    from clientsmith.diagnostics import ClientsmithError, render_text

    result = run(settings)
    assert isinstance(result.exception, ClientsmithError)
    assert message in render_text(result.exception.diagnostics)


def test_types_alone_may_be_minor(run: Run) -> None:
    write("openapi.json", edited("null that comes"))
    assert json.loads(run("", "--format", "json").stdout)["step"] == "major"
    settings = 'type_breaks = "minor"\n'
    assert json.loads(run(settings, "--format", "json").stdout)["step"] == "minor"
    write("openapi.json", edited("null that comes", "a field that is gone"))
    assert json.loads(run(settings, "--format", "json").stdout)["step"] == "major"


def test_what_is_accepted_is_no_part_of_a_client(run: Run) -> None:
    run("")
    assert CliRunner().invoke(cli, ["generate"]).exit_code == 0
    Path("clientsmith.toml").write_text(CONFIG + 'type_breaks = "minor"\n' + accepted())
    assert CliRunner().invoke(cli, ["generate"]).output == "pets: nothing to do\n"

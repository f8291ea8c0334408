"""Overlays on the command line and in the configuration."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from .test_cli import CONFIG, DIRECT, Shell, run, start

__all__ = ["run"]

CONFIGURED = CONFIG + 'overlays = ["fix.yaml"]\n'
FIX = """\
overlay: 1.1.0
info: {title: Fix, version: "1"}
actions:
  - target: $.info
    update: {title: ACTION}
"""
UNMATCHED = """\
overlay: 1.1.0
info: {title: Fix, version: "1"}
actions:
  - target: $.paths['/nothing']
    remove: true
"""


@pytest.fixture(autouse=True)
def fix(run: Shell) -> Path:
    Path("clientsmith.toml").write_text(CONFIGURED)
    write("Dogs")
    return Path("fix.yaml")


def write(title: str, name: str = "fix.yaml") -> None:
    Path(name).write_text(FIX.replace("ACTION", title))


def client() -> str:
    return Path("out/small/client.py").read_text()


def test_a_changed_overlay_makes_the_client_anew(run: Shell) -> None:
    assert run("generate")[0] == 0
    assert "class Dogs(" in client()
    assert run("generate")[1] == "small: nothing to do\n"
    assert run("check")[:2] == (0, "small: up to date\n")
    write("Cats")
    assert run("check")[0] == 1
    assert "written" in run("generate")[1]
    assert "class Cats(" in client()


def test_overlays_that_are_named_or_ordered_otherwise_make_the_client_anew(run: Shell) -> None:
    write("Cats", "more.yaml")
    Path("clientsmith.toml").write_text(CONFIG)
    run("generate")
    made: list[str] = []
    for names in ('"fix.yaml"', '"fix.yaml", "more.yaml"', '"more.yaml", "fix.yaml"', ""):
        Path("clientsmith.toml").write_text(f"{CONFIG}overlays = [{names}]\n")
        assert "nothing to do" not in run("generate")[1]
        assert "nothing to do" in run("generate")[1]
        made.append(client().partition("class ")[2].partition("(")[0])
    assert made == ["BaseDogs", "BaseCats", "BaseDogs", "BaseSmall"]


def test_a_run_with_nothing_to_do_reads_no_overlay(run: Shell) -> None:
    run("generate")
    command, environment = start("generate", PYTHONPROFILEIMPORTTIME="1")
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    loaded = {line.rsplit("|")[-1].strip() for line in done.stderr.splitlines()}
    assert done.stdout == "small: nothing to do\n"
    assert not {"jsonpath", "yaml", "clientsmith.document"} & loaded


def test_a_run_without_overlays_does_not_import_jsonpath(run: Shell) -> None:
    command, environment = start("validate", "openapi.yaml", PYTHONPROFILEIMPORTTIME="1")
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert "clientsmith.document" in done.stderr
    assert "jsonpath" not in done.stderr


def test_an_overlay_on_the_command_line_takes_the_place_of_those_of_the_configuration(
    run: Shell,
) -> None:
    write("Cats", "more.yaml")
    assert run("generate", "--overlay", "more.yaml")[0] == 0
    assert "class Cats(" in client()
    assert run("check", "--overlay", "more.yaml")[0] == 0
    assert run("check")[0] == 1


def test_overlays_without_a_configuration(run: Shell) -> None:
    write("Cats", "more.yaml")
    options = ("--overlay", "fix.yaml", "--overlay", "more.yaml")
    assert run("generate", *DIRECT, *options)[0] == 0
    assert "class Cats(" in client()
    assert "nothing to do" in run("generate", *DIRECT, *options)[1]
    assert run("generate", "--overlay", "none.yaml")[0] == 2


def test_validate_applies_overlays_first(run: Shell) -> None:
    Path("openapi.yaml").write_text("info: {title: a, version: '1'}\npaths: {}\n")
    Path("fix.yaml").write_text(FIX.replace("$.info", "$").replace("title: ACTION", "openapi: 4"))
    code, out, _ = run("validate", "openapi.yaml", "--overlay", "fix.yaml")
    assert code == 1
    assert out.startswith("fix.yaml:5:23 error[openapi-version] OpenAPI '4' is not supported")
    assert "  note: added to openapi.yaml:1:1\n" in out


@pytest.mark.parametrize("form", ["json", "github"])
def test_other_forms_name_both_places_too(run: Shell, form: str) -> None:
    Path("fix.yaml").write_text(FIX.replace("title: ACTION", "title: 1"))
    _, out, _ = run("validate", "openapi.yaml", "--overlay", "fix.yaml", "--format", form)
    if form == "github":
        assert "%0Anote: in place of openapi.yaml:2:15" in out
    else:
        (found,) = json.loads(out)["diagnostics"]
        assert (found["file"], found["line"]) == ("fix.yaml", 5)
        assert found["related"] == {
            "how": "in place of",
            "file": "openapi.yaml",
            "line": 2,
            "column": 15,
        }


@pytest.mark.parametrize("command", [("generate",), ("check",), ("validate", "openapi.yaml")])
def test_what_matches_nothing_is_a_warning_and_with_strict_an_error(
    run: Shell, command: tuple[str, ...]
) -> None:
    Path("fix.yaml").write_text(UNMATCHED)
    run("generate")
    options = ("--overlay", "fix.yaml") if "validate" in command else ()
    code, out, err = run(*command, *options)
    text = f"{out}{err}"
    assert code == 0
    kind = "warning"
    reported = "[overlay-unmatched] the target $.paths['/nothing'] matches nothing"
    if "generate" in command:
        assert text == "small: nothing to do\n"
    else:
        assert f"fix.yaml:4:13 {kind}{reported}" in text
    code, out, err = run(*command, *options, "--strict")
    assert code == 1
    kind = "warning" if "validate" in command else "error"
    assert f"fix.yaml:4:13 {kind}{reported}" in f"{out}{err}"
    Path("fix.yaml").write_text(f"{UNMATCHED}    x-optional: true\n")
    assert run(*command, *options, "--strict")[0] == 0


def test_a_warning_of_an_overlay_is_reported_where_the_client_is_made(run: Shell) -> None:
    Path("fix.yaml").write_text(UNMATCHED)
    assert "fix.yaml:4:13 warning[overlay-unmatched]" in run("generate")[2]


def test_an_overlay_that_is_none_fails_and_writes_nothing(run: Shell) -> None:
    Path("fix.yaml").write_text("overlay: 3.0.0\n")
    code, _, err = run("generate")
    assert code == 1
    assert "fix.yaml:1:10 error[overlay-version]" in err
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("overlays", "reported"),
    [
        ('["none.yaml"]', "overlay-missing] the overlay 'none.yaml' does not exist"),
        ('["../secret.yaml"]', "overlay-outside] the overlay '../secret.yaml' is outside of the"),
        ('["link.yaml"]', "overlay-outside] the overlay 'link.yaml' is outside of the"),
        ('"fix.yaml"', "config-type] 'overlays' must be an array of strings, not a string"),
        ("[1]", "config-type] 'overlays.0' must be a string, not an integer"),
        ('["a\\u0000b"]', "config-value] overlays: a path cannot contain a NUL character"),
    ],
)
def test_overlays_that_a_configuration_cannot_have(
    run: Shell, overlays: str, reported: str
) -> None:
    folder = Path("project")
    folder.mkdir()
    for name in ("openapi.yaml", "fix.yaml"):
        Path(name).rename(folder / name)
    Path("secret.yaml").write_text(FIX)
    (folder / "link.yaml").symlink_to(Path("secret.yaml").absolute())
    (folder / "clientsmith.toml").write_text(f"{CONFIG}overlays = {overlays}\n")
    code, _, err = run("generate", "--config", "project/clientsmith.toml")
    assert code == 1
    assert f"project/clientsmith.toml:5:1 error[{reported}" in err


def test_an_overlay_may_be_beside_the_document(run: Shell) -> None:
    folder = Path("project")
    folder.mkdir()
    text = CONFIGURED.replace('"openapi', '"../openapi').replace('"fix', '"../fix')
    (folder / "clientsmith.toml").write_text(text)
    assert run("generate", "--config", "project/clientsmith.toml")[0] == 0
    assert "class Dogs(" in Path("project/out/small/client.py").read_text()


def test_a_client_with_overlays_is_the_same_in_another_folder(
    run: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    project = tmp_path / "one"
    project.mkdir()
    for name in ("openapi.yaml", "fix.yaml", "clientsmith.toml"):
        (tmp_path / name).rename(project / name)
    monkeypatch.chdir(project)
    run("generate")
    monkeypatch.chdir(tmp_path)
    project.rename(tmp_path / "two")
    monkeypatch.chdir(tmp_path / "two")
    assert run("generate")[1] == "small: nothing to do\n"


def test_diff_applies_overlays_to_both_documents(run: Shell) -> None:
    text = Path("openapi.yaml").read_text()
    Path("new.yaml").write_text(text.replace("operationId: getAccount", "operationId: 1"))
    fix = FIX.replace("$.info", "$.paths.*.*").replace("title: ACTION", "operationId: other")
    Path("fix.yaml").write_text(fix)
    code, out, err = run("diff", "openapi.yaml", "new.yaml", "--overlay", "fix.yaml")
    assert (code, err) == (0, "")
    assert out.startswith("client: no change")

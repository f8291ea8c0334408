"""`clientsmith diff` between documents, folders, projects and commits."""

from __future__ import annotations

import copy
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from clientsmith.cli import cli

from .test_changes import BASE, EDITS, listing

CONFIG = """
[targets.pets]
document = "specs/openapi.json"
output = "out"
package = "pets_client"
client = "Zoo"

[targets.pets.operations]
"GET /pets" = "pets.every"
"""
Run = Callable[..., Result]


def edited(*names: str) -> dict[str, Any]:
    new = copy.deepcopy(BASE)
    for name in names:
        EDITS[name][0](new)
    return new


def write(path: str, document: dict[str, Any]) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(json.dumps(document, indent=1))


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.com")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(cli, ["diff", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit | Exception)
    return result


def problems(result: Result) -> str:
    """What the exception that the command line prints says."""
    return f"{result.output}{result.exception}"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLIENTSMITH_CACHE_DIR", str(tmp_path / "cache"))
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.chdir(project)
    return project


@pytest.fixture
def repository() -> None:
    """A repository with a project in its first commit, whose document has changed since."""
    Path("clientsmith.toml").write_text(CONFIG)
    write("specs/openapi.json", BASE)
    git("init", "--initial-branch=main")
    git("add", "-A")
    git("commit", "-m", "one")
    write("specs/openapi.json", edited("a field that is gone", "a narrower limit"))


def lines(result: Result) -> list[str]:
    assert result.exit_code == 0, problems(result)
    return [line.strip() for line in result.stdout.splitlines() if line.strip()]


def test_folders_with_a_document_each() -> None:
    write("old/openapi.json", BASE)
    write("new/openapi.json", edited("a new call"))
    assert "client.pets.bulk_delete() is a new call" in lines(run("old", "new"))


def test_folders_of_projects_have_a_report_for_each_target() -> None:
    more = CONFIG.replace("pets", "more").replace("specs", "more")
    for name, edit in (("old", "nothing"), ("new", "a new call")):
        write(f"{name}/specs/openapi.json", edited(edit))
        write(f"{name}/more/openapi.json", edited(edit))
        Path(name, "clientsmith.toml").write_text(CONFIG)
    with Path("new", "clientsmith.toml").open("a") as file:
        file.write(more.replace('"GET /more"', '"GET /pets"'))
    result = run("old", "new")
    assert "client.pets.bulk_delete() is a new call" in lines(result)
    assert "the target 'more' is new" in result.stderr


def test_two_documents_as_those_of_a_target() -> None:
    Path("clientsmith.toml").write_text(CONFIG)
    write("specs/openapi.json", BASE)
    write("old.json", BASE)
    new = edited("another header for the key")
    listing(new)["parameters"].pop()
    write("specs/openapi.json", new)
    found = lines(run("old.json", "specs/openapi.json", "--target", "pets"))
    assert found[0] == "pets_client: 1 break at run time, 1 change of what is sent: a major step"
    assert "client.pets.every(kind=) is no argument any more: str" in found
    assert any(line.startswith("Zoo(api_key=) is sent otherwise") for line in found)


@pytest.mark.usefixtures("repository")
def test_the_targets_since_a_commit() -> None:
    found = lines(run("--since", "HEAD"))
    assert found[0] == "pets_client: 2 breaks at run time: a major step"
    assert "client.pets.create(age=) takes fewer values: 0..30 → 0..20" in found
    assert any("(before: HEAD:specs/openapi.json:" in line for line in found)


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("form", ["text", "markdown", "json", "github", "html"])
@pytest.mark.parametrize("arguments", [(), ("specs/openapi.json",)])
def test_no_form_shows_the_folder_that_the_commit_is_read_from(
    form: str, arguments: tuple[str, ...]
) -> None:
    result = run("--since", "HEAD", *arguments, "--format", form, *_all(form))
    assert result.exit_code == 0, problems(result)
    shown = f"{result.stdout}{result.stderr}"
    assert "clientsmith-" not in shown
    # Markdown has no places, and an annotation is at the new one.
    assert ("HEAD:specs/openapi.json" in shown) == (form not in ("markdown", "github"))


def _all(form: str) -> tuple[str, ...]:
    return ("--all",) if form == "text" else ()


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("form", ["text", "json", "github", "html"])
def test_faults_of_the_old_document_are_at_places_of_the_commit(form: str) -> None:
    faulty = copy.deepcopy(BASE)
    listing(faulty)["parameters"][0]["schema"] = {"$ref": "parts/none.json"}
    write("specs/openapi.json", faulty)
    git("commit", "-a", "-m", "two")
    write("specs/openapi.json", BASE)
    result = run("--since", "HEAD", "--format", form)
    assert result.exit_code == 0, problems(result)
    assert "HEAD:specs/openapi.json:" in result.stderr
    assert "HEAD:specs/parts/none.json" in result.stderr
    assert "clientsmith-" not in f"{result.stdout}{result.stderr}"


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("specs/openapi.json", "{", "HEAD:specs/openapi.json:1:"),
        ("specs/names.lock", "{", "HEAD:specs/names.lock"),
        ("clientsmith.toml", "[targets", "HEAD:clientsmith.toml:1:"),
        ("clientsmith.toml", CONFIG + 'typo = "x"\n', "HEAD:clientsmith.toml:"),
        ("specs/fix.yaml", "overlay: 1.0.0", "HEAD:specs/fix.yaml:1:"),
    ],
)
def test_what_is_not_valid_in_the_commit_is_at_its_place(path: str, text: str, said: str) -> None:
    if path.endswith("fix.yaml"):
        overlays = 'client = "Zoo"\noverlays = ["specs/fix.yaml"]'
        Path("clientsmith.toml").write_text(CONFIG.replace('client = "Zoo"', overlays))
    valid = Path(path).read_text() if Path(path).exists() else ""
    Path(path).write_text(text)
    git("add", "-A")
    git("commit", "-m", "two")
    overlay = "overlay: 1.0.0\ninfo: {title: x, version: '1'}\nactions:\n- {target: $, update: {}}"
    Path(path).write_text(overlay if path.endswith("fix.yaml") else valid)
    if not valid and path.endswith("lock"):
        Path(path).unlink()
    result = run("--since", "HEAD")
    assert result.exit_code == 1, result.output
    assert said in problems(result)
    assert "clientsmith-" not in problems(result)


@pytest.mark.usefixtures("repository")
def test_what_is_gone_has_its_old_place_in_an_annotation() -> None:
    new = copy.deepcopy(BASE)
    del new["paths"]["/pets/{id}"]
    write("specs/openapi.json", new)
    lines = run("--since", "HEAD", "--format", "github").stdout.splitlines()
    assert any(" (before: HEAD:specs/openapi.json:" in line for line in lines)


@pytest.mark.usefixtures("repository")
def test_a_document_since_a_commit(folder: Path) -> None:
    found = lines(run("--since", "main", "specs/openapi.json"))
    assert "client.pets.create(age=) takes fewer values: 0..30 → 0..20" in found
    assert {path.name for path in folder.iterdir()} == {".git", "clientsmith.toml", "specs"}


@pytest.mark.usefixtures("repository")
def test_the_configuration_and_the_names_are_those_of_the_commit() -> None:
    write("specs/openapi.json", BASE)
    Path("clientsmith.toml").write_text(CONFIG.replace("pets.every", "pets.all"))
    data = json.loads(run("--since", "HEAD", "--format", "json").stdout)
    assert [(each["call"], each["what"], each["cause"]) for each in data["changes"]] == [
        ("client.pets.every()", "has another name", "configuration")
    ]
    Path("clientsmith.toml").write_text(CONFIG)
    lock = {"operations": {"DELETE /pets/{id}": "pets.rehome"}, "types": {}}
    Path("specs/names.lock").write_text(json.dumps(lock))
    data = json.loads(run("--since", "HEAD", "--format", "json").stdout)
    assert ("client.pets.delete()", "has another name") in [
        (each["call"], each["what"]) for each in data["changes"]
    ]


def test_files_that_the_document_refers_to_are_those_of_the_commit() -> None:
    document = copy.deepcopy(BASE)
    home = document["components"]["schemas"].pop("Home")
    document["components"]["schemas"]["Home"] = {"$ref": "parts/home.json"}
    write("openapi.json", document)
    write("parts/home.json", home)
    git("init")
    git("add", "-A")
    git("commit", "-m", "one")
    write("parts/home.json", {**home, "required": ["city", "street"]})
    _, _, found, _, place = lines(run("--since", "HEAD", "openapi.json"))
    assert found == "params.Home.street is required"
    assert place.startswith("parts/home.json:")
    assert "(before: HEAD:parts/home.json:" in place


def test_a_document_deep_in_a_repository() -> None:
    write("a/b/openapi.json", BASE)
    git("init")
    git("add", "-A")
    git("commit", "-m", "one")
    write("a/b/openapi.json", edited("a new call"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir("a/b")
        found = lines(run("--since", "HEAD", "openapi.json"))
        assert "client.pets.bulk_delete() is a new call" in found


def test_there_is_no_repository() -> None:
    write("openapi.json", BASE)
    assert "'.' is not in a git repository" in problems(run("--since", "HEAD", "openapi.json"))


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("name", ["nothing", "--all", "HEAD:specs", "-x", ""])
def test_there_is_no_such_commit(name: str) -> None:
    result = run(f"--since={name}")
    assert f"the repository has no commit {name!r}" in problems(result)
    assert result.exit_code == 1


@pytest.mark.usefixtures("repository")
def test_the_commit_has_no_such_document() -> None:
    write("other.json", BASE)
    result = run("--since", "HEAD", "other.json")
    assert "'HEAD' has no document 'other.json'" in problems(result)
    Path("clientsmith.toml").write_text(CONFIG.replace("specs/openapi.json", "other.json"))
    git("add", "-A")
    git("rm", "--cached", "other.json")
    git("commit", "-m", "two")
    result = run("--since", "HEAD")
    assert "'HEAD' has no document 'other.json'" in problems(result)
    assert result.exit_code == 1


@pytest.mark.usefixtures("repository")
def test_the_commit_has_no_configuration() -> None:
    git("rm", "--cached", "clientsmith.toml")
    git("commit", "-m", "two")
    assert lines(run("--since", "HEAD"))[0] == "pets_client: 2 breaks at run time: a major step"


@pytest.mark.usefixtures("repository")
def test_a_link_of_a_commit_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.json").write_text(json.dumps(BASE))
    Path("specs/openapi.json").unlink()
    Path("specs/openapi.json").symlink_to(tmp_path / "secret.json")
    git("add", "-A")
    git("commit", "-m", "two")
    result = run("--since", "HEAD", "specs/openapi.json")
    assert "'HEAD' has no document 'specs/openapi.json'" in problems(result)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "name the document OLD and the document NEW"),
        (("a.json",), "name the document OLD and the document NEW"),
        (("a.json", "b.json"), "'b.json' does not exist"),
        (("a.json", "a.json", "--since", "HEAD"), "name no second one"),
        (("a.json", "a.json", "--config", "a.json"), "--config goes with --target or --since"),
        (("a.json", "--since", "HEAD", "--target", "x"), "name no target"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], message: str) -> None:
    write("a.json", BASE)
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.output.replace("\n", " ")


def test_a_second_comparison_takes_what_the_first_one_read() -> None:
    from clientsmith.build import frontend

    write("old.json", BASE)
    write("new.json", edited("a field that is gone"))
    first = run("old.json", "new.json").stdout
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frontend, "read_and_understood", None)
        assert run("old.json", "new.json").stdout == first
    write("new.json", edited("a new call"))
    assert "client.pets.bulk_delete() is a new call" in lines(run("old.json", "new.json"))


def test_a_limit_where_there_was_none_names_both_sides() -> None:
    write("old.json", BASE)
    new = copy.deepcopy(BASE)
    listing(new)["parameters"][0]["schema"]["maximum"] = 50
    write("new.json", new)
    call = "client.pets.list(limit=)"
    assert f"{call} takes fewer values: any → ..50" in lines(run("old.json", "new.json"))
    assert f"{call} takes more values: ..50 → any" in lines(run("new.json", "old.json"))

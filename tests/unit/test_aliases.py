"""Old names are kept for some steps: what a run makes of them, and what it reports."""

from __future__ import annotations

import json
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from tests.aliases_project import Project

from clientsmith.aliases import read_old_names
from clientsmith.diagnostics import ClientsmithError

REHOME = '[targets.pets.operations]\n"DELETE /pets/{id}" = "pets.rehome"\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.generate()
    assert not project.old_names.exists()
    return project


def refusal(project: Project) -> str:
    """The errors for which a client is not generated."""
    result = project.run("generate")
    assert result.exit_code == 1
    return f"{result.stderr}{result.exception}"


def kept(project: Project) -> dict[str, Any]:
    data = json.loads(project.old_names.read_text())
    return {name: data[name] for name in data if data[name] and name != "step"}


def test_a_call_that_the_configuration_renames_is_deprecated_and_then_gone(
    project: Project,
) -> None:
    project.replace_settings(REHOME)
    out = project.generate("2.1")
    assert "1 addition by the document or configuration: a minor step" in out
    assert (
        "client.pets.delete() has another name; the old one is deprecated, and works for 2 more"
        " minor steps: client.pets.delete() → client.pets.rehome()" in out
    )
    assert kept(project) == {
        "calls": {"pets.delete": {"use": "pets.rehome", "since": "2.1", "step": 1}}
    }
    assert "pets.delete() is deprecated since version 2.1" in project.text("resources/pets.py")
    assert "minor step" in project.step("2.2")
    assert "def delete(" in project.text("resources/pets.py")
    out = project.step("2.3")
    assert "a major step" in out
    assert (
        "client.pets.delete() was deprecated, and is gone:"
        " client.pets.delete() → client.pets.rehome()" in out
    )
    assert "def delete(" not in project.text("resources/pets.py")
    assert "pets.delete() was removed in version 2.3: use pets.rehome()" in project.text(
        "resources/pets.py"
    )
    project.step("2.4")
    assert "was removed" in project.text("resources/pets.py")
    project.step("2.5")
    assert "was removed" not in project.text("resources/pets.py")
    assert kept(project) == {}
    assert json.loads(project.old_names.read_text())["step"] == 0


def test_a_run_with_nothing_changed_counts_no_step(project: Project) -> None:
    project.replace_settings(REHOME)
    project.generate("2.1")
    before = project.tree()
    assert project.run("check").exit_code == 0
    assert project.generate() == "pets: nothing to do\n"
    project.generate("", "--force")
    assert project.tree() == before
    project.generate("", "--force", "--no-cache")
    assert project.tree() == before
    assert project.run("check").exit_code == 0


def test_what_only_changes_documentation_counts_no_step(project: Project) -> None:
    project.replace_settings(REHOME)
    project.generate("2.1")
    before = project.old_names.read_bytes()
    project.paths["/pets"]["get"]["summary"] = "List all."
    assert "a patch step" in project.generate("2.1.1")
    assert project.old_names.read_bytes() == before


def test_a_dry_run_shows_and_writes_nothing(project: Project) -> None:
    before = project.tree()
    project.replace_settings(REHOME)
    assert "the old one is deprecated" in project.generate("2.1", "--dry-run")
    assert project.tree() == before


def test_check_names_the_file_of_old_names(project: Project) -> None:
    project.replace_settings(REHOME)
    result = project.run("check")
    assert result.exit_code == 1
    assert "names.aliases" in result.output
    project.generate("2.1")
    text = project.old_names.read_text()
    project.old_names.write_text(text.replace('"since": "2.1"', '"since": "2.0"'))
    result = project.run("check")
    assert result.exit_code == 1
    assert "resources/pets.py" in result.output


def test_a_name_that_changes_twice_leads_to_the_last(project: Project) -> None:
    project.replace_settings(REHOME)
    project.generate("2.1")
    project.replace_settings(REHOME.replace("rehome", "release"))
    project.generate("2.2")
    assert {name: each["use"] for name, each in kept(project)["calls"].items()} == {
        "pets.delete": "pets.release",
        "pets.rehome": "pets.release",
    }
    assert "use pets.release()" in project.text("resources/pets.py")
    assert "use pets.rehome()" not in project.text("resources/pets.py")


def test_a_name_that_comes_back_is_no_old_name(project: Project) -> None:
    project.replace_settings(REHOME)
    project.generate("2.1")
    project.replace_settings('[targets.pets.operations]\n"DELETE /pets/{id}" = "pets.delete"\n')
    project.generate("2.2")
    assert list(kept(project)["calls"]) == ["pets.rehome"]


def test_what_takes_an_old_name_is_reported(project: Project) -> None:
    project.replace_settings(REHOME)
    project.generate("2.1")
    project.replace_settings(REHOME + '"GET /toys/{id}" = "pets.delete"\n')
    out = project.generate("2.2")
    assert "client.pets.delete() was deprecated, and is something else now" in out
    assert "pets.delete" not in kept(project)["calls"]


def test_a_moved_call_keeps_a_resource_for_its_old_name(project: Project) -> None:
    project.paths["/shop/toys/{id}"] = project.paths.pop("/toys/{id}")
    # The lock keeps names by path, so that only the operationId says what it was.
    project.generate("2.1")
    assert kept(project)["calls"]["toys.retrieve"]["use"] == "shop.toys.retrieve"
    assert "toys = core.child(lambda: resources.Toys)" in project.text("client.py")
    assert '"GET /shop/toys/{id}"' in project.text("resources/toys.py")
    for version in ("2.2", "2.3"):
        project.step(version)
    assert "toys = core.child" not in project.text("client.py")
    assert "toys was removed in version 2.3: use shop.toys" in project.text("client.py")


def test_likeness_alone_makes_no_alias_of_a_call(project: Project) -> None:
    toys = project.paths.pop("/toys/{id}")
    toys["get"]["operationId"] = "getBone"
    project.paths["/bones/{id}"] = toys
    project.generate("2.1")
    entry = kept(project)["calls"]["toys.retrieve"]
    assert entry["use"] == "bones.retrieve"
    assert entry["removed"]
    assert entry["guess"]
    assert "toys was removed in version 2.1: bones is like it" in project.text("client.py")
    assert not (project.folder / "out/pets_client/resources/toys.py").exists()


def test_without_aliases_nothing_is_kept(project: Project) -> None:
    project.replace_settings(f"aliases = 0\n{REHOME}")
    out = project.generate("2.1")
    assert "a major step" in out
    assert not project.old_names.exists()
    assert "old_names" not in project.text("resources/pets.py")
    assert not (project.folder / "out/pets_client/_runtime/old_names.py").exists()


def test_fewer_steps_end_names_at_once(project: Project) -> None:
    project.replace_settings(REHOME)
    project.generate("2.1")
    project.replace_settings(f"aliases = 0\n{REHOME}")
    assert "client.pets.delete() was deprecated, and is gone" in project.generate()
    assert kept(project) == {}


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("-1", "'aliases' must be at least 0, not -1"),
        ("1.5", "'aliases' must be a whole number, not a float"),
        ("true", "'aliases' must be a whole number, not a boolean"),
        ('"2"', "'aliases' must be a whole number, not a string"),
    ],
)
def test_the_number_of_steps_is_a_whole_number(project: Project, value: str, message: str) -> None:
    project.replace_settings(f"aliases = {value}\n")
    assert "clientsmith.toml:7:1 error[config-" in (said := refusal(project))
    assert message in said


GONE = '{"removed": true, "since": "1", "step": 1}'
ENTRY = '{"use": "pets.rehome", "since": "1", "step": 1}'


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[]", "1:1"),
        ("{", "1:2"),
        ('{\n<<<<<<< HEAD\n  "step": 1\n=======\n  "step": 2\n>>>>>>> other\n}', "2:1"),
        ('{\n  "step": -1\n}', "2:3"),
        ('{\n  "stop": 1\n}', "2:3"),
        ('{\n  "calls": []\n}', "2:3"),
        *(
            (f'{{\n  "calls": {{\n    "{name}": {ENTRY}\n  }}\n}}', "3:5")
            for name in ("pets", "pets.__init__", "_a.b", "pets.import", "pets.a()", "pets.a b")
        ),
        *(
            (
                f'{{\n  "calls": {{\n    "pets.a": {{"use": {use}, "since": "1", "step": 1}}}}}}',
                "3:5",
            )
            for use in ('"os.system(1)"', '"x"', "1", "[]", '"pets.\\uff45val"', '""')
        ),
        *(
            (
                f'{{\n  "{section}": {{\n    "{name}": {{"use": "{use}", "step": 1}}}}}}',
                "3:5",
            )
            for section, name, use in (
                ("arguments", "pets.list(a)", "pets.find(b)"),
                ("fields", "models.Pet.a", "models.Toy.b"),
                ("classes", "models.Pet", "params.Pet"),
            )
        ),
        *(
            (f'{{\n  "calls": {{\n    "pets.a": {entry}\n  }}\n}}', "3:5")
            for entry in (
                "[]",
                '{"use": "pets.b", "since": 1, "step": 1}',
                '{"use": "pets.b", "since": "1", "step": "1"}',
                '{"use": "pets.b", "since": "1", "step": 1, "removed": 1}',
                '{"use": "pets.b", "since": "1", "step": 1, "code": "x"}',
            )
        ),
        *(
            (
                f'{{\n  "{section}": {{\n    "{name}": {GONE}\n  }}\n}}',
                "3:5",
            )
            for section, name in (
                ("calls", "a" + ".a" * 2000),
                ("arguments", "pets.list"),
                ("arguments", "pets.list(self)"),
                ("arguments", "pets.list(extra_headers)"),
                ("arguments", "pets.list(a)(b)"),
                ("fields", "models.Pet"),
                ("fields", "params.Pet.name"),
                ("fields", "models.Pet.to_dict"),
                ("fields", "models.Pet.__class__"),
                ("classes", "os.Pet"),
                ("classes", "models.__all__"),
                ("classes", "models.Pet.name"),
            )
        ),
        ('{\n  "calls": {\n    "pets.a": ' + ENTRY + ',\n    "pets.a": ' + ENTRY + "}}", "3:5"),
    ],
)
def test_a_file_of_old_names_that_is_not_valid_is_refused(
    tmp_path: Path, text: str, place: str
) -> None:
    path = tmp_path / "names.aliases"
    path.write_text(text)
    with pytest.raises(ClientsmithError) as caught:
        read_old_names(path)
    assert str(caught.value).startswith(f"{path}:{place} error[aliases-invalid]")


def test_a_run_stops_at_a_file_of_old_names_that_is_not_valid(project: Project) -> None:
    before = project.tree()
    project.old_names.write_text('{"calls": {"pets.a": {"use": "import os"}}}')
    for command in ("generate", "check"):
        result = project.run(command)
        assert result.exit_code == 1
        assert "names.aliases:1:12 error[aliases-invalid]" in result.stderr
    project.old_names.unlink()
    assert project.tree() == before


def test_a_hostile_version_stays_text(project: Project) -> None:
    project.replace_settings(REHOME)
    project.generate('1"""\n); import os  # ' + "x" * 200)
    text = project.text("resources/pets.py")
    compile(text, "pets.py", "exec")
    assert "\nimport os" not in text
    assert project.run("check").exit_code == 0


def test_an_old_field_may_be_called_as_its_type_is(project: Project) -> None:
    """A property hides what is called like it from those below it in the class."""
    properties = project.schemas["Animal"]["properties"]
    for name in ("date", "other", "third"):
        properties[name] = {"type": "string", "format": "date", "description": f"The {name}."}
    properties["property"] = {"type": "string"}
    project.generate("2.0")
    for old, new in (("date", "born_on"), ("other", "seen_on"), ("third", "left_on")):
        properties[new] = properties.pop(old)
    project.generate("2.1")
    with project.package() as package:
        models: Any = import_module(f"{package.__name__}.models")
        pet = models.Animal(
            id="1", name="Rex", born_on=date(2026, 1, 2), seen_on=date(2026, 1, 3), property="x"
        )
        with pytest.warns(DeprecationWarning, match="Animal.date is deprecated"):
            assert pet.date == date(2026, 1, 2)
        with pytest.warns(DeprecationWarning, match="Animal.other is deprecated"):
            assert pet.other == date(2026, 1, 3)
        assert pet.property == "x"

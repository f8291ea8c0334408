"""Old names that have no place in the new client are not kept, and a warning says why."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.aliases_project import Project

from .test_aliases import project as project


def named(project: Project, **calls: str) -> None:
    lines = "".join(f'"{key}" = "{call}"\n' for key, call in calls.items())
    project.replace_settings(f"[targets.pets.operations]\n{lines}")


def old_names(project: Project, section: str, name: str, **entry: Any) -> None:
    """Write a file of old names with one name."""
    data = {"step": 1, section: {name: {"since": "1", "step": 1, **entry}}}
    project.old_names.write_text(json.dumps(data, indent=2))


def test_a_call_whose_place_a_resource_takes(project: Project) -> None:
    named(project, **{"GET /toys/{id}": "pets.toys"})
    project.generate("2.1")
    named(project, **{"GET /toys/{id}": "pets.toys.list"})
    project.write()
    result = project.run("generate")
    assert result.exit_code == 0
    assert "openapi.json:" in result.stderr
    assert (
        "warning[alias-lost] the old name pets.toys() is not kept: pets.toys is a resource now"
        in (result.stderr)
    )
    assert "hint: programs have to use pets.toys.list()" in result.stderr
    # It is a break, then, and no addition.
    assert "Breaks at run time\n  client.pets.toys() has another name" in result.stdout
    assert '"pets.toys":' not in project.old_names.read_text()
    assert "alias-lost" not in project.run("generate").stderr


def test_a_call_below_what_is_a_call_now(project: Project) -> None:
    named(project, **{"GET /toys/{id}": "pets.toys.one"})
    project.generate("2.1")
    named(project, **{"GET /toys/{id}": "pets.toys"})
    result = project.run("generate")
    assert "the old name pets.toys.one() is not kept: pets.toys() is a call now" in result.stderr


LOST: dict[str, tuple[str, str, dict[str, Any], str]] = {
    "a word of each client": (
        "calls",
        "pets.core",
        {"use": "pets.list"},
        "pets.core() is not kept: it has a word in it that every client has for itself",
    ),
    "an argument of no call": (
        "arguments",
        "dogs.list(kind)",
        {"use": "dogs.list(species)"},
        "dogs.list(kind=) is not kept: the client has no dogs.list that could have it",
    ),
    "a removed argument of no call": (
        "arguments",
        "dogs.list(kind)",
        {"removed": True},
        "dogs.list(kind=) is not kept: the client has no dogs.list that could have it",
    ),
    "a removed field of no model": (
        "fields",
        "models.Dog.name",
        {"removed": True},
        "models.Dog.name is not kept: the client has no models.Dog that could have it",
    ),
    "a removed value of no enum": (
        "constants",
        "models.Tint.RED",
        {"removed": True},
        "models.Tint.RED is not kept: the client has no models.Tint that could have it",
    ),
    "a removed argument of another client": (
        "options",
        "Zoo(api_key)",
        {"removed": True},
        "Zoo(api_key=) is not kept: the client has no Zoo that could have it",
    ),
}


@pytest.mark.parametrize("case", LOST)
def test_a_name_of_the_file_that_has_no_place(case: str, project: Project) -> None:
    section, name, entry, said = LOST[case]
    old_names(project, section, name, **entry)
    result = project.run("generate")
    assert result.exit_code == 0, result.output
    assert f"names.aliases:4:5 warning[alias-lost] the old name {said}" in result.stderr
    assert name not in project.old_names.read_text()
    assert "alias-lost" not in project.run("generate").stderr


def test_names_that_work_are_no_reason_to_warn(project: Project) -> None:
    project.replace_settings('[targets.pets.operations]\n"DELETE /pets/{id}" = "pets.rehome"\n')
    del project.paths["/toys/{id}"]
    project.paths["/pets"]["get"]["parameters"][0]["name"] = "kind"
    project.write()
    result = project.run("generate")
    assert "pets.delete" in project.old_names.read_text()
    assert "toys" in project.old_names.read_text()
    assert "alias-lost" not in result.stderr

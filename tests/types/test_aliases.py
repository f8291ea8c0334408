"""Type checkers flag old names, refuse removed ones, and find no fault with a client of both."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.aliases_project import Project

SETTINGS = """
[targets.pets.operations]
"DELETE /pets/{id}" = "pets.rehome"
[targets.pets.types]
"#/components/schemas/Animal" = "Pet"
"""
CALLS = """
from pets_client import AsyncPetShop, PetShop, models


def new_names(client: PetShop) -> models.Pet:
    client.pets.rehome("1")
    client.pets.list(kind="cat")
    print(client.pets.retrieve("1").title)
    return client.shop.toys.retrieve("1")


def old_names(client: PetShop, pet: models.Pet) -> models.Animal:
    client.pets.delete("1")  # reportDeprecated deprecated
    client.pets.with_raw_response.delete("1")  # reportDeprecated deprecated
    client.pets.with_streaming_response.delete("1")  # reportDeprecated deprecated
    print(pet.name)  # reportDeprecated deprecated
    return client.toys.retrieve("1")  # reportDeprecated deprecated


async def old_names_awaited(client: AsyncPetShop) -> models.Animal:
    await client.pets.delete("1")  # reportDeprecated deprecated
    await client.pets.with_raw_response.delete("1")  # reportDeprecated deprecated
    client.pets.with_streaming_response.delete("1")  # reportDeprecated deprecated
    return await client.toys.retrieve("1")  # reportDeprecated deprecated


def removed_names(client: PetShop, pet: models.Pet) -> None:
    client.pets.list(species="cat")  # reportCallIssue call-arg
    client.zoo.retrieve("1")  # reportAttributeAccessIssue attr-defined
    client.pets.revive("1")  # reportAttributeAccessIssue attr-defined
    print(pet.age)  # reportAttributeAccessIssue attr-defined
    print(models.Animals)  # reportAttributeAccessIssue attr-defined
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A client with old names of each kind, deprecated and removed."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.paths["/zoo/{id}"] = project.paths["/toys/{id}"]
    project.paths["/zoo/{id}"] = {
        **project.paths["/toys/{id}"],
        "get": {**project.paths["/toys/{id}"]["get"], "operationId": "getZoo"},
    }
    project.paths["/pets/{id}/revive"] = {
        "parameters": project.paths["/pets/{id}"]["parameters"],
        "post": {"operationId": "revivePet", "responses": {"204": {"description": "x"}}},
    }
    project.generate()
    project.replace_settings(SETTINGS)
    paths, schemas = project.paths, project.schemas
    paths["/pets"]["get"]["parameters"][0]["name"] = "kind"
    paths["/pets"]["get"]["responses"] = {"204": {"description": "x"}}
    paths["/shop/toys/{id}"] = paths.pop("/toys/{id}")
    del paths["/zoo/{id}"], paths["/pets/{id}/revive"], schemas["Animals"]
    properties = schemas["Animal"]["properties"]
    properties["title"] = properties.pop("name")
    schemas["Animal"]["required"] = ["id", "title"]
    del properties["age"]
    project.generate("2.1")
    (tmp_path / "calls.py").write_text(CALLS)
    return project


def marks(at: int) -> list[tuple[int, str]]:
    """The lines that are reported, each with the name of the rule of pyright (1) or mypy (2)."""
    return [
        (number, line.rpartition("# ")[2].split()[at])
        for number, line in enumerate(CALLS.split("\n"), 1)
        if "  # " in line
    ]


@pytest.mark.slow  # A run of pyright, and one of mypy.
def test_old_names_are_flagged_and_removed_ones_refused(project: Project) -> None:
    settings = {
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "extraPaths": ["out"],
        "reportUnknownMemberType": False,
        "reportUnknownArgumentType": False,
    }
    (project.folder / "pyrightconfig.json").write_text(json.dumps(settings))
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable]
    ran = subprocess.run(
        [*command], cwd=project.folder, capture_output=True, text=True, check=False
    )
    found = json.loads(ran.stdout)["generalDiagnostics"]
    assert {Path(each["file"]).name for each in found} == {"calls.py"}, ran.stdout
    lines = sorted({(each["range"]["start"]["line"] + 1, each["rule"]) for each in found})
    assert lines == marks(0), ran.stdout
    messages = "\n".join(each["message"] for each in found)
    assert "pets.delete() is deprecated since version 2.1: use pets.rehome()" in messages
    command = [sys.executable, "-m", "mypy", "--strict", "--enable-error-code=deprecated"]
    ran = subprocess.run(
        [*command, "--cache-dir=.mypy", "calls.py", "out"],
        cwd=project.folder,
        capture_output=True,
        text=True,
        check=False,
        env={"MYPYPATH": "out", "PATH": ""},
    )
    reported = [line for line in ran.stdout.splitlines() if ": error: " in line]
    assert all(line.startswith("calls.py:") for line in reported), ran.stdout
    assert sorted(
        {(int(line.split(":")[1]), line.rpartition("[")[2][:-1]) for line in reported}
    ) == marks(1), ran.stdout

"""Old names of the values of an enum."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.aliases_project import Project
from tests.tiers import slow

from .server import Server, json_answer
from .test_aliases import project as project, server as server, warned


def coloured(project: Project, texts: bool = True, **values: tuple[str, str] | str) -> None:
    """Give an animal a colour, with a name and a description for each value."""
    pairs = [each if isinstance(each, tuple) else (each, "") for each in values.values()]
    colour: dict[str, Any] = {
        "type": "string",
        "enum": [value for value, _ in pairs],
        "x-enum-varnames": list(values),
    }
    if texts:
        colour["x-enum-descriptions"] = [text for _, text in pairs]
    project.schemas["Colour"] = colour
    reference = {"$ref": "#/components/schemas/Colour"}
    project.schemas["Animal"]["properties"]["colour"] = reference
    parameters = project.paths["/pets"]["get"]["parameters"]
    parameters[:] = [each for each in parameters if each["name"] != "colour"]
    parameters.append({"name": "colour", "in": "query", "schema": reference})


def without_lock(project: Project) -> None:
    """Forget the names that the record keeps for the values: the document's names are taken."""
    (project.folder / "names.lock").unlink()


def test_a_value_with_another_name_keeps_the_old_one(project: Project, server: Server) -> None:
    coloured(project, RED="red", BLUE="blue", GREEN="green")
    project.generate("2.0")
    coloured(project, DARK_RED="red", BLUE="blue")
    out = project.generate("2.1", "--all")
    print(out)
    assert (
        "models.Colour.RED has another name; the old one is deprecated, and works for 2 more minor"
        " steps: models.Colour.RED → models.Colour.DARK_RED" in out
    )
    assert "models.Colour.GREEN is gone" in out
    server.will(json_answer({"id": "1", "name": "Rex", "colour": "red"}), json_answer({"data": []}))
    with project.package() as package, package.PetShop(base_url=server.url) as client:
        colour: Any = import_module("pets_client.models").Colour
        value, found = warned(lambda: colour.RED)
        assert value == colour.DARK_RED == client.pets.retrieve("1").colour
        assert [str(each.message) for each in found] == [
            "Colour.RED is deprecated since version 2.1: use Colour.DARK_RED"
        ]
        assert found[0].filename == __file__
        warned(lambda: client.pets.list(colour=colour.RED))
        assert server.sent[-1].target == "/pets?colour=red"
        with pytest.raises(
            package.RemovedError, match=r"^models.Colour.GREEN was removed in version 2.1$"
        ):
            _ = colour.GREEN
        assert not hasattr(colour, "GREEN")
        assert warned(lambda: colour.BLUE) == ("blue", [])
    for version in ("2.2", "2.3"):
        out = project.step(version)
    assert "models.Colour.RED was deprecated, and is gone" in out
    with project.package() as package:
        colour = import_module("pets_client.models").Colour
        message = "^models.Colour.RED was removed in version 2.3: use models.Colour.DARK_RED$"
        with pytest.raises(package.RemovedError, match=message):
            _ = colour.RED


def test_another_value_with_the_same_description_takes_the_place_of_one(project: Project) -> None:
    coloured(project, RED=("red", "As blood is."), BLUE=("blue", "As the sea."))
    project.generate("2.0")
    coloured(project, CRIMSON=("crimson", "As blood is."), BLUE=("blue", "As the sea."))
    out = project.generate("2.1", "--all")
    assert "models.Colour.RED has another name; the old one is deprecated" in out
    with project.package():
        assert warned(lambda: import_module("pets_client.models").Colour.RED)[0] == "crimson"


def test_likeness_alone_is_no_old_name_of_a_value(project: Project) -> None:
    coloured(project, RED="red", BLUE="blue")
    project.generate("2.0")
    coloured(project, CRIMSON="crimson", BLUE="blue")
    assert "models.Colour.RED is gone" in project.generate("2.1", "--all")
    message = "RED was removed in version 2.1: models.Colour.CRIMSON is like it$"
    with project.package() as package, pytest.raises(package.RemovedError, match=message):
        _ = import_module("pets_client.models").Colour.RED


def test_an_enum_and_its_value_with_other_names_keep_both(project: Project) -> None:
    coloured(project, RED="red", BLUE="blue")
    project.generate("2.0")
    coloured(project, DARK_RED="red", BLUE="blue")
    project.replace_settings('[targets.pets.types]\n"#/components/schemas/Colour" = "Tint"\n')
    project.generate("2.1")
    with project.package():
        value, found = warned(lambda: import_module("pets_client.models").Colour.RED)
        assert value == "red"
        assert [str(each.message).partition(": ")[2] for each in found] == [
            "use models.Tint",
            "use Tint.DARK_RED",
        ]


# Of mypy, test_aliases_of_clients.py has the sample.
@pytest.mark.parametrize("checker", [slow("mypy"), "pyright"])
def test_type_checkers_know_old_names_of_values(
    checker: str, project: Project, tmp_path: Path
) -> None:
    coloured(project, RED="red", BLUE="blue", GREEN="green")
    project.generate("2.0")
    coloured(project, DARK_RED="red", BLUE="blue")
    project.generate("2.1")
    program = tmp_path / "program.py"
    lines = [
        "from pets_client import PetShop",
        "from pets_client.models import Colour",
        "PetShop().pets.list(colour=Colour.RED)",
        "PetShop().pets.list(colour=Colour.DARK_RED)",
        "PetShop().pets.list(colour=Colour.GREEN)",
    ]
    program.write_text("\n".join(lines) + "\n")
    options = ["--strict", "--no-incremental"] if checker == "mypy" else []
    (tmp_path / "pyrightconfig.json").write_text('{"extraPaths": ["out"]}')
    done = subprocess.run(
        [sys.executable, "-m", checker, *options, program.name],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": str(project.folder / "out")},
        capture_output=True,
        text=True,
        check=False,
    )
    faults = [line for line in done.stdout.splitlines() if "error" in line and "program.py" in line]
    assert len(faults) == 1, done.stdout
    assert "program.py:5" in faults[0]
    assert "GREEN" in faults[0]

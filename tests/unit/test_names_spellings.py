"""The ways to write a name, for `clientsmith names`, its `explain` and its `pin`."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from .test_names_command import CONFIG, Shell, run

__all__ = ["run"]

OLD_NAMES = """{
  "step": 1,
  "calls": {
    "pets.find": {"use": "pets.retrieve", "since": "2", "step": 0},
    "pets.feed": {"removed": true, "since": "3", "step": 0},
    "pets.lost": {"use": "pets.delete", "removed": true, "guess": true, "since": "3", "step": 0}
  },
  "arguments": {
    "pets.retrieve(key)": {"use": "pets.retrieve(id)", "since": "2", "step": 0}
  },
  "fields": {
    "models.Pet.keeper": {"use": "models.Pet.owner", "since": "2", "step": 0}
  },
  "classes": {
    "models.Animal": {"use": "models.Pet", "since": "2", "step": 0}
  }
}
"""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("pets.retrieve", "pets.retrieve"),
        ("client.pets.retrieve", "pets.retrieve"),
        ("client.pets.retrieve()", "pets.retrieve"),
        ("pets.retrieve(id)", "pets.retrieve"),
        ("client.pets.with_raw_response.list(limit=1)", "pets.list"),
        ("client.pets.with_streaming_response.list", "pets.list"),
        ("getPet", "pets.retrieve"),
        ("GET /pets/{id}", "pets.retrieve"),
        ("get /pets/{pet_id}/", "pets.retrieve"),
        ("Get   /pets", "pets.list"),
        ("#/paths/~1pets/get", None),
        ("models.Pet", "Pet"),
        ("pets.models.PetOwner", "PetOwner"),
        ("params.DeletePetParams", "DeletePetParams"),
        ("models.Pet.pet_name_2", "pet_name_2"),
        ("models.PetOwner.pet_name_2", None),
        ("/components/schemas/Pet", "Pet"),
    ],
)
def test_a_name_in_any_spelling(text: str, name: str | None, run: Shell) -> None:
    code, printed, err = run("names", "explain", text)
    if name is None:
        assert (code, "error[name-unknown]" in err) == (1, True)
    else:
        assert (code, printed.partition(":")[0]) == (0, name)


def test_a_row_of_that_name_comes_before_other_spellings(run: Shell) -> None:
    # An operation whose operationId is the name of a class.
    path = Path("openapi.yaml")
    path.write_text(path.read_text().replace("operationId: listPets", "operationId: Pet"))
    assert run("names", "explain", "Pet")[1].startswith("Pet: type\n")


@pytest.mark.parametrize(
    ("text", "said", "name"),
    [
        (
            "pets.find",
            "pets.retrieve was called pets.find until version 2; it still works, and",
            "",
        ),
        ("client.pets.find()", "pets.retrieve was called pets.find until version 2; it st", ""),
        ("models.Animal", "models.Pet was called models.Animal until version 2; it still", "Pet"),
        ("Animal", "models.Pet was called models.Animal until version 2; it still works", "Pet"),
        ("pets.retrieve(key=)", "pets.retrieve was called", None),
        ("models.Pet.keeper", "models.Pet.owner was called models.Pet.keeper until ver", "Pet"),
        (
            "pets.lost",
            "pets.delete was called pets.lost until version 3; it is gone (as it see",
            "",
        ),
    ],
)
def test_an_old_name_says_what_became_of_it(
    text: str, said: str, name: str | None, run: Shell
) -> None:
    Path("names.aliases").write_text(OLD_NAMES)
    code, printed, _ = run("names", "explain", text)
    assert code == 0
    first, _, rest = printed.partition("\n\n")
    if name is None:
        # The call is the same, whatever its argument was called.
        assert printed.startswith("pets.retrieve: the call")
        return
    assert first.startswith(said)
    assert rest.startswith(f"{name or said.partition(' ')[0]}: ")


def test_what_has_an_old_name_shows_it(run: Shell) -> None:
    Path("names.aliases").write_text(OLD_NAMES)
    line = "  before     pets.find, until version 2; it still works, and warns\n"
    assert line in run("names", "explain", "getPet")[1]
    line = "  before     models.Animal, until version 2; it still works, and warns\n"
    assert line in run("names", "explain", "models.Pet")[1]
    said = "pets.feed was a name until version 3; it is gone, and nothing took its place"
    assert said in run("names", "explain", "pets.feed")[2]
    assert run("names", "pets.feed")[:2] == (1, f"{said}\n")


def test_a_pin_takes_every_spelling(run: Shell) -> None:
    Path("names.aliases").write_text(OLD_NAMES)
    for text, name in (
        ("listPets", "pets.every"),
        ("client.pets.find()", "pets.get"),
        ("delete /pets/{x}", "pets.rehome"),
        ("models.Pet", "Animal"),
    ):
        assert run("names", "pin", text, name)[0] == 0
    table = tomllib.loads(Path("clientsmith.toml").read_text())["targets"]["pets"]
    assert table["operations"] == {
        "GET /pets": "pets.every",
        "GET /pets/{id}": "pets.get",
        "DELETE /pets/{id}": "pets.rehome",
    }
    assert table["types"] == {"#/components/schemas/Pet": "Animal"}


def test_a_hint_names_the_table_as_the_file_writes_it(run: Shell) -> None:
    for name, written in (("a b", '"a b"'), ('q"]\\', '"q\\"]\\\\"')):
        config = CONFIG.replace("[targets.pets]", f"[targets.{written}]")
        Path("clientsmith.toml").write_text(config)
        printed = run("names", "explain", "GET /pets")[1]
        lines = [line[13:] for line in printed.splitlines() if line[11:13] == "  "]
        table, setting = lines[-3:-1]
        assert tomllib.loads(f"{table}\n{setting}")["targets"][name]["operations"]
    Path("clientsmith.toml").unlink()
    Path("pyproject.toml").write_text(CONFIG.replace("[targets", "[tool.clientsmith.targets"))
    printed = run("names", "explain", "GET /pets")[1]
    assert "to choose  [tool.clientsmith.targets.pets.operations]\n" in printed

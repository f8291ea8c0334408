"""`clientsmith names`: what it lists, explains and pins."""

from __future__ import annotations

import json
import shlex
import tomllib
from pathlib import Path

import pytest

from clientsmith.cli import main
from clientsmith.config import load_targets

DOCUMENT = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: "https://api.example.com"}]
security: [{token: []}]
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200":
          description: Pets.
          content:
            application/json:
              schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}
  /pets/{id}:
    parameters:
    - {name: id, in: path, required: true, schema: {type: string}}
    - {name: id, in: header, schema: {type: string}}
    get:
      operationId: getPet
      responses:
        "200":
          description: A pet.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Pet"}
    delete:
      operationId: deletePet
      responses: {"204": {description: Gone.}}
  /pets/{id}/archive:
    post:
      operationId: archivePet
      parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      responses: {"204": {description: Done.}}
components:
  securitySchemes:
    token: {type: http, scheme: bearer}
  schemas:
    Pet:
      type: object
      properties:
        pet-name: {type: string}
        pet.name: {type: string}
        owner:
          type: object
          properties: {id: {type: string}}
"""
CONFIG = """\
# The client of our pets.
[targets.pets]
document = "openapi.yaml"  # ours
output = "out"
package = "pets"
client = "Pets"
"""


class Shell:
    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        """Return the exit code, standard output and standard error."""
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        printed = self._capsys.readouterr()
        assert "Traceback" not in printed.err
        assert isinstance(caught.value.code, int)
        return caught.value.code, printed.out, printed.err


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    Path("openapi.yaml").write_text(DOCUMENT)
    Path("clientsmith.toml").write_text(CONFIG)
    return Shell(capsys)


def test_every_name_is_listed(run: Shell) -> None:
    code, printed, _ = run("names")
    assert code == 0
    rows = {tuple(line.split("  ")[1:2]) for line in printed.splitlines() if line[:2] == "  "}
    names = {name for row in rows for name in row}
    assert names >= {"pets.list", "Pet", "PetOwner", "Pets", "api_key", "header_id"}
    assert names >= {"pet_name", "pet_name_2"}
    assert "fields that another wanted the name of (2)\n" in printed
    assert "  pet_name_2  #/components/schemas/Pet/properties/pet.name  collision\n" in printed
    assert "  header_id  #/paths/~1pets~1{id}/get/#header/id" in printed


def test_columns_are_aligned_and_fit_the_terminal(
    run: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    _, printed, _ = run("names")
    assert max(map(len, printed.splitlines())) <= 50
    assert "…" in printed
    calls = printed.split("\n\n")[0].splitlines()[1:]
    assert {line.index(line.split()[1]) for line in calls} == {17}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("pets.list", {"pets.list"}),
        ("GET /pets", {"pets.list"}),
        ("pets.", {"pets.list", "pets.retrieve", "pets.delete", "pets.archive"}),
        ("#/components/schemas/Pet", {"Pet"}),
        ("/components/schemas/Pet", {"Pet"}),
        ("#/components/schemas/", {"Pet", "PetOwner", "pet_name", "pet_name_2"}),
        ("petowner", {"PetOwner"}),
    ],
)
def test_a_text_filters_names(text: str, names: set[str], run: Shell) -> None:
    code, printed, _ = run("names", text, "--format", "json")
    assert code == 0
    assert {row["name"] for row in json.loads(printed)["pets"]} == names


def test_a_text_of_no_name_is_said(run: Shell) -> None:
    assert run("names", "cats")[:2] == (1, "no name has 'cats' in it\n")


def test_rows_as_json_have_place_rule_and_setting(run: Shell) -> None:
    _, printed, _ = run("names", "GET /pets", "--format", "json")
    assert json.loads(printed) == {
        "pets": [
            {
                "kind": "call",
                "name": "pets.list",
                "key": "GET /pets",
                "rule": "path",
                "why": "the path is the resource, and the HTTP method the name of the method",
                "by-rule": "path",
                "otherwise": "pets.list",
                "setting": "targets.pets.operations",
                "file": "openapi.yaml",
                "line": 8,
                "column": 7,
            }
        ]
    }


def test_targets_are_listed_apart(run: Shell) -> None:
    second = CONFIG.replace("targets.pets", "targets.more").replace('"out"', '"more"')
    Path("clientsmith.toml").write_text(f'{CONFIG}\n{second}lock = "more.lock"\n')
    _, printed, _ = run("names", "pets.list")
    assert printed.startswith("pets:\ncalls (1)\n")
    assert "\nmore:\ncalls (1)\n" in printed
    assert run("names", "pets.list", "--target", "more")[1].startswith("calls (1)\n")


EXPLAINED = {
    "pets.archive": """\
pets.archive: the call of POST /pets/{id}/archive
  at         openapi.yaml:32:7 (#/paths/~1pets~1{id}~1archive/post)
  because    the path ends with a verb
  to choose  [targets.pets.operations]
             "POST /pets/{id}/archive" = "another.name"
  or         clientsmith names pin 'POST /pets/{id}/archive' another.name
""",
    "Pets": """\
Pets: type
  of         #resource/pets
  at         openapi.yaml:1:1
  because    the words of the resource
  to choose  no setting; it follows the calls of the resource
""",
    "pet_name_2": """\
pet_name_2: field
  of         #/components/schemas/Pet/properties/pet.name
  at         openapi.yaml:44:19 (#/components/schemas/Pet/properties/pet.name)
  because    another wanted the same name
  to choose  no setting; edit it in names.lock, which keeps it from then on
""",
}


@pytest.mark.parametrize("name", EXPLAINED)
def test_a_name_is_explained(name: str, run: Shell) -> None:
    code, printed, _ = run("names", "explain", name)
    assert (code, printed) == (0, EXPLAINED[name])


def test_a_name_with_quotes_is_explained_with_a_safe_command(run: Shell) -> None:
    text = Path("openapi.yaml").read_text().replace("/pets/{id}/archive", "/pets/{id}/it's\"x")
    Path("openapi.yaml").write_text(text)
    _, printed, _ = run("names", "explain", "POST /pets/{id}/it's\"x")
    (line,) = (line for line in printed.splitlines() if " names pin " in line)
    assert shlex.split(line)[4:6] == ["POST /pets/{id}/it's\"x", "another.name"]
    (setting,) = (line for line in printed.splitlines() if line.endswith('= "another.name"'))
    assert tomllib.loads(setting) == {"POST /pets/{id}/it's\"x": "another.name"}


def test_the_configuration_and_the_lock_are_distinguished_from_rules(run: Shell) -> None:
    Path("clientsmith.toml").write_text(
        f'{CONFIG}\n[targets.pets.operations]\n"DELETE /pets/{{id}}" = "pets.rehome"\n'
    )
    assert run("generate")[0] == 0
    lock = Path("names.lock")
    lock.write_text(lock.read_text().replace('"pets.archive"', '"pets.store"'))
    _, printed, _ = run("names", "explain", "DELETE /pets/{id}")
    assert "  because    the configuration names it (clientsmith.toml:9:1)\n" in printed
    assert "  by rule    pets.delete: the path is the resource" in printed
    _, printed, _ = run("names", "explain", "pets.store")
    assert "  because    names.lock keeps it\n" in printed
    assert "  by rule    pets.archive: the path ends with a verb\n" in printed
    _, printed, _ = run("names", "explain", "#/components/schemas/Pet")
    assert "  because    names.lock keeps it\n  by rule    the same: " in printed
    _, printed, _ = run("names")
    assert "  pets.store     POST /pets/{id}/archive  lock (by rule pets.archive)\n" in printed


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("pets.lst", "error[name-unknown] nothing has the name 'pets.lst'\n  hint: did you mean"),
        ("zzz", "hint: `clientsmith names` lists all names"),
        ("Params", "error[name-several] 'Params' is part of 2 names: DeletePetParams ("),
    ],
)
def test_a_text_that_is_no_single_name_is_said(text: str, message: str, run: Shell) -> None:
    for command in (("explain", text), ("pin", text, "a.b")):
        code, _, printed = run("names", *command)
        assert code == 1
        assert message in printed


def test_a_name_of_one_client_is_no_fault_of_the_others(run: Shell) -> None:
    other = DOCUMENT.replace("/pets", "/homes").replace("Pet", "Home")
    Path("homes.yaml").write_text(other)
    second = CONFIG.replace("targets.pets", "targets.homes").replace("openapi.yaml", "homes.yaml")
    second = second.replace('"out"', '"more"') + 'lock = "homes.lock"\n'
    Path("clientsmith.toml").write_text(f"{CONFIG}\n{second}")
    code, printed, err = run("names", "explain", "models.Home")
    assert (code, err) == (0, "")
    assert printed.startswith("homes:\nHome: type\n")
    code, printed, err = run("names", "explain", "models.House")
    assert (code, printed) == (1, "")
    # What is the same of all is said once.
    assert err.count("error[name-unknown] nothing has the name 'models.House'") == 1


TABLE = '[targets.pets.operations]\n"GET /pets" = "pets.every" # all\n'
PROJECT = """\
[project]
name = "zoo"   # keep

[tool.clientsmith.targets.pets]
document = "openapi.yaml"
output = "out"
package = "pets"

[tool.other]
a = [
  1, # one
]
"""
PINNED = {
    "a table that is not there": (CONFIG, 9),
    "a table that is there": (f"{CONFIG}\n{TABLE}", 10),
    "a table before others": (f"{TABLE}\n{CONFIG}", 3),
    "an inline table": (f'{CONFIG}operations = {{ "GET /pets" = "pets.every" }} # all\n', 7),
    "dotted keys": (f'{CONFIG}operations."GET /pets" = "pets.every"\n', 8),
    "another name": (
        f'{CONFIG}\n[targets.pets.operations]\n# old\n"DELETE /pets/{{id}}" = "pets.x" # x\n',
        10,
    ),
    "another table of the target": (f"{CONFIG}\n[targets.pets.limits]\nbytes = 5_000_000\n", 12),
    "a table with a comment behind": (
        f'{CONFIG}\n# The other one.\n[targets.more]\ndocument = "openapi.yaml"\n'
        'output = "more"\npackage = "more"\nlock = "more.lock"\n',
        9,
    ),
    "a list of several lines before": (
        f'{CONFIG}flatten = [\n  "a", # [targets.pets.operations]\n  # b\n]\n# end\n',
        13,
    ),
    "the line ends of Windows": (CONFIG.replace("\n", "\r\n"), 9),
    "a byte order mark": (f"\ufeff{CONFIG}", 9),
    "no line end": (CONFIG.rstrip(), 9),
}


@pytest.mark.parametrize("case", PINNED)
def test_a_pin_changes_one_line_of_the_configuration(case: str, run: Shell) -> None:
    before, line = PINNED[case]
    Path("clientsmith.toml").write_bytes(before.encode())
    of = ("--target", "pets") if "[targets.more]" in before else ()
    code, printed, said = run("names", "pin", "DELETE /pets/{id}", "pets.rehome", *of)
    assert code == 0, said
    after = Path("clientsmith.toml").read_bytes().decode()
    target, *_ = load_targets(Path())
    assert target.operations["DELETE /pets/{id}"] == "pets.rehome"
    kept = before.replace('"pets.x"', '"pets.rehome"').splitlines()
    for each in kept:
        if not each.startswith("operations = "):
            assert each in after.splitlines()
    # Comments are where they were: above what they are about.
    others = [line for line in after.splitlines() if line in kept]
    assert [line for line in others if line] == [line for line in kept if line in others and line]
    assert after.count("\r\n") in (0, after.count("\n"))
    assert after.startswith("\ufeff") == before.startswith("\ufeff")
    assert printed.startswith(f"clientsmith.toml:{line}:")
    assert run("generate")[0] == 0
    assert "def rehome(" in Path("out/pets/resources/pets.py").read_text()
    code, printed, _ = run("names", "pin", "pets.rehome", "pets.rehome", *of)
    assert (code, "has that name already" in printed) == (0, True)
    assert Path("clientsmith.toml").read_bytes().decode() == after


def test_a_pin_in_a_pyproject(run: Shell) -> None:
    Path("clientsmith.toml").unlink()
    Path("pyproject.toml").write_text(PROJECT)
    code, _, said = run("names", "pin", "Pet", "Animal")
    assert code == 0, said
    (target,) = load_targets(Path())
    assert target.types == {"#/components/schemas/Pet": "Animal"}
    after = Path("pyproject.toml").read_text()
    added = {"[tool.clientsmith.targets.pets.types]", '"#/components/schemas/Pet" = "Animal"', ""}
    assert [line for line in after.splitlines() if line not in added] == [
        line for line in PROJECT.splitlines() if line
    ]
    assert "name" not in run("names", "Animal")[1].partition("types")[0]


REFUSED = {
    ("pets.delete", "delete"): ("pin-name", "write resource.method"),
    ("pets.delete", "pets.class"): ("pin-name", "is a keyword of Python"),
    ("pets.delete", "pets.list"): ("pin-taken", "that is what 'GET /pets' is called"),
    ("pets.delete", "copy.pets"): ("pin-taken", "is a name that every client has"),
    ("pets.delete", "pets.list.all"): ("pin-taken", "it would stand below 'pets.list'"),
    ("Pet", "my pet"): ("pin-name", "is not a valid name for a Python class"),
    ("Pet", "PetOwner"): ("pin-taken", "'#/components/schemas/Pet/properties/owner' is called"),
    ("Pet", "petOwner"): ("pin-taken", "is called 'PetOwner'"),
    ("Pets", "Zoo"): ("pin-impossible", "no setting names the type 'Pets'"),
    ("header_id", "x.y"): ("pin-impossible", "no setting names the argument 'header_id'"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_a_name_that_cannot_be_is_refused_with_place_and_mend(
    what: tuple[str, str], run: Shell
) -> None:
    code_word, message = REFUSED[what]
    if what[0] == "header_id":
        what = ("#/paths/~1pets~1{id}/get/#header/id", what[1])
    code, _, printed = run("names", "pin", *what)
    assert code == 1
    assert f"error[{code_word}]" in printed
    assert message in printed
    assert printed.startswith("openapi.yaml:")
    assert "hint: " in printed
    assert Path("clientsmith.toml").read_text() == CONFIG


def test_a_pin_needs_one_target(run: Shell) -> None:
    second = CONFIG.replace("targets.pets", "targets.more").replace('"out"', '"more"')
    Path("clientsmith.toml").write_text(f'{CONFIG}\n{second}lock = "more.lock"\n')
    code, _, printed = run("names", "pin", "pets.list", "pets.all")
    assert code == 2
    assert "the configuration has several targets: name one of pets, more" in printed
    assert run("names", "pin", "pets.list", "pets.all", "--target", "more")[0] == 0
    assert [target.operations for target in load_targets(Path())] == [{}, {"GET /pets": "pets.all"}]

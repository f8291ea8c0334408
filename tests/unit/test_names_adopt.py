"""`clientsmith names --adopt-defaults`: a client moves over to the rules that new clients have."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clientsmith.cli import main
from clientsmith.identifiers.lock import NameLock
from clientsmith.identifiers.rules import NameRules

DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "servers": [{"url": "https://api.example.com"}],
    "paths": {
        "/pets/{id}/archive": {
            "post": {
                "operationId": "archivePet",
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
                ],
                "responses": {
                    "200": {
                        "description": "The pet.",
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}
                        },
                    }
                },
            }
        }
    },
    "components": {
        "schemas": {"Pet": {"type": "object", "properties": {"petName": {"type": "string"}}}}
    },
}
CONFIG = """\
[targets.pets]
document = "openapi.json"
output = "out"
package = "pets"
client = "Pets"
"""


class Shell:
    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int, str]:
        """Return the exit code, and all that was printed."""
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        printed = self._capsys.readouterr()
        assert "Traceback" not in printed.err
        assert isinstance(caught.value.code, int)
        return caught.value.code, printed.out + printed.err


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    """A client that an earlier version of clientsmith made, by the rules of before."""
    monkeypatch.chdir(tmp_path)
    Path("openapi.json").write_text(json.dumps(DOCUMENT))
    Path("clientsmith.toml").write_text(CONFIG)
    shell = Shell(capsys)
    assert shell("generate")[0] == 0
    data = json.loads(Path("names.lock").read_text())
    del data["rules"]
    data["operations"] = {"POST /pets/{id}/archive": "pets.store"}
    Path("names.lock").write_text(json.dumps(data))
    for path in ("names.record", "names.aliases"):
        Path(path).unlink(missing_ok=True)
    assert shell("generate", "--force")[0] == 0
    Path("names.aliases").unlink(missing_ok=True)
    assert "petName" in model()
    return shell


def model() -> str:
    return Path("out/pets/models/pet.py").read_text()


def kept() -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


def test_a_client_keeps_its_rules_until_it_adopts_the_defaults(run: Shell) -> None:
    assert run("generate") == (0, "pets: nothing to do\n")
    assert "rules" not in json.loads(Path("names.lock").read_text())
    code, printed = run("names", "--adopt-defaults")
    assert code == 0, printed
    assert "client.pets.store() → client.pets.archive()" in printed
    assert "petName → models.Pet.pet_name" in printed
    lock = NameLock.read(Path("names.lock"))
    assert lock.rules == NameRules()
    assert lock.operations == {"POST /pets/{id}/archive": "pets.archive"}
    assert "pet_name" in model()
    assert run("check")[0] == 0
    code, printed = run("names", "--adopt-defaults")
    assert (code, printed.splitlines()[-1]) == (
        0,
        "pets: its names were those of a new client already",
    )


def test_a_dry_run_reports_the_same_and_writes_nothing(run: Shell) -> None:
    before = kept()
    code, dry = run("names", "--adopt-defaults", "--dry-run")
    assert code == 0, dry
    assert kept() == before
    _, printed = run("names", "--adopt-defaults")
    assert dry.partition("\n")[2] == printed.partition("\n")[2]


def test_names_of_the_configuration_stay(run: Shell) -> None:
    text = '\n[targets.pets.operations]\n"POST /pets/{id}/archive" = "pets.put_away"\n'
    Path("clientsmith.toml").write_text(f'{CONFIG}attributes = "wire"\n{text}')
    assert run("generate")[0] == 0
    code, printed = run("names", "--adopt-defaults")
    assert code == 0, printed
    assert NameLock.read(Path("names.lock")).operations == {
        "POST /pets/{id}/archive": "pets.put_away"
    }
    assert "petName" in model()


def test_a_client_that_cannot_be_made_keeps_its_lock(run: Shell) -> None:
    Path("openapi.json").write_text("{}")
    before = kept()
    code, printed = run("names", "--adopt-defaults")
    assert (code, "pets: failed" in printed) == (1, True)
    assert kept() == before


@pytest.mark.parametrize("arguments", [("--dry-run",), ("pets", "--adopt-defaults")])
def test_options_that_do_not_go_together_are_refused(
    arguments: tuple[str, ...], run: Shell
) -> None:
    code, printed = run("names", *arguments)
    assert code == 2
    assert "goes with" in printed

"""What a server answers beyond its document becomes an overlay, with which the same is no drift."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import import_module, invalidate_caches
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from clientsmith.cli import cli

from .server import Answer, Server
from .test_aliases import server as server

JSON = "application/json"
CAT = {"type": "object", "required": ["meows"], "properties": {"meows": {"type": "boolean"}}}
DOG = {
    "type": "object",
    "required": ["barks"],
    "properties": {"barks": {"type": "integer"}, "name": {"type": "string"}},
}


@dataclass(frozen=True)
class Case:
    """A schema of answers with status 200, and an answer that it does not describe."""

    schema: Any
    body: Any
    problems: tuple[str, ...]
    status: int = 200
    media: str = JSON
    version: str = "3.1.0"
    documented: str = JSON
    responses: dict[str, Any] = field(default_factory=dict[str, Any])
    """Documented answers, where the schema is not all of them."""


def union(*members: Any, key: str = "oneOf") -> dict[str, Any]:
    return {key: list(members)}


def within(schema: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {"it": schema}}


def tagged(kind: str) -> dict[str, Any]:
    properties = {"kind": {"type": "string", "enum": [kind]}, f"{kind}s": {"type": "string"}}
    return {"type": "object", "required": ["kind"], "properties": properties}


TEXT = {"description": "x", "content": {"text/plain": {"schema": {"type": "string"}}}}
NONE = {"description": "x"}
SCHEMAS = {
    "Pet": union({"type": "integer"}, {"type": "boolean"}),
    "Cat": tagged("cat"),
    "Dog": tagged("dog"),
    "Tagged": {
        **union({"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}),
        "discriminator": {"propertyName": "kind", "mapping": {"cat": "Cat", "dog": "Dog"}},
    },
}
CASES = {
    "a value of no member": Case(
        within(union({"type": "integer"}, {"type": "boolean"})), {"it": "x"}, ("/it invalid-value",)
    ),
    "a value of no member of an anyOf": Case(
        within(union({"type": "integer"}, CAT, key="anyOf")), {"it": [1]}, ("/it invalid-value",)
    ),
    "a value of no member in OpenAPI 3.0": Case(
        within(union({"type": "integer"}, {"type": "boolean"})),
        {"it": ["x"]},
        ("/it invalid-value",),
        version="3.0.3",
    ),
    "a null of no member": Case(
        {**within(union({"type": "integer"}, {"type": "boolean"})), "required": ["it"]},
        {"it": None},
        ("/it invalid-value",),
    ),
    "an object of no member": Case(
        within(union({"type": "integer"}, {"type": "string"})),
        {"it": {"a": 1}},
        ("/it invalid-value",),
    ),
    "a field of a member has another type": Case(
        within(union(CAT, DOG)), {"it": {"barks": "often"}}, ("/it/barks invalid-value",)
    ),
    "a member without a field that it requires": Case(
        within(union(CAT, DOG)), {"it": {"name": "Rex"}}, ("/it/barks missing-field",)
    ),
    "a field that no member has": Case(
        within(union(CAT, DOG)), {"it": {"barks": 1, "age": 3}}, ("/it/age unknown-field",)
    ),
    "a member of a list": Case(
        {"type": "array", "items": union({"type": "integer"}, {"type": "boolean"})},
        [1, "x"],
        ("/* invalid-value",),
    ),
    "a shared union": Case({"$ref": "#/components/schemas/Pet"}, ["x"], (" invalid-value",)),
    "a list in place of an object": Case(CAT, [1], (" invalid-value",)),
    "an object in place of a list": Case(
        {"type": "array", "items": {"type": "string"}}, {"a": 1}, (" invalid-value",)
    ),
    "a text in place of a number": Case({"type": "integer"}, "x", (" invalid-value",)),
    "a null in place of a list": Case(
        {"type": "array", "items": {"type": "string"}}, None, (" invalid-value",)
    ),
    "no body": Case(CAT, b"", (" no-body",)),
    "no body in OpenAPI 3.0": Case(CAT, b"", (" no-body",), version="3.0.3"),
    "no body with another status": Case(CAT, b"", (" no-body",), status=204),
    "no body with a status that is not documented": Case(CAT, b"", (" no-body",), status=202),
    "text in place of JSON": Case(CAT, b"fine", (" no-json",), media="text/plain"),
    "text in place of JSON with another status": Case(
        CAT, b"queued", (" no-json",), status=202, media="text/plain"
    ),
    "JSON where no body is documented": Case(
        None, {"a": 1}, (" unexpected-body",), responses={"200": NONE}
    ),
    "text where no body is documented": Case(
        None, b"done", (" unexpected-body",), media="text/plain", responses={"204": NONE}
    ),
    "bytes where no body is documented": Case(
        None, b"\0\1", (" unexpected-body",), media="application/zip", responses={"200": NONE}
    ),
    "bytes where any JSON is documented": Case({}, b"\0\1", (" no-json",), media="application/zip"),
    "JSON where text is documented": Case(
        {"type": "string"}, {"a": 1}, (" unexpected-body",), documented="text/plain"
    ),
    "a tag that no member has": Case(
        {"$ref": "#/components/schemas/Tagged"},
        {"kind": "bird", "sings": True},
        ("/kind unknown-value",),
    ),
    "a tag that no member of a union without a discriminator has": Case(
        within(union(tagged("cat"), tagged("dog"))),
        {"it": {"kind": "bird"}},
        ("/it/kind unknown-value",),
    ),
    "an unknown value of an enum in a union": Case(
        within(union({"type": "string", "enum": ["a", "b"]}, {"type": "integer"})),
        {"it": "c"},
        ("/it unknown-value",),
    ),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path / "out"))
    return tmp_path


def run(*arguments: str) -> str:
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 0, f"{result.output}{result.exception!r}"
    return result.stdout


def answered(server: Server, name: str, case: Case) -> list[str]:
    """Generate a client of this name, and return the drift that the answer is for it."""
    run("generate", "--config", "clientsmith.toml")
    invalidate_caches()
    package: Any = import_module(name)
    log = package.DriftLog(f"{name}.jsonl", values=True)
    found: list[str] = []

    def on_drift(drift: Any) -> None:
        log(drift)
        found.append(f"{drift.pointer.replace('/1', '/*')} {drift.problem}")

    body = case.body if isinstance(case.body, bytes) else json.dumps(case.body).encode()
    server.will(Answer(case.status, body, {"Content-Type": case.media} if body else {}))
    with (
        package.Pets(base_url=server.url, on_drift=on_drift, max_retries=0) as client,
        suppress(package.APIResponseValidationError),
    ):
        client.pets.list()
    for module in [each for each in sys.modules if each.partition(".")[0] == name]:
        del sys.modules[module]
    return found


def configure(name: str, overlays: str) -> None:
    Path("clientsmith.toml").write_text(
        f'[targets.pets]\ndocument = "openapi.json"\noutput = "out"\npackage = "{name}"\n'
        f'client = "Pets"\noverlays = [{overlays}]\n'
        '[targets.pets.operations]\n"GET /pets" = "pets.list"\n'
    )


@pytest.mark.parametrize("name", CASES)
def test_the_same_answer_is_no_drift_with_the_overlay(
    name: str, folder: Path, server: Server
) -> None:
    case = CASES[name]
    content = {case.documented: {"schema": case.schema}}
    responses = case.responses or {"200": {"description": "x", "content": content}}
    operation = {"operationId": "listPets", "responses": responses}
    document = {
        "openapi": case.version,
        "info": {"title": "Pets", "version": "1"},
        "paths": {"/pets": {"get": operation}},
        "components": {"schemas": SCHEMAS},
    }
    (folder / "openapi.json").write_text(json.dumps(document))
    configure("before_client", "")
    assert tuple(answered(server, "before_client", case)) == case.problems
    printed = run("drift", "before_client.jsonl", "--output", "fix.yaml")
    assert printed == "wrote fix.yaml\n"
    assert "seen 1 time" in (folder / "fix.yaml").read_text()
    run("overlay", "apply", "openapi.json", "fix.yaml", "--strict", "--output", "then.json")
    run("validate", "then.json")
    configure("after_client", '"fix.yaml"')
    assert answered(server, "after_client", case) == []

"""`DriftLog` of a generated client, and `clientsmith drift`, which makes an overlay of its file."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any, cast

import pytest
import telnyx_external_connections as telnyx
import tests
import yaml
from runtime.drift_log import DriftLog
from runtime.models import Drift, Problem

from clientsmith.diagnostics import has_errors
from clientsmith.document import read
from clientsmith.document.convert import convert
from clientsmith.validate import check

from ..wire.server import json_answer, serving
from .test_cli import Shell, run

__all__ = ["run"]

DOCUMENT = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets:
    get:
      responses:
        "200":
          description: Pets.
          content:
            application/json:
              schema:
                type: object
                properties: {data: {type: array, items: {$ref: '#/components/schemas/Pet'}}}
  /pets/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      responses:
        "200":
          description: A pet.
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
components:
  schemas:
    Base:
      type: object
      required: [id]
      properties: {id: {type: string}}
    Owner: {type: object, properties: {name: {type: string}}}
    Pet:
      allOf: [{$ref: '#/components/schemas/Base'}]
      required: [name, kind]
      properties:
        name: {type: string}
        kind: {type: string, enum: [cat, dog]}
        age: {type: integer}
        born: {type: string, format: date}
        owner: {$ref: '#/components/schemas/Owner'}
"""


def drift(
    pointer: str, problem: Problem, value: Any = None, operation: str = "GET /pets/{id}"
) -> Drift:
    return Drift(operation, pointer, problem, "differs", value)


def lines(path: str = "drift.jsonl") -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text().splitlines()]


def test_a_line_has_names_and_types_and_no_value(run: Shell) -> None:
    log = DriftLog("drift.jsonl")
    log(drift("/data/0/secret", "unknown-field", "s3cret"))
    log(drift("/data/12/secret", "unknown-field", "s3cret"))
    log(drift("/kind", "unknown-value", "bird"))
    log(drift("", "no-json", "<html>s3cret"))
    first, second, third, fourth = lines()
    assert {key: first[key] for key in first if key != "run"} == {
        "operation": "GET /pets/{id}",
        "pointer": "/data/*/secret",
        "problem": "unknown-field",
        "type": "string",
        "seen": 1,
    }
    assert (second["seen"], third["type"], fourth["pointer"]) == (2, "string", "")
    assert "s3cret" not in Path("drift.jsonl").read_text()
    assert "bird" not in Path("drift.jsonl").read_text()


def test_values_are_written_when_asked_for(run: Shell) -> None:
    log = DriftLog("drift.jsonl", values=True)
    log(drift("/kind", "unknown-value", "bird"))
    log(drift("/age", "invalid-value", {"a": 1}))
    log(drift("/name", "invalid-value", "x" * 500))
    log(drift("/more", "unknown-field", "text"))
    assert [line.get("value") for line in lines()] == ["bird", None, None, None]


def test_the_same_difference_fills_no_disk(run: Shell) -> None:
    log = DriftLog("drift.jsonl")
    for number in range(1_000):
        log(drift(f"/data/{number}/x", "unknown-field", 1))
    assert [line["seen"] for line in lines()] == [*range(1, 17), 32, 64, 128, 256, 512]


def test_a_file_and_what_is_remembered_are_bounded(run: Shell) -> None:
    log = DriftLog("drift.jsonl", max_bytes=2_000)
    for number in range(3_000):
        log(drift(f"/field{number}", "unknown-field", 1))
    assert Path("drift.jsonl").stat().st_size <= 2_000
    assert len(log._counts) == 1_000


def test_no_failure_reaches_the_call(run: Shell) -> None:
    Path("folder").mkdir()
    for path in ("folder", "none/drift.jsonl", "a\0b"):
        DriftLog(path)(drift("/a", "unknown-field", object()))


def test_threads_write_whole_lines(run: Shell) -> None:
    log = DriftLog("drift.jsonl")

    def write(name: str) -> None:
        for _ in range(16):
            log(drift(f"/{name}", "unknown-field", 1))

    threads = [threading.Thread(target=write, args=(f"t{n}",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(lines()) == 8 * 16


# What was seen, and what the document then says of `Pet`, without what stays as it is.
PROPOSED: dict[str, tuple[Drift, str, Any]] = {
    "an unknown field": (
        drift("/color", "unknown-field", "red"),
        "/properties/color",
        {"type": "string"},
    ),
    "an unknown field in a list": (
        drift("/data/0/color", "unknown-field", 1, "GET /pets"),
        "/properties/color",
        {"type": "integer"},
    ),
    "an unknown field that is null": (
        drift("/color", "unknown-field"),
        "/properties/color",
        {"type": ["null"]},
    ),
    "a missing field": (drift("/name", "missing-field"), "/required", ["kind"]),
    "an unexpected null": (
        drift("/age", "unexpected-null"),
        "/properties/age",
        {"type": ["integer", "null"]},
    ),
    "an unexpected null in an enum": (
        drift("/kind", "unexpected-null"),
        "/properties/kind",
        {"type": ["string", "null"], "enum": ["cat", "dog", None]},
    ),
    "an unexpected null for a reference": (
        drift("/owner", "unexpected-null"),
        "/properties/owner",
        {"anyOf": [{"$ref": "#/components/schemas/Owner"}, {"type": "null"}]},
    ),
    "an unknown value": (
        drift("/kind", "unknown-value", "bird"),
        "/properties/kind/enum",
        ["cat", "dog", "bird"],
    ),
    "a fraction": (drift("/age", "invalid-value", 1.5), "/properties/age", {"type": "number"}),
    "another type": (
        drift("/age", "invalid-value", "1"),
        "/properties/age",
        {"type": ["integer", "string"]},
    ),
    "another format": (
        drift("/born", "invalid-value", "now"),
        "/properties/born",
        {"type": "string"},
    ),
}


@pytest.mark.parametrize("case", PROPOSED)
def test_the_overlay_makes_the_document_true(run: Shell, case: str) -> None:
    seen, pointer, value = PROPOSED[case]
    Path("openapi.yaml").write_text(DOCUMENT)
    log = DriftLog("drift.jsonl", values=True)
    log(seen)
    log(seen)
    code, out, err = run(
        "drift", "drift.jsonl", "--document", "openapi.yaml", "--output", "fix.yaml"
    )
    assert (code, err) == (0, "")
    assert "seen 2 times" in Path("fix.yaml").read_text()
    code, out, err = run("overlay", "apply", "openapi.yaml", "fix.yaml", "--strict")
    assert (code, err) == (0, "")
    Path("then.yaml").write_text(out)
    document = read(Path("then.yaml"))
    assert document.get(f"/components/schemas/Pet{pointer}") == value
    assert not has_errors(check(document))


def test_what_an_overlay_changed_before_is_not_proposed_again(run: Shell) -> None:
    Path("openapi.yaml").write_text(DOCUMENT)
    fix = "overlay: 1.1.0\ninfo: {title: a, version: '1'}\nactions: [{target: ACT}]"
    act = "$.components.schemas.Pet.properties.age, update: {type: string}"
    Path("fix.yaml").write_text(fix.replace("ACT", act))
    DriftLog("drift.jsonl")(drift("/age", "unexpected-null"))
    options = ("--document", "openapi.yaml", "--overlay", "fix.yaml")
    _, out, _ = run("drift", "drift.jsonl", *options)
    assert yaml.safe_load(out)["actions"][-1]["update"] == {"type": ["string", "null"]}


@pytest.mark.parametrize("version", ["3.0.3", "2.0"])
def test_older_documents_say_it_their_way(run: Shell, version: str) -> None:
    pet = "{type: object, properties: {age: {type: integer}, owner: {$ref: '#/REF/Owner'}}}"
    owner = "{type: object}"
    if version == "2.0":
        answer = "{description: ok, schema: {$ref: '#/definitions/Pet'}}"
        head, schemas = (
            "swagger: '2.0'\nproduces: [application/json]",
            f"definitions: {{Pet: {pet}, Owner: {owner}}}",
        )
        schemas = schemas.replace("REF", "definitions")
    else:
        schema = "{schema: {$ref: '#/components/schemas/Pet'}}"
        answer = f"{{description: ok, content: {{application/json: {schema}}}}}"
        head, schemas = "openapi: 3.0.3", f"components: {{schemas: {{Pet: {pet}, Owner: {owner}}}}}"
        schemas = schemas.replace("REF", "components/schemas")
    Path("openapi.yaml").write_text(
        f"{head}\ninfo: {{title: T, version: '1'}}\n"
        f"paths: {{/pets: {{get: {{responses: {{200: {answer}}}}}}}}}\n"
        f"{schemas}\n"
    )
    log = DriftLog("drift.jsonl")
    for pointer in ("/age", "/owner"):
        log(drift(pointer, "unexpected-null", operation="GET /pets"))
    run("drift", "drift.jsonl", "--document", "openapi.yaml", "--output", "fix.yaml")
    code, out, err = run("overlay", "apply", "openapi.yaml", "fix.yaml", "--strict")
    assert (code, err) == (0, "")
    Path("then.yaml").write_text(out)
    properties = "/components/schemas/Pet/properties"
    document = convert(read(Path("then.yaml")))
    assert document.get(f"{properties}/age/nullable") is True
    assert document.get(f"{properties}/owner/nullable") is True


def test_whole_answers_of_swagger(run: Shell) -> None:
    answer = "{200: {description: x}}"
    schema = "{200: {description: x, schema: {type: array, items: {type: string}}}}"
    Path("openapi.yaml").write_text(
        "swagger: '2.0'\ninfo: {title: T, version: '1'}\nproduces: [application/json]\n"
        f"paths:\n  /a:\n    get: {{responses: {answer}}}\n    post: {{responses: {schema}}}\n"
        f"    put: {{produces: [text/csv], responses: {answer}}}\n"
    )
    log = DriftLog("drift.jsonl")
    for operation, problem, status, media in (
        ("GET /a", "unexpected-body", 200, "text/plain"),
        ("POST /a", "no-body", 200, ""),
        ("POST /a", "no-json", 200, "text/plain"),
        ("POST /a", "no-body", 204, ""),
        ("PUT /a", "unexpected-body", 202, "application/zip"),
    ):
        log(Drift(operation, "", cast("Problem", problem), "differs", b"", status, media))
    _, _, err = run("drift", "drift.jsonl", "--document", "openapi.yaml", "--output", "fix.yaml")
    assert "POST /a / no-json (1 time): Swagger 2.0 has one schema for all media types" in err
    code, out, _ = run("overlay", "apply", "openapi.yaml", "fix.yaml", "--strict")
    assert code == 0
    item = yaml.safe_load(out)["paths"]["/a"]
    assert item["get"]["produces"] == ["application/json", "text/plain"]
    assert item["get"]["responses"]["200"]["schema"] == {"type": "string"}
    assert item["post"]["responses"]["200"]["schema"]["x-nullable"] is True
    assert "204" in item["post"]["responses"]
    assert item["put"]["produces"] == ["text/csv", "application/zip"]
    assert item["put"]["responses"]["202"]["schema"] == {"type": "file"}
    Path("then.yaml").write_text(out)
    assert not has_errors(check(convert(read(Path("then.yaml")))))


def test_what_cannot_be_proposed_is_reported_with_the_reason(run: Shell) -> None:
    Path("openapi.yaml").write_text(DOCUMENT)
    log = DriftLog("drift.jsonl")
    log(drift("", "no-body"))
    log(drift("/kind", "unknown-value", "bird"))
    log(drift("/gone/x", "unknown-field", 1))
    log(drift("/a", "unknown-field", 1, "GET /none"))
    with open("drift.jsonl", "a") as file:
        file.write("no JSON\n[1]\n")
    code, out, err = run("drift", "drift.jsonl", "--document", "openapi.yaml")
    assert (code, out) == (0, "no overlay: nothing of it can be mended by one\n")
    assert "GET /pets/{id} /kind unknown-value (1 time): the values were not recorded" in err
    assert err.count("the document describes no such place") == 2
    assert "no-body (1 time): its status was not recorded: collect it with a client that is" in err
    assert "2 lines are not of a DriftLog" in err


def test_the_document_of_a_target(run: Shell) -> None:
    text = Path("openapi.yaml").read_text()
    assert "/accounts/{id}" in text
    DriftLog("drift.jsonl")(drift("/name", "unknown-field", "x", "GET /accounts/{id}"))
    for arguments in ((), ("small",)):
        _, out, _ = run("drift", "drift.jsonl", *arguments)
        assert yaml.safe_load(out)["actions"] == [
            {
                "target": "$.components.schemas.Account",
                "description": "GET /accounts/{id} /name unknown-field: seen 1 time",
                "update": {"properties": {"name": {"type": "string"}}},
            }
        ]
    assert run("drift", "drift.jsonl", "other")[0] == 2


def test_a_file_without_drift(run: Shell) -> None:
    Path("drift.jsonl").write_text("{}\n")
    code, _, err = run("drift", "drift.jsonl")
    assert code == 1
    assert "drift.jsonl:1:1 error[drift] the file has no drift in it" in err


def test_a_generated_client_writes_what_becomes_an_overlay(run: Shell) -> None:
    document = Path(tests.__file__).parents[1] / "specs/external_connections/openapi.yaml"
    with serving() as server:
        server.will(json_answer({"data": {"id": "1", "surprise": 5}}, 200))
        log = telnyx.DriftLog("drift.jsonl")
        with telnyx.Telnyx(api_key="k", base_url=server.url, on_drift=log) as client:
            assert client.external_connections.retrieve("1").data.id == "1"
    code, out, _ = run("drift", "drift.jsonl", "--document", str(document))
    assert code == 0
    (action,) = [
        each for each in yaml.safe_load(out)["actions"] if "/data/surprise" in each["description"]
    ]
    assert action["update"] == {"properties": {"surprise": {"type": "integer"}}}
    Path("fix.yaml").write_text(out)
    assert run("overlay", "apply", str(document), "fix.yaml", "--strict")[0] == 0

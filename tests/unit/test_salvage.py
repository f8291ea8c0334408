"""Documents that are not valid: refused with the place, or made without their faulty parts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from clientsmith.diagnostics import ClientsmithError
from clientsmith.document import read
from clientsmith.validate import faults
from clientsmith.validate.salvage import checked

from .test_cli import Shell, run

__all__ = ["run"]

DOCUMENT = """\
openapi: 3.1.0
info: {title: Small, version: "1"}
paths:
  /good:
    get:
      operationId: getGood
      responses: {'200': {$ref: '#/components/responses/Good'}}
  /bad:
    get:
      operationId: getBad
      parameters:
        - {name: q, in: query, schema: {type: string}}
        - {name: r, in: query, schema: {type: string}}
      responses: {'200': {$ref: '#/components/responses/Bad'}}
    post:
      operationId: addBad
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Part'}}}}
      responses: {'200': {$ref: '#/components/responses/Good'}}
components:
  parameters:
    P: {name: p, in: query, schema: {type: string}}
  responses:
    Good: {description: G, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
    Bad: {description: B, content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}
  schemas:
    A: {type: object, properties: {id: {type: string}}}
    B: {type: object, properties: {a: {$ref: '#/components/schemas/A'}, part: {type: string}}}
    Part: {type: object, properties: {n: {type: integer}}}
"""
GOOD, BAD, ADD = "GET /good", "GET /bad", "POST /bad"


def write(*changes: tuple[str, str]) -> None:
    text = DOCUMENT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    Path("openapi.yaml").write_text(text)


def rows() -> dict[str, tuple[str, list[str]]]:
    data: dict[str, Any] = json.loads(Path("out/small/coverage.json").read_text())
    return {row["operation"]: (row["status"], row["reasons"]) for row in data["operations"]}


CASES: dict[str, tuple[tuple[str, str], dict[str, str], str]] = {
    "a schema that is not there": (
        ("{a: {$ref: '#/components/schemas/A'}", "{a: {$ref: '#/components/schemas/Z'}"),
        {BAD: "degraded"},
        "the schema accepts any value: '#/components/schemas/Z' does not exist",
    ),
    "a schema in a file that is not there": (
        ("{a: {$ref: '#/components/schemas/A'}", "{a: {$ref: 'none.yaml#/A'}"),
        {BAD: "degraded"},
        "the schema accepts any value: the file 'none.yaml' does not exist",
    ),
    "a schema elsewhere": (
        ("{a: {$ref: '#/components/schemas/A'}", "{a: {$ref: 'https://a.example/A'}"),
        {BAD: "degraded"},
        "the schema accepts any value: ",
    ),
    "a schema that only leads to itself": (
        (
            "Part: {type: object, properties: {n: {type: integer}}}",
            "Part: {$ref: '#/components/schemas/Part'}",
        ),
        {ADD: "degraded"},
        "the schema accepts any value: these $refs refer only to each other",
    ),
    "a type that is a number": (
        ("n: {type: integer}", "n: {type: 5}"),
        {ADD: "degraded"},
        "the schema accepts any value: 'type' must be the name of a type",
    ),
    "a property that is no schema": (
        ("id: {type: string}", "id: 5"),
        {GOOD: "degraded", BAD: "degraded", ADD: "degraded"},
        "the schema accepts any value: 'id' in 'properties' must be a schema",
    ),
    "a parameter in no place": (
        ("{name: q, in: query,", "{name: q, in: nowhere,"),
        {BAD: "degraded"},
        "the parameter is left out: 'in' must be one of path, query, header, cookie",
    ),
    "a parameter that is not there": (
        ("- {name: q, in: query, schema: {type: string}}", "- {$ref: '#/components/parameters/Q'}"),
        {BAD: "degraded"},
        "the parameter is left out: '#/components/parameters/Q' does not exist",
    ),
    "parameters that are no list": (
        ("parameters:\n        -", "parameters: 5\n      x-was:\n        -"),
        {BAD: "degraded"},
        "the parameters are left out: ",
    ),
    "an answer that is not there": (
        ("$ref: '#/components/responses/Bad'", "$ref: '#/components/responses/Bda'"),
        {BAD: "degraded"},
        "the response may be any JSON: '#/components/responses/Bda' does not exist",
    ),
    "a body without content": (
        ("requestBody: {content:", "requestBody: {contents:"),
        {ADD: "degraded"},
        "the body may be any JSON: 'requestBody' has no 'content'",
    ),
    "a part that others refer into": (
        (
            "Part: {type: object, properties: {n: {type: integer}}}",
            "Part: {type: object, properties: {n: {$ref: '#/components/schemas/C/properties/x'}}}\n"
            "    C: {type: {}, properties: {x: {type: integer}}}",
        ),
        {ADD: "degraded"},
        "the schema accepts any value: ",
    ),
    "a path that cannot be sent": (
        ("  /bad:\n", "  '/bad/{id':\n"),
        {"GET /bad/{id": "refused", "POST /bad/{id": "refused"},
        "the path item is refused: the path '/bad/{id' has unpaired braces",
    ),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_fault_costs_the_part_that_it_stands_in(run: Shell, case: str) -> None:
    change, statuses, why = CASES[case]
    write(change)
    assert run("generate")[0] == 1
    assert not Path("out").exists()
    code, out, err = run("generate", "--lenient")
    assert code == 0, err
    found = rows()
    assert {key: row[0] for key, row in found.items() if row[0] != "generated"} == statuses
    for key in statuses:
        (reason,) = found[key][1]
        assert reason.startswith(why)
    assert "3 operations" in out
    written = "".join(path.read_text() for path in Path("out/small/resources").glob("*.py"))
    assert "left" not in written
    # Reported with its place, as a warning, and among the reasons.
    assert "openapi.yaml:" in err
    assert "warning[" in err
    assert f", {len(statuses)} operation" in err
    assert run("generate", "--lenient", "--strict")[0] == 1


def test_each_module_of_a_lenient_client_imports(run: Shell) -> None:
    write(*(CASES[case][0] for case in ("a schema that is not there", "a parameter in no place")))
    assert run("generate", "--lenient")[0] == 0
    import importlib
    import sys

    sys.path.insert(0, "out")
    try:
        package = importlib.import_module("small")
        assert package.Small(base_url="https://a.example").bad.retrieve is not None
        assert package.models.B(a={"id": 1}).a == {"id": 1}
    finally:
        sys.path.remove("out")


def test_the_configuration_can_be_lenient(run: Shell) -> None:
    write(CASES["a schema that is not there"][0])
    with Path("clientsmith.toml").open("a") as file:
        file.write("lenient = true\n")
    assert run("generate")[0] == 0
    assert rows()[BAD][0] == "degraded"
    text = Path("clientsmith.toml").read_text()
    Path("clientsmith.toml").write_text(text.replace("lenient = true", 'lenient = "yes"'))
    code, _, err = run("generate")
    assert code == 1
    assert "'lenient' must be true or false, not a string" in err


def test_faults_of_parts_that_no_client_is_made_of_degrade_nothing(run: Shell) -> None:
    write(
        ("parameters:\n    P: {name: p, in: query,", "parameters:\n    P: {name: p, in: nowhere,"),
        ("info:", "servers: 5\ninfo:"),
    )
    code, _, err = run("generate", "--lenient")
    assert code == 0, err
    assert {row[0] for row in rows().values()} == {"generated"}
    assert "the parameter is left out" in err
    assert "the servers are left out" in err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "openapi: 4.0.0\ninfo: {title: a, version: b}\npaths: {}\n",
            "OpenAPI '4.0.0' is not supported",
        ),
        ("openapi: 3.0.3\ninfo: {title: a, version: b}\npaths: 5\n", "'paths' must be a mapping"),
        ("info: {title: a}\npaths: {}\n", "the key 'openapi' is missing"),
    ],
)
def test_a_document_without_a_root_is_refused(run: Shell, text: str, said: str) -> None:
    Path("openapi.yaml").write_text(text)
    code, _, err = run("generate", "--lenient")
    assert code == 1
    assert said in err
    assert not Path("out").exists()


def test_parts_of_other_files_are_known_by_what_refers_to_them(run: Shell) -> None:
    write(("{$ref: '#/components/schemas/B'}", "{$ref: 'more.yaml#/Report'}"))
    Path("more.yaml").write_text("Report: {type: object, properties: {a: {$ref: '#/Nope'}}}\n")
    assert run("generate", "--lenient")[0] == 0
    assert rows()[BAD][0] == "degraded"
    assert rows()[GOOD][0] == "generated"


def test_a_file_that_only_a_faulty_part_refers_to_concerns_nobody(run: Shell) -> None:
    """`$ref` in the place of a path, and a fault in the file that it leads to."""
    write(("  /good:\n", "  $ref: other.yaml\n  /good:\n"))
    Path("other.yaml").write_text("/more: {get: {responses: {'200': {$ref: '#/nowhere'}}}}\n")
    assert run("generate", "--lenient")[0] == 0
    assert rows()[GOOD] == ("generated", [])


def test_what_is_ignored_is_gone_and_the_rest_is_shared(tmp_path: Path) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text(DOCUMENT.replace("n: {type: integer}", "n: {type: integer, minimum: 'low'}"))
    document = read(path)
    kept, reported = checked(document, faults(document), lenient=False)
    assert [(one.severity, one.code) for one in reported] == [("warning", "schema")]
    schemas = kept.data["components"]["schemas"]
    assert schemas["Part"]["properties"]["n"] == {"type": "integer"}
    assert schemas["A"] is document.data["components"]["schemas"]["A"]
    assert document.data["components"]["schemas"]["Part"]["properties"]["n"]["minimum"] == "low"


def test_what_is_empty_or_leads_nowhere_and_is_not_needed_is_ignored(tmp_path: Path) -> None:
    path = tmp_path / "openapi.yaml"
    mapping = "{propertyName: id, mapping: {a: 'none.yaml#/A', b: '#/components/schemas/Z'}}"
    changed = DOCUMENT.replace("A: {type: object,", f"A: {{oneOf: [], discriminator: {mapping},")
    path.write_text(changed.replace("Good: {description: G,", "Good: {description: G, headers: ,"))
    document = read(path)
    kept, reported = checked(document, faults(document), lenient=False)
    assert kept.data["components"]["schemas"]["A"].keys() == {"discriminator", "properties"}
    assert kept.data["components"]["schemas"]["A"]["discriminator"]["mapping"] == {}
    assert "headers" not in kept.data["components"]["responses"]["Good"]
    assert [one.message.endswith("; it is ignored") for one in reported] == [True] * 4


def test_without_leniency_all_problems_are_reported(tmp_path: Path) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text(DOCUMENT.replace("$ref: '#/components/schemas/A'", "$ref: '#/nope'"))
    document = read(path)
    with pytest.raises(ClientsmithError) as caught:
        checked(document, faults(document), lenient=False)
    assert [(one.code, one.message) for one in caught.value.diagnostics] == [
        ("ref-missing", "'#/nope' does not exist (2 places)")
    ]


FORMS: dict[str, tuple[str, str]] = {
    "a version that is a mapping": (
        "openapi: 3.1.0\ninfo: {title: T, version: {major: 1}}\npaths: {/a: {get: OK}}",
        "2:27 warning[structure] 'version' must be text, not a mapping; the text about the",
    ),
    "no paths": (
        "openapi: 3.0.0\ninfo: {title: T, version: '1'}",
        "1:1 warning[structure] the document has no 'paths'; the client has no calls",
    ),
    "a key that is true": (
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/a: {get: OK}}\n"
        "components: {schemas: {A: {properties: {true: {type: string}}}}}",
        "4:41 warning[key] a key must be text, 'true' is not; it is read as text",
    ),
    "a key that is null": (
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/a: {get: OK}}\n"
        "components: {schemas: {A: {properties: {null: {type: string}}}}}",
        "4:41 warning[key] a key must be text, 'null' is not; it is read as text",
    ),
    "null without quotes in a list of types": (
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/a: {get: OK}}\n"
        "components: {schemas: {A: {type: [string, null]}}}",
        "4:34 warning[schema] 'type' has the value null and not the name of the",
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_forms_that_a_lenient_run_takes(run: Shell, form: str) -> None:
    text, reported = FORMS[form]
    ok = "{responses: {'200': {description: ok}}}"
    Path("a.yaml").write_text(text.replace("OK", ok))
    options = ("generate", "--document", "a.yaml", "--package", "small", "--output", "out")
    code, _, problems = run(*options)
    assert code == 1
    assert reported.partition(" warning")[0] in problems
    code, _, problems = run(*options, "--lenient")
    assert code == 0
    assert reported in problems
    operations = json.loads(Path("out/small/coverage.json").read_text())["operations"]
    assert len(operations) == text.count("OK")


def test_a_file_with_a_slash_is_the_whole_file(run: Shell) -> None:
    Path("b.yaml").write_text("{type: object, properties: {id: {type: string}}}")
    write(("{$ref: '#/components/schemas/A'}}}}", "{$ref: 'b.yaml#/'}}}}"))
    options = ("--document", "openapi.yaml", "--package", "small", "--output", "out")
    code, _, problems = run("generate", *options)
    assert code == 1
    assert "'b.yaml#/' does not exist" in problems
    assert run("generate", *options, "--lenient")[0] == 0
    assert rows() == {GOOD: ("generated", []), BAD: ("generated", []), ADD: ("generated", [])}


@pytest.mark.parametrize("lenient", [(), ("--lenient",)])
def test_swagger_1_is_reported_with_what_to_do(run: Shell, lenient: tuple[str, ...]) -> None:
    Path("a.json").write_text('{"swaggerVersion": "1.2", "apis": []}')
    options = ("--document", "a.json", "--package", "small", "--output", "out", *lenient)
    code, _, problems = run("generate", *options)
    assert code == 1
    assert "a.json:1:2 error[swagger] Swagger '1.2' is not supported; Swagger 2.0" in problems
    assert "npx api-spec-converter" in problems


@pytest.mark.parametrize("text", ["swagger: 1.2", "swagger: '1.2'", "swaggerVersion: 1.1"])
def test_swagger_1_is_known_by_any_key(run: Shell, text: str) -> None:
    Path("a.yaml").write_text(f"apiVersion: '1'\n{text}\napis: []\n")
    _, _, problems = run("generate", "--document", "a.yaml", "--package", "a", "--output", "out")
    assert "a.yaml:2:1 error[swagger]" in problems
    assert "npx api-spec-converter" in problems


@pytest.mark.parametrize("null", ["null", "~", "Null", "[string, null]", "[string, ~]"])
def test_null_without_quotes_as_a_type_is_reported_with_the_mend(run: Shell, null: str) -> None:
    write(("n: {type: integer}", f"n: {{type: {null}}}"))
    code, _, problems = run("generate")
    assert code == 1
    assert 'hint: write "null" in quotes' in problems


def test_a_file_that_is_not_there_is_reported_once_with_its_places(run: Shell) -> None:
    references = ["none.yaml", "none.yaml#/A", "none.yaml#/B"]
    schemas = ", ".join(f"S{at}: {{$ref: '{text}'}}" for at, text in enumerate(references))
    write(("  schemas:\n", f"  schemas:\n    All: {{type: object, properties: {{{schemas}}}}}\n"))
    _, _, problems = run("generate")
    assert problems.count("none.yaml' does not exist (3 places)") == 1
    assert problems.count("error[") == 1
    _, _, problems = run("generate", "--lenient")
    reported = "the file 'none.yaml' does not exist; the schema accepts any value (3 places)"
    assert problems.count(reported) == 1
    Path("none.yaml").write_text("A: {type: object}\nB: [\n")
    _, _, problems = run("generate", "--lenient")
    assert "warning[ref-dangling] none.yaml:2:5: did not find expected node content" in problems


@pytest.mark.parametrize("section", ["schemas", "parameters", "securitySchemes", "pathItems"])
def test_a_section_of_a_wrong_type_is_reported(run: Shell, section: str) -> None:
    Path("openapi.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: a, version: b}\npaths: {}\n"
        f"components: {{{section}: 5}}\n"
    )
    code, _, problems = run("generate")
    assert code == 1
    assert f"openapi.yaml:4:{16 + len(section)} error[structure] '{section}' must be" in problems
    assert run("generate", "--lenient")[0] == 0

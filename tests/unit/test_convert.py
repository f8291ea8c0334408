"""Swagger 2.0 in the words of OpenAPI 3.0: what becomes what, what is reported, and its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from clientsmith.diagnostics import ClientsmithError
from clientsmith.document import Document, read
from clientsmith.document.convert import convert
from clientsmith.validate import check

HEAD = 'swagger: "2.0"\ninfo: {title: T, version: "1"}\n'


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def converted(text: str, **files: str) -> Document:
    for name, content in files.items():
        Path(f"{name}.yaml").write_text(content, encoding="utf-8")
    Path("a.yaml").write_text(HEAD + text, encoding="utf-8")
    return convert(read(Path("a.yaml")))


def operation(text: str, root: str = "") -> Any:
    """The converted operation of a document with one."""
    return converted(f"{root}\npaths: {{/a: {{post: {{{text}}}}}}}\n").get("/paths/~1a/post")


def parameter(text: str) -> Any:
    return operation(f"parameters: [{{name: q, {text}}}]")["parameters"][0]


def reported(document: Document) -> list[str]:
    return [
        f"{one.span.line}:{one.span.column} {one.message}"
        for one in document.warnings
        if one.code == "swagger-lost" and one.span
    ]


def test_an_openapi_document_is_left_alone() -> None:
    Path("a.yaml").write_text("openapi: 3.0.0\npaths: {}\n")
    document = read(Path("a.yaml"))
    assert convert(document) is document


@pytest.mark.parametrize("version", ["1.2", "2.1", "3.0"])
def test_another_swagger_is_refused(version: str) -> None:
    Path("a.yaml").write_text(f'info: {{}}\nswagger: "{version}"\n')
    with pytest.raises(ClientsmithError) as caught:
        read(Path("a.yaml"))
    assert str(caught.value) == (
        f"a.yaml:2:1 error[swagger] Swagger '{version}' is not supported; Swagger 2.0 and OpenAPI "
        "3.0, 3.1 and 3.2 are"
    )


def test_what_is_changed_is_reported_once() -> None:
    document = converted("paths: {}\ndefinitions: {A: {x-nullable: true}, B: {type: file}}\n")
    assert [(one.code, one.span and one.span.line, one.message) for one in document.warnings] == [
        (
            "swagger",
            1,
            "Swagger 2.0 is converted to OpenAPI 3.0: definitions → components/schemas (2); type: "
            "file → a binary string (1); x-nullable → nullable (1)",
        )
    ]


# Servers


@pytest.mark.parametrize(
    ("root", "urls"),
    [
        (
            "host: x.test\nbasePath: /v1/\nschemes: [http, https]",
            ["https://x.test/v1", "http://x.test/v1"],
        ),
        ("host: x.test:8080", ["https://x.test:8080"]),
        ("basePath: v2", ["/v2"]),
        ("host: x.test\nbasePath: /", ["https://x.test"]),
    ],
)
def test_servers(root: str, urls: list[str]) -> None:
    document = converted(f"{root}\npaths: {{}}\n")
    assert [server["url"] for server in document.data["servers"]] == urls


def test_a_document_without_host_has_no_servers() -> None:
    assert "servers" not in converted("paths: {}\n").data


def test_schemes_of_an_operation_are_its_servers() -> None:
    root = "host: x.test\nschemes: [https]"
    assert operation("schemes: [http]", root)["servers"] == [{"url": "http://x.test"}]
    assert "servers" not in operation("schemes: [https]", root)


def test_schemes_that_no_client_speaks_are_reported() -> None:
    document = converted("host: x.test\nschemes: [wss]\npaths: {}\n")
    assert "4:10 the scheme 'wss' is ignored; clients use http and https" in reported(document)


# Parameters


@pytest.mark.parametrize(
    ("written", "style"),
    [
        ("in: query", {"explode": False}),
        ("in: query, collectionFormat: csv", {"explode": False}),
        ("in: query, collectionFormat: multi", {"explode": True}),
        ("in: query, collectionFormat: ssv", {"style": "spaceDelimited", "explode": False}),
        ("in: query, collectionFormat: pipes", {"style": "pipeDelimited", "explode": False}),
        ("in: header, collectionFormat: csv", {}),
        ("in: path, required: true", {"required": True}),
    ],
)
def test_collection_formats(written: str, style: dict[str, Any]) -> None:
    made = parameter(f"{written}, type: array, items: {{type: string}}")
    assert made.pop("schema") == {"type": "array", "items": {"type": "string"}}
    assert {key: made[key] for key in made if key not in ("name", "in")} == style


@pytest.mark.parametrize(
    "written", ["in: query, collectionFormat: tsv", "in: path, collectionFormat: ssv"]
)
def test_a_collection_format_without_a_style_is_reported_where_it_stands(written: str) -> None:
    document = converted(
        f"paths:\n  /a:\n    get:\n      parameters:\n      - {{name: q, type: array, {written}}}\n"
    )
    form, place = written.rpartition(" ")[2], written.split(",")[0].rpartition(" ")[2]
    column = len(f"      - {{name: q, type: array, {written}") - len(form) + 1
    assert reported(document) == [
        f"7:{column} OpenAPI 3.0 has no style for collectionFormat '{form}' in {place};"
        " items are separated by commas"
    ]


def test_the_keys_of_values_go_into_a_schema() -> None:
    made = parameter("in: query, type: string, enum: [a], x-nullable: true, default: a, x-own: 1")
    assert made == {
        "name": "q",
        "in": "query",
        "x-own": 1,
        "schema": {"type": "string", "default": "a", "enum": ["a"], "nullable": True},
    }


# Bodies


def test_a_body_is_of_what_is_consumed() -> None:
    body = operation(
        "consumes: [application/json, text/json], "
        "parameters: [{name: b, in: body, required: true, description: D, schema: {type: object}}]"
    )["requestBody"]
    first = "#/paths/~1a/post/requestBody/content/application~1json/schema"
    assert body == {
        "required": True,
        "description": "D",
        "content": {
            "application/json": {"schema": {"type": "object"}},
            "text/json": {"schema": {"$ref": first}},
        },
    }


def test_a_form_with_a_file_is_multipart() -> None:
    body = operation(
        "parameters: [{name: f, in: formData, type: file, required: true, description: D},"
        " {name: n, in: formData, type: integer}]"
    )["requestBody"]
    schema = {
        "type": "object",
        "properties": {
            "f": {"type": "string", "format": "binary", "description": "D"},
            "n": {"type": "integer"},
        },
        "required": ["f"],
    }
    assert body == {"content": {"multipart/form-data": {"schema": schema}}, "required": True}


def test_a_form_is_urlencoded_and_keeps_its_styles() -> None:
    body = operation(
        "parameters: [{name: a, in: formData, type: array, items: {type: string},"
        " collectionFormat: multi}]"
    )["requestBody"]
    media = body["content"]["application/x-www-form-urlencoded"]
    assert media["encoding"] == {"a": {"style": "form", "explode": True}}


def test_a_shared_body_is_a_component() -> None:
    document = converted(
        "consumes: [application/json]\n"
        "parameters: {B: {name: b, in: body, schema: {type: string}}}\n"
        "paths:\n"
        "  /a: {post: {parameters: [{$ref: '#/parameters/B'}]}}\n"
        "  /b: {post: {consumes: [text/plain], parameters: [{$ref: '#/parameters/B'}]}}\n"
    )
    place = "#/components/requestBodies/B"
    assert document.get("/paths/~1a/post/requestBody") == {"$ref": place}
    assert document.get("/paths/~1b/post/requestBody/content") == {
        "text/plain": {"schema": {"$ref": f"{place}/content/application~1json/schema"}}
    }
    assert document.get(place[1:])["content"] == {
        "application/json": {"schema": {"type": "string"}}
    }


def test_a_second_body_is_reported() -> None:
    document = converted(
        "paths:\n  /a:\n    post:\n      parameters:\n"
        "      - {name: a, in: body, schema: {}}\n      - {name: b, in: formData, type: string}\n"
    )
    assert reported(document) == [
        "8:9 a request has only one body; this parameter of another body is left out"
    ]


def test_a_body_of_the_path_item_is_that_of_each_operation() -> None:
    document = converted(
        "paths: {/a: {parameters: [{name: b, in: body, schema: {type: string}}], put: {},"
        " post: {parameters: [{name: c, in: body, schema: {type: integer}}]}}}\n"
    )
    kinds = [
        document.get(f"/paths/~1a/{method}/requestBody/content/application~1json/schema/type")
        for method in ("put", "post")
    ]
    assert kinds == ["string", "integer"]
    assert document.get("/paths/~1a/parameters") == []


# Answers


def test_an_answer_is_of_what_is_produced() -> None:
    answer = operation(
        "produces: [application/json, text/csv], responses: {200: {description: D, schema:"
        " {type: string}, examples: {application/json: x}, headers: {H: {type: integer}}}}"
    )["responses"]["200"]
    first = "#/paths/~1a/post/responses/200/content/application~1json/schema"
    assert answer == {
        "description": "D",
        "headers": {"H": {"schema": {"type": "integer"}}},
        "content": {
            "application/json": {"schema": {"type": "string"}, "example": "x"},
            "text/csv": {"schema": {"$ref": first}},
        },
    }


def test_a_file_is_no_json() -> None:
    answer = operation("responses: {200: {description: D, schema: {type: file}}}")["responses"]
    assert answer["200"]["content"] == {
        "application/octet-stream": {"schema": {"type": "string", "format": "binary"}}
    }


def test_a_shared_answer_of_another_media_type() -> None:
    document = converted(
        "responses: {R: {description: D, schema: {type: string}}}\n"
        "paths: {/a: {get: {produces: [text/plain], responses: {200: {$ref: '#/responses/R'}}}}}\n"
    )
    place = "#/components/responses/R/content/application~1json/schema"
    assert document.get("/paths/~1a/get/responses/200/content") == {
        "text/plain": {"schema": {"$ref": place}}
    }


# Schemas, security, references


def test_schemas() -> None:
    document = converted(
        "paths: {}\ndefinitions: {A: {discriminator: kind, properties: {x-nullable: {x-nullable: "
        "true}, b: {items: {x-nullable: true}, additionalProperties: {type: file}}}}}\n"
    )
    assert document.get("/components/schemas/A") == {
        "discriminator": {"propertyName": "kind"},
        "properties": {
            "x-nullable": {"nullable": True},
            "b": {
                "items": {"nullable": True},
                "additionalProperties": {"type": "string", "format": "binary"},
            },
        },
    }


@pytest.mark.parametrize(
    ("flow", "name"),
    [
        ("implicit", "implicit"),
        ("password", "password"),
        ("application", "clientCredentials"),
        ("accessCode", "authorizationCode"),
    ],
)
def test_security_flows(flow: str, name: str) -> None:
    document = converted(
        f"paths: {{}}\nsecurityDefinitions: {{o: {{type: oauth2, flow: {flow}, tokenUrl: u}},"
        " b: {type: basic, description: D}, k: {type: apiKey, in: query, name: k}}\n"
    )
    assert document.data["components"]["securitySchemes"] == {
        "o": {"type": "oauth2", "flows": {name: {"tokenUrl": "u", "scopes": {}}}},
        "b": {"type": "http", "scheme": "basic", "description": "D"},
        "k": {"type": "apiKey", "in": "query", "name": "k"},
    }


def test_references_follow_what_they_lead_to() -> None:
    document = converted(
        "paths:\n"
        "  /a: {get: {responses: {200: {schema: {properties: {x: {type: string}}}}}}}\n"
        "definitions:\n"
        "  A: {properties: {b: {$ref: '#/definitions/B/properties/c'}}}\n"
        "  B: {properties: {c: {$ref: '#/paths/~1a/get/responses/200/schema/properties/x'}}}\n"
    )
    b = document.get("/components/schemas/A/properties/b/$ref")
    assert b == "#/components/schemas/B/properties/c"
    assert document.get(document.get(f"{b[1:]}/$ref")[1:]) == {"type": "string"}


def test_schemas_of_other_files_are_converted_where_they_stand() -> None:
    document = converted(
        "paths: {/a: {get: {parameters: [{$ref: 'b.yaml#/parameters/Q'}], responses:"
        " {200: {$ref: 'b.yaml#/responses/R'}}}}}\n",
        b="parameters: {Q: {name: q, in: query, type: string}}\n"
        "responses: {R: {description: D, schema: {$ref: '#/definitions/P'}}}\n"
        "definitions: {P: {x-nullable: true, items: {$ref: '#/definitions/I'}}, I: {type: file}}\n",
    )
    get = document.get("/paths/~1a/get")
    assert get["parameters"] == [{"name": "q", "in": "query", "schema": {"type": "string"}}]
    place = get["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
    assert place == "#/x-clientsmith-files/b.yaml/definitions/P"
    assert document.get(place[1:])["nullable"] is True
    assert document.get("/x-clientsmith-files/b.yaml/definitions/I/format") == "binary"


def test_every_part_keeps_its_place_in_the_file() -> None:
    document = converted(
        "paths:\n"
        "  /a:\n"
        "    post:\n"
        "      parameters:\n"
        "        - {name: b, in: body, schema: {type: object}}\n"
        "        - {name: q, in: query, type: integer}\n"
        "      responses:\n"
        "        200: {description: D, schema: {type: strin}}\n"
        "definitions:\n"
        "  A: {type: objec}\n"
    )
    post = "/paths/~1a/post"
    assert document.span(f"{post}/parameters/0/schema/type").line == 8
    assert document.span(f"{post}/requestBody/content/application~1json/schema/type").line == 7
    faults = [
        f"{one.span.line}:{one.span.column} {one.code}" for one in check(document) if one.span
    ]
    assert faults == ["1:1 swagger", "10:46 schema-type", "12:13 schema-type"]


def test_the_golden_document_is_sound() -> None:
    text = (Path(__file__).parents[1] / "golden/swagger/openapi.yaml").read_text(encoding="utf-8")
    Path("a.yaml").write_text(text, encoding="utf-8")
    before = yaml.safe_load(text)
    document = read(Path("a.yaml"))
    found = check(convert(document))
    assert not [one for one in found if one.severity == "error"]
    assert document.data == before, "the document as it was read is not changed"

"""What `clientsmith validate` says of examples, defaults, enums, operationIds and responses."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Any

import pytest

from clientsmith import pipeline
from clientsmith.config import ad_hoc_target
from clientsmith.document import read
from clientsmith.document.convert import convert
from clientsmith.validate import check, faults

NEW = (
    *("example", "default-invalid", "enum-duplicate", "enum-unreachable"),
    *("operation-id-case", "response-success"),
)


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def reported(data: dict[str, Any], *, hint: bool = False) -> list[str]:
    """Return what is wrong, each as `pointer code message`."""
    Path("a.json").write_text(json.dumps(data))
    document = convert(read(Path("a.json")))
    # None of it keeps a client from being made, so other runs do not check it.
    assert not {each.diagnostic.code for each in faults(document)} & set(NEW)
    found = check(document)
    assert not [each for each in found if each.severity == "error"]
    return [
        f"{each.span and each.span.pointer} {each.code} {each.message}"
        + (f" ({each.hint})" if hint else "")
        for each in found
        if each.code in NEW
    ]


def document(
    operations: dict[str, Any] | None = None,
    version: str = "3.1.0",
    **schemas: Any,
) -> dict[str, Any]:
    info = {"title": "T", "version": "1"}
    paths = {path: {"get": operation} for path, operation in (operations or {}).items()}
    return {"openapi": version, "info": info, "paths": paths, "components": {"schemas": schemas}}


FINE = {"responses": {"200": {"description": "Fine."}}}
STALE = {
    "requestBody": {
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["line_items", "currency"],
                    "properties": {"line_items": {"type": "array"}, "currency": {"type": "string"}},
                },
                "examples": {"minimal": {"value": {"items": ["a"]}}},
            }
        }
    },
    **FINE,
}


def test_a_stale_example_is_reported_with_what_is_missing() -> None:
    place = "/paths/~1a/get/requestBody/content/application~1json/examples/minimal/value"
    assert reported(document({"/a": STALE}), hint=True) == [
        f"{place} example the example does not fit its schema: the required property 'line_items'"
        " is missing (and 1 more) (add 'line_items')"
    ]


SCHEMAS: dict[str, tuple[dict[str, Any], list[str]]] = {
    # A schema, and what is reported of `/components/schemas/S`.
    "an example that fits": ({"type": "string", "example": "a"}, []),
    "an example of another type": (
        {"type": "integer", "example": "1"},
        ["/example example the example does not fit its schema: it is text where the schema wants"
         " integer"],
    ),
    "no example": ({"type": "string", "example": None}, []),
    "an example deep inside": (
        {"type": "array", "items": {"$ref": "#/components/schemas/T"}, "example": [{"b": 1}]},
        ["/example/0/b example the example does not fit its schema at /0/b: it is the number 1"
         " where the schema wants string"],
    ),
    "examples": (
        {"type": "string", "examples": ["a", 1]},
        ["/examples/1 example the example does not fit its schema: it is the number 1 where the"
         " schema wants string"],
    ),
    "a property too many": (
        {"type": "object", "additionalProperties": False, "example": {"x": 1}},
        ["/example example the example does not fit its schema: the schema does not allow the"
         " property 'x'"],
    ),
    "properties of a pattern": (
        {
            "patternProperties": {"^x": {"type": "integer"}},
            "additionalProperties": False,
            "example": {"xa": "1"},
        },
        ["/example/xa example the example does not fit its schema at /xa: it is text where the"
         " schema wants integer"],
    ),
    "a value that is not of the enum": (
        {"type": "string", "enum": ["a"], "example": "b"},
        ["/example example the example does not fit its schema: 'b' is not one of the enum's"
         " values"],
    ),
    "no branch": (
        {"anyOf": [{"type": "integer"}, {"type": "boolean"}], "example": "a"},
        ["/example example the example does not fit its schema: it is text where the schema wants"
         " integer"],
    ),
    "two branches of a oneOf": ({"oneOf": [{"type": "integer"}, {}], "example": 1}, []),
    "JSON as text": (
        {"type": "object", "example": '{"a": 1}'},
        ["/example example the example does not fit its schema: it is text where the schema wants"
         " object"],
    ),
    "a format": (
        {"type": "string", "format": "date", "example": "2025-10-15T10:00:00Z"},
        ["/example example the example does not fit its schema: '2025-10-15T10:00:00Z' is not of"
         " the format 'date'"],
    ),
    "a format that no client checks": ({"type": "string", "format": "x", "example": "?"}, []),
    "a pattern": (
        {"type": "string", "pattern": "^[a-z]+$", "example": "A"},
        ["/example example the example does not fit its schema: 'A' does not match ^[a-z]+$"],
    ),
    "a bound": (
        {"type": "integer", "exclusiveMinimum": 3, "example": 3},
        ["/example example the example does not fit its schema: 3 has to be greater than 3"],
    ),
    "a decimal multiple": ({"type": "number", "multipleOf": 0.1, "example": 0.3}, []),
    "an item twice": (
        {"type": "array", "uniqueItems": True, "example": [1, 1.0]},
        ["/example example the example does not fit its schema: it has the same item twice"],
    ),
    "an integer with a point": ({"type": "integer", "example": 1.0}, []),
    "what is only sent or only received": (
        {
            "type": "object",
            "required": ["id", "secret", "name"],
            "properties": {
                "id": {"readOnly": True, "type": "string"},
                "secret": {"writeOnly": True, "type": "string"},
                "name": {"type": "string"},
            },
            "example": {"name": "a"},
        },
        [],
    ),
    "a default that fits": ({"type": "integer", "minimum": 1, "default": 1}, []),
    "a default outside of a bound": (
        {"type": "integer", "minimum": 1, "default": 0},
        ["/default default-invalid the default does not fit its schema: 0 has to be at least 1"],
    ),
    "an enum with a value twice": (
        {"enum": ["a", 1, "a", 1.0, True]},
        ["/enum/2 enum-duplicate duplicate enum value 'a'; the first is at",
         "/enum/3 enum-duplicate duplicate enum value 1.0; the first is at"],
    ),
    "an enum value that nothing is": (
        {"type": "string", "maxLength": 2, "enum": ["ab", "abc"]},
        ["/enum/1 enum-unreachable the enum value 'abc' is never valid: it does not keep to"
         " maxLength: 2"],
    ),
    "an enum value that another schema excludes": (
        {"allOf": [{"enum": ["a", "b"]}], "enum": ["b", "c"]},
        ["/enum/1 enum-unreachable the enum value 'c' is never valid: 'c' is not one of the enum's"
         " values"],
    ),
    "a ring of references": ({"allOf": [{"$ref": "#/components/schemas/S"}], "example": 1}, []),
}  # fmt: skip


@pytest.mark.parametrize("case", SCHEMAS)
def test_schemas(case: str) -> None:
    schema, expected = SCHEMAS[case]
    inner = {"type": "object", "properties": {"b": {"type": "string"}}}
    found = reported(document(S=schema, T=inner))
    assert len(found) == len(expected)
    for one, start in zip(found, expected, strict=True):
        assert one.startswith(f"/components/schemas/S{start}")


SCHEMAS_3_0: dict[str, tuple[dict[str, Any], bool]] = {
    "null where it is nullable": (
        {"type": "array", "items": {"type": "string", "nullable": True}, "example": [None]},
        True,
    ),
    "null where a reference is nullable": (
        {
            "type": "array",
            "items": {"allOf": [{"type": "string"}], "nullable": True},
            "example": [None],
        },
        True,
    ),
    "null where it is not": (
        {"type": "array", "items": {"type": "string"}, "example": [None]},
        False,
    ),
    "a bound with a flag": (
        {"type": "integer", "minimum": 3, "exclusiveMinimum": True, "example": 3},
        False,
    ),
    "a bound with a flag, above": (
        {"type": "integer", "minimum": 3, "exclusiveMinimum": True, "example": 4},
        True,
    ),
    "what is beside a reference": (
        {
            "type": "array",
            "items": {"$ref": "#/components/schemas/T", "maxLength": 1},
            "example": ["ab"],
        },
        True,
    ),
}


@pytest.mark.parametrize("case", SCHEMAS_3_0)
def test_schemas_of_openapi_3_0(case: str) -> None:
    schema, is_fine = SCHEMAS_3_0[case]
    found = reported(document(version="3.0.3", S=schema, T={"type": "string"}))
    assert bool(found) is not is_fine


def content(media: str, value: Any) -> dict[str, Any]:
    schema = {"type": "object", "properties": {"a": {"type": "integer"}}}
    body = {"description": "x", "content": {media: {"schema": schema, "example": value}}}
    return {"responses": {"200": body}}


@pytest.mark.parametrize(
    ("media", "value", "count"),
    [
        ("application/json", {"a": 1}, 0),
        ("application/json", {"a": "1"}, 1),
        ("application/problem+json; charset=utf-8", {"a": "1"}, 1),
        ("application/xml", "<a>1</a>", 0),
        ("text/plain", "a", 0),
        ("multipart/form-data", {"a": "x"}, 1),
        ("multipart/form-data", "a=x", 0),
    ],
)
def test_examples_are_compared_where_they_are_values(media: str, value: Any, count: int) -> None:
    assert len(reported(document({"/a": content(media, value)}))) == count


def test_examples_of_parameters_headers_and_components() -> None:
    data = document(
        {
            "/a": {
                "parameters": [
                    {"name": "q", "in": "query", "schema": {"type": "integer"}, "example": "x"},
                    {
                        "name": "r",
                        "in": "query",
                        "schema": {"type": "integer"},
                        "examples": {"one": {"$ref": "#/components/examples/E"}},
                    },
                ],
                "responses": {
                    "200": {
                        "description": "x",
                        "headers": {"x-a": {"schema": {"type": "boolean"}, "example": 1}},
                    }
                },
            }
        }
    )
    data["components"]["examples"] = {"E": {"value": "y"}}
    assert [each.split()[0] for each in reported(data)] == [
        "/paths/~1a/get/parameters/0/example",
        "/paths/~1a/get/responses/200/headers/x-a/example",
        "/components/examples/E/value",
    ]


def test_examples_of_a_converted_document() -> None:
    data = {
        "swagger": "2.0",
        "info": {"title": "T", "version": "1"},
        "paths": {},
        "definitions": {"S": {"type": "integer", "example": "x"}},
    }
    assert [each.split()[:2] for each in reported(data)] == [["/definitions/S/example", "example"]]


@pytest.mark.parametrize(
    ("statuses", "is_fine"),
    [
        (["200"], True),
        (["2XX", "404"], True),
        (["302"], True),
        (["default"], True),
        (["404"], False),
        (["4XX", "500"], False),
    ],
)
def test_an_operation_describes_success(statuses: list[str], is_fine: bool) -> None:
    operation = {"responses": {status: {"description": "x"} for status in statuses}}
    found = reported(document({"/a": operation}))
    place = "/paths/~1a/get/responses response-success no response describes success: only errors"
    assert found == ([] if is_fine else [f"{place} are described"])


def test_what_a_client_answers_to_a_webhook_is_not_looked_at() -> None:
    data = document({"/a": FINE})
    data["webhooks"] = {"w": {"post": {"responses": {"410": {"description": "Gone."}}}}}
    assert reported(data) == []


def test_ids_that_differ_by_case_alone() -> None:
    ids = {"/a": "getPet", "/b": "GetPet", "/c": "getpet", "/d": "getDog", "/e": "getDog"}
    found = reported(document({path: {"operationId": name, **FINE} for path, name in ids.items()}))
    assert [each.partition(";")[0] for each in found] == [
        f"/paths/~1{path}/get/operationId operation-id-case operationId '{name}' differs from"
        " 'getPet' by case alone"
        for path, name in (("b", "GetPet"), ("c", "getpet"))
    ]


def test_schemas_that_double_at_each_reference_end() -> None:
    """Thirty of them would be a thousand million comparisons."""
    schemas: dict[str, Any] = {
        f"S{n}": {"allOf": [{"$ref": f"#/components/schemas/S{n + 1}"}] * 2} for n in range(30)
    }
    schemas["S30"] = {"type": "string"}
    schemas["S0"]["example"] = 1
    assert reported(document(**schemas)) == []


def test_a_pattern_takes_no_longer_than_the_text_is_long() -> None:
    found = reported(document(S={"type": "string", "pattern": "(a*)*b$", "example": "a" * 50_000}))
    assert len(found) == 1


def test_many_items_are_compared_at_once() -> None:
    items = [{"a": n} if n % 2 else n for n in range(20_000)]
    assert reported(document(S={"type": "array", "uniqueItems": True, "example": items})) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"minimum": "1"},
        {"minLength": "1"},
        {"required": {"a": 1}},
        {"pattern": "["},
        {"multipleOf": 0},
        {"patternProperties": {"[": {"type": "string"}}},
    ],
)
def test_a_wrong_schema_has_faults_of_its_own_alone(wrong: dict[str, Any]) -> None:
    reports_of = reported(document(S={**wrong, "example": {"a": 1}}, T={**wrong, "example": 1}))
    assert not [each for each in reports_of if "/T" in each]


@pytest.mark.parametrize(
    "example",
    [
        {},
        {"items": ["a"]},
        {"line_items": ["a"]},
        {"currency": "eur", "gone": 1},
        {"line_items": "a", "currency": 3},
        ["a"],
        "text",
        None,
    ],
)
@pytest.mark.parametrize("place", ["example", "examples", "schema"])
@pytest.mark.parametrize("is_required", [True, False])
def test_a_call_in_the_guide_is_complete_whatever_the_example_is(
    place: str, example: Any, is_required: bool
) -> None:
    data = json.loads(json.dumps(document({"/sessions": STALE})))
    media = data["paths"]["/sessions"]["get"]["requestBody"]["content"]["application/json"]
    del media["examples"]
    if place == "schema":
        media["schema"]["example"] = example
    else:
        media[place] = example if place == "example" else {"one": {"value": example}}
    media["schema"]["properties"]["line_items"]["items"] = {"type": "string"}
    data["paths"]["/sessions"]["get"]["requestBody"]["required"] = is_required
    data["paths"]["/sessions"]["post"] = data["paths"]["/sessions"].pop("get")
    Path("a.json").write_text(json.dumps(data))
    files = pipeline.make(ad_hoc_target(Path("a.json"), "shop", "Shop", Path())).files
    (call,) = re.findall(r"client\.sessions\.create\((.*)\)", files["API.md"])
    parsed = ast.parse(f"f({call})", mode="eval").body
    assert isinstance(parsed, ast.Call)
    arguments = {each.arg: each.value for each in parsed.keywords}
    if not arguments:
        # A body that is not required need not be sent.
        assert not is_required
        return
    assert arguments.keys() == {"line_items", "currency"}
    assert isinstance(arguments["line_items"], ast.List)
    assert isinstance(arguments["currency"], ast.Constant)
    assert isinstance(arguments["currency"].value, str)

"""What a changed document means for the callers of its client: one fact at a time."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from clientsmith import pipeline
from clientsmith.changes import ChangeClass, Report
from clientsmith.changes.forms import as_github, as_json, as_markdown, as_text
from clientsmith.changes.page import as_html
from clientsmith.cli import cli
from clientsmith.config import ad_hoc_target

PET: dict[str, Any] = {
    "type": "object",
    "required": ["id", "name"],
    "properties": {
        "id": {"type": "string"},
        "name": {"type": "string", "description": "What it is called."},
        "age": {"type": "integer", "maximum": 30},
        "kind": {"type": "string", "enum": ["cat", "dog"]},
        "owner": {"$ref": "#/components/schemas/Owner"},
        "tags": {"type": "array", "items": {"type": "string"}},
    },
}
NEW_PET: dict[str, Any] = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"type": "string"},
        "age": {"type": "integer", "minimum": 0, "maximum": 30},
        "kind": {"type": "string", "enum": ["cat", "dog"]},
        "home": {"$ref": "#/components/schemas/Home"},
    },
}
JSON = "application/json"


def answer(name: str) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{name}"}
    return {"200": {"description": "Fine", "content": {JSON: {"schema": schema}}}}


BASE: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1.4.0"},
    "servers": [{"url": "https://pets.example.com/v1"}],
    "security": [{"key": []}],
    "paths": {
        "/pets": {
            "get": {
                "operationId": "listPets",
                "summary": "List pets.",
                "parameters": [
                    {"name": "limit", "in": "query", "schema": {"type": "integer"}},
                    {"name": "kind", "in": "query", "schema": {"type": "string"}},
                ],
                "responses": answer("Pets"),
            },
            "post": {
                "operationId": "createPet",
                "requestBody": {"required": True, "content": {JSON: {"schema": NEW_PET}}},
                "responses": answer("Pet"),
            },
        },
        "/pets/{id}": {
            "parameters": [
                {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
            ],
            "get": {"operationId": "getPet", "responses": answer("Pet")},
            "delete": {"operationId": "deletePet", "responses": {"204": {"description": "Gone"}}},
        },
    },
    "components": {
        "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
        "schemas": {
            "Pet": PET,
            "Pets": {
                "type": "object",
                "properties": {
                    "data": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}
                },
            },
            "Owner": {
                "type": "object",
                "properties": {"email": {"type": "string"}, "phone": {"type": "string"}},
            },
            "Home": {
                "type": "object",
                "required": ["city"],
                "properties": {"city": {"type": "string"}, "street": {"type": "string"}},
            },
        },
    },
}

Edit = Callable[[dict[str, Any]], Any]


def schema(document: dict[str, Any], name: str) -> dict[str, Any]:
    return document["components"]["schemas"][name]


def body(document: dict[str, Any]) -> dict[str, Any]:
    return document["paths"]["/pets"]["post"]["requestBody"]["content"][JSON]["schema"]


def listing(document: dict[str, Any]) -> dict[str, Any]:
    return document["paths"]["/pets"]["get"]


# The edit, and the changes that it makes: class, call and what is said of it.
EDITS: dict[str, tuple[Edit, list[tuple[str, str, str]]]] = {
    "nothing": (lambda d: None, []),
    "a call that is gone": (
        lambda d: d["paths"]["/pets/{id}"].pop("delete"),
        [("breaks-run-time", "client.pets.delete()", "is gone")],
    ),
    "a new call": (
        lambda d: d["paths"]["/pets"].update(delete={"responses": {"204": {"description": "x"}}}),
        [("adds", "client.pets.bulk_delete()", "is a new call")],
    ),
    "a deprecated call": (
        lambda d: listing(d).update(deprecated=True),
        [("docs", "client.pets.list()", "is deprecated")],
    ),
    "another summary": (
        lambda d: listing(d).update(summary="List all pets."),
        [("docs", "client.pets.list()", "is described otherwise")],
    ),
    "a new optional argument": (
        lambda d: listing(d)["parameters"].append(
            {"name": "name", "in": "query", "schema": {"type": "string"}}
        ),
        [("adds", "client.pets.list(name=)", "is a new argument")],
    ),
    "a new required argument": (
        lambda d: listing(d)["parameters"].append(
            {"name": "name", "in": "query", "required": True, "schema": {"type": "string"}}
        ),
        [("breaks-run-time", "client.pets.list(name=)", "is a new required argument")],
    ),
    "an argument that is gone": (
        lambda d: listing(d)["parameters"].pop(),
        [("breaks-run-time", "client.pets.list(kind=)", "is no argument any more")],
    ),
    "an argument that becomes required": (
        lambda d: listing(d)["parameters"][0].update(required=True),
        [("breaks-run-time", "client.pets.list(limit=)", "is required")],
    ),
    "an argument of another type": (
        lambda d: listing(d)["parameters"][1].update(schema={"type": "boolean"}),
        [("breaks-run-time", "client.pets.list(kind=)", "takes other values")],
    ),
    "an argument of a wider type": (
        lambda d: listing(d)["parameters"][0].update(schema={"type": "number"}),
        [("adds", "client.pets.list(limit=)", "takes more values")],
    ),
    "an argument in another place": (
        lambda d: listing(d)["parameters"][1].update({"in": "header"}),
        [("changes-what-is-sent", "client.pets.list(kind=)", "is sent in another place")],
    ),
    "an argument with an enum": (
        lambda d: listing(d)["parameters"][1]["schema"].update(enum=["cat"]),
        [("breaks-run-time", "client.pets.list(kind=)", "takes other values")],
    ),
    "a narrower limit": (
        lambda d: body(d)["properties"]["age"].update(maximum=20),
        [("breaks-run-time", "client.pets.create(age=)", "takes fewer values")],
    ),
    "a wider limit": (
        lambda d: body(d)["properties"]["age"].update(maximum=60),
        [("adds", "client.pets.create(age=)", "takes more values")],
    ),
    "a limit of a response": (
        lambda d: schema(d, "Pet")["properties"]["age"].update(maximum=9),
        [],
    ),
    "an enum value that is refused": (
        lambda d: body(d)["properties"]["kind"].update(enum=["cat"]),
        [("breaks-run-time", "client.pets.create(kind=)", "no longer takes a value")],
    ),
    "an enum value that is taken": (
        lambda d: body(d)["properties"]["kind"]["enum"].append("cow"),
        [("adds", "client.pets.create(kind=)", "takes another value")],
    ),
    "an enum value that comes": (
        lambda d: schema(d, "Pet")["properties"]["kind"]["enum"].append("cow"),
        [("adds", "models.Pet.kind", "is documented to have a value")],
    ),
    "null that is taken": (
        lambda d: body(d)["properties"]["age"].update(type=["integer", "null"]),
        [("adds", "client.pets.create(age=)", "takes None")],
    ),
    "null that comes": (
        lambda d: schema(d, "Pet")["properties"]["name"].update(type=["string", "null"]),
        [("breaks-types", "models.Pet.name", "can be None")],
    ),
    "null where a field could be absent": (
        lambda d: schema(d, "Pet")["properties"]["age"].update(type=["integer", "null"]),
        [],
    ),
    "a field that may be absent": (
        lambda d: schema(d, "Pet")["required"].remove("name"),
        [("breaks-types", "models.Pet.name", "can be None")],
    ),
    "a field that is gone": (
        lambda d: schema(d, "Pet")["properties"].pop("age"),
        [("breaks-run-time", "models.Pet.age", "is gone")],
    ),
    "a field that is new": (
        lambda d: schema(d, "Pet")["properties"].update(color={"type": "string"}),
        [("adds", "models.Pet.color", "is a new field")],
    ),
    "a field of another type": (
        lambda d: schema(d, "Pet")["properties"].update(age={"type": "string"}),
        [("breaks-run-time", "models.Pet.age", "is of another type")],
    ),
    "items of a wider type": (
        lambda d: schema(d, "Pet")["properties"]["tags"].update(
            items={"type": ["string", "integer"]}
        ),
        [("breaks-types", "models.Pet.tags[]", "can be of another type, too")],
    ),
    "a field that the request lacks": (
        lambda d: schema(d, "Home")["properties"].pop("street"),
        [("breaks-run-time", "params.Home.street", "is no field of the request")],
    ),
    "a field that the request needs": (
        lambda d: schema(d, "Home")["required"].append("street"),
        [("breaks-run-time", "params.Home.street", "is required")],
    ),
    "another base URL": (
        lambda d: d["servers"][0].update(url="https://pets.example.com/v2"),
        [("changes-what-is-sent", "Client()", "has another base URL")],
    ),
    "another header for the key": (
        lambda d: d["components"]["securitySchemes"]["key"].update(name="X-Token"),
        [("changes-what-is-sent", "Client(api_key=)", "is sent otherwise")],
    ),
    "a response that is gone": (
        lambda d: d["paths"]["/pets/{id}"]["get"].update(responses={"204": {"description": "x"}}),
        [("breaks-run-time", "client.pets.retrieve()", "returns nothing")],
    ),
    "another path": (
        lambda d: d["paths"].update({"/animals/{id}": d["paths"].pop("/pets/{id}")}),
        [
            ("breaks-run-time", "client.pets.delete()", "has another name"),
            ("breaks-run-time", "client.pets.retrieve()", "has another name"),
            ("changes-what-is-sent", "client.pets.delete()", "is sent to another path"),
            ("changes-what-is-sent", "client.pets.retrieve()", "is sent to another path"),
        ],
    ),
    "another description of a field": (
        lambda d: schema(d, "Pet")["properties"]["name"].update(description="Its name."),
        [("docs", "models.Pet.name", "is described otherwise")],
    ),
}


def report_of(old: dict[str, Any], new: dict[str, Any], folder: Path) -> Report:
    targets: list[Any] = []
    for name, document in (("old", old), ("new", new)):
        path = folder / f"{name}.json"
        path.write_text(json.dumps(document, indent=1), encoding="utf-8")
        targets.append(ad_hoc_target(path, "client", "Client", folder))
    report, faults = pipeline.diff(*targets)
    assert not faults
    return report


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_makes_the_changes(edit: str, tmp_path: Path) -> None:
    change, expected = EDITS[edit]
    new = copy.deepcopy(BASE)
    change(new)
    report = report_of(BASE, new, tmp_path)
    found = [(each.kind.value, each.call, each.what) for each in report.changes]
    assert found == expected


def test_every_class_has_an_edit() -> None:
    classes = {kind for _, expected in EDITS.values() for kind, _, _ in expected}
    assert classes == {kind.value for kind in ChangeClass}


def test_a_model_that_many_calls_share_is_one_entry(tmp_path: Path) -> None:
    new = copy.deepcopy(BASE)
    schema(new, "Owner")["properties"].pop("email")
    (change,) = report_of(BASE, new, tmp_path).changes
    assert change.calls == (
        "client.pets.create()",
        "client.pets.list()",
        "client.pets.retrieve()",
    )


def chain(length: int, name: str, last: str) -> dict[str, Any]:
    """Return schemas that each have the next one as a required property."""
    links = {
        f"{name}{at}": {
            "type": "object",
            "required": ["next"],
            "properties": {"next": {"$ref": f"#/components/schemas/{name}{at + 1}"}},
        }
        for at in range(length)
    }
    return links | {f"{name}{length}": {"type": "object", "properties": {"end": {"type": last}}}}


def test_a_chain_of_schemas_may_be_longer_than_the_stack(tmp_path: Path) -> None:
    old, new = copy.deepcopy(BASE), copy.deepcopy(BASE)
    for document, last in ((old, "string"), (new, "integer")):
        document["components"]["schemas"] |= chain(500, "Link", last)
        schema(document, "Pet")["properties"]["chain"] = {"$ref": "#/components/schemas/Link0"}
    (change,) = report_of(old, new, tmp_path).changes
    assert (change.call, change.what) == ("models.Link500.end", "is of another type")


@pytest.mark.slow  # The sample is the test above.
def test_a_chain_of_schemas_with_other_names_is_another_type(tmp_path: Path) -> None:
    old, new = copy.deepcopy(BASE), copy.deepcopy(BASE)
    for document, name in ((old, "Link"), (new, "Knot")):
        document["components"]["schemas"] |= chain(500, "Link", "string") | chain(
            500, "Knot", "string"
        )
        for at, each in enumerate(("Link", "Knot")):
            schema(document, "Pet")["properties"][f"chain{at}"] = {
                "$ref": f"#/components/schemas/{each}0"
            }
        schema(document, "Owner")["properties"]["chain"] = {"$ref": f"#/components/schemas/{name}0"}
    (change,) = report_of(old, new, tmp_path).changes
    assert (change.kind, change.call) == (ChangeClass.TYPES, "models.Owner.chain")


def test_another_prefix_of_environment_variables_is_a_break(tmp_path: Path) -> None:
    (tmp_path / "pets.json").write_text(json.dumps(BASE))
    old = ad_hoc_target(tmp_path / "pets.json", "client", "Client", tmp_path)
    keys = ("CLIENT_API_KEY", "ZOO_API_KEY")
    report, _ = pipeline.diff(old, old.model_copy(update={"environment": "ZOO"}), is_cached=False)
    assert [(each.kind, each.call, each.what, each.old, each.new) for each in report.changes] == [
        (
            ChangeClass.RUN_TIME,
            "Client()",
            "reads environment variables with another prefix",
            "CLIENT_",
            "ZOO_",
        ),
        (ChangeClass.RUN_TIME, "Client(api_key=)", "has another variable", *keys),
    ]


def test_another_order_of_constants_is_no_change(tmp_path: Path) -> None:
    old, new = copy.deepcopy(BASE), copy.deepcopy(BASE)
    words = [{"const": "a"}, {"type": "string"}, {"const": "b"}]
    for document, members in ((old, words), (new, [{"const": "c"}, *words[::-1]])):
        schema(document, "Pet")["properties"]["word"] = {"anyOf": members}
        body = document["paths"]["/pets"]["post"]["requestBody"]["content"][JSON]
        body["schema"]["properties"]["word"] = {"anyOf": members}
    report = report_of(old, new, tmp_path)
    assert not [change for change in report.changes if change.kind.breaks]


def test_a_renamed_schema_is_a_new_name(tmp_path: Path) -> None:
    text = json.dumps(BASE).replace("schemas/Home", "schemas/House").replace('"Home"', '"House"')
    (change,) = report_of(BASE, json.loads(text), tmp_path).changes
    assert (change.call, change.what) == ("params.Home", "has another name")
    assert (change.old, change.new, change.confidence) == ("params.Home", "params.House", 1.0)


@pytest.mark.parametrize(
    ("version", "edit", "step"),
    [
        ("1.4.0", "a field that is gone", "major"),
        ("1.4.0", "null that comes", "major"),
        ("1.4.0", "a field that is new", "minor"),
        ("1.4.0", "another base URL", "minor"),
        ("1.4.0", "another summary", "patch"),
        ("1.4.0", "nothing", "none"),
        ("0.4.0", "a field that is gone", "minor"),
        ("0.4.0", "a field that is new", "patch"),
    ],
)
def test_the_step_follows_the_most_harmful_change(
    version: str, edit: str, step: str, tmp_path: Path
) -> None:
    old = copy.deepcopy(BASE)
    old["info"]["version"] = version
    new = copy.deepcopy(old)
    EDITS[edit][0](new)
    assert report_of(old, new, tmp_path).step == step


def test_a_change_has_its_places(tmp_path: Path) -> None:
    new = copy.deepcopy(BASE)
    EDITS["a narrower limit"][0](new)
    (change,) = report_of(BASE, new, tmp_path).changes
    assert change.old_place is not None
    assert change.new_place is not None
    line = (tmp_path / "new.json").read_text().splitlines()[change.new_place.line - 1]
    assert '"age"' in line
    assert (change.old, change.new) == ("0..30", "0..20")


HOSTILE = "<script>alert(1)</script>`*x*`\n::error::x"


def hostile(folder: Path) -> Report:
    new = copy.deepcopy(BASE)
    body(new)["properties"]["kind"]["enum"].append(HOSTILE)
    return report_of(BASE, new, folder)


def test_no_text_of_a_document_becomes_markup(tmp_path: Path) -> None:
    report = hostile(tmp_path)
    page = as_html(report)
    assert page.count("<script>") == 1
    assert "&lt;script&gt;alert(1)" in page
    assert "\n::error" not in as_text(report)
    assert "<script>" not in as_markdown(report).replace("`` ", "``").split("``")[0]
    new = copy.deepcopy(BASE)
    new["paths"]["/pets"]["get"]["parameters"][0].update(required=True)
    lines = as_github(report_of(BASE, new, tmp_path)).splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("::error file=")


def test_the_json_keeps_to_its_schema(tmp_path: Path) -> None:
    import clientsmith.changes

    folder = Path(clientsmith.changes.__file__).parent
    schema_ = json.loads((folder / "report.schema.json").read_text(encoding="utf-8"))
    new = copy.deepcopy(BASE)
    for change, _ in EDITS.values():
        try:
            change(new)
        except (KeyError, ValueError, IndexError):
            continue
    report = report_of(BASE, new, tmp_path)
    data = json.loads(as_json(report))
    Draft202012Validator(schema_).validate(data)
    assert len(data["changes"]) == len(report.changes)
    assert len({change["id"] for change in data["changes"]}) > 20


@pytest.mark.parametrize(
    ("edit", "fail_on", "code"),
    [
        ("a field that is gone", "run-time", 1),
        ("null that comes", "run-time", 0),
        ("null that comes", "types", 1),
        ("another base URL", "types", 0),
        ("another base URL", "sent", 1),
        ("another summary", "any", 1),
        ("nothing", "any", 0),
    ],
)
def test_the_exit_code_is_that_of_the_class(
    edit: str, fail_on: str, code: int, tmp_path: Path
) -> None:
    new = copy.deepcopy(BASE)
    EDITS[edit][0](new)
    (tmp_path / "old.json").write_text(json.dumps(BASE))
    (tmp_path / "new.json").write_text(json.dumps(new))
    arguments = ["diff", str(tmp_path / "old.json"), str(tmp_path / "new.json")]
    assert CliRunner().invoke(cli, [*arguments, "--fail-on", fail_on]).exit_code == code


def test_the_text_has_ten_changes_unless_all_are_asked_for(tmp_path: Path) -> None:
    new = copy.deepcopy(BASE)
    for number in range(14):
        listing(new)["parameters"].append(
            {"name": f"a{number}", "in": "query", "schema": {"type": "string"}}
        )
    report = report_of(BASE, new, tmp_path)
    assert as_text(report).endswith("and 4 more; --all shows them\n")
    assert as_text(report, show_all=True).count("is a new argument") == 14


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    new = copy.deepcopy(BASE)
    new["paths"]["/pets"]["get"]["responses"] = answer("Nothing")
    (tmp_path / "old.json").write_text(json.dumps(BASE))
    (tmp_path / "new.json").write_text(json.dumps(new))
    arguments = ["diff", str(tmp_path / "old.json"), str(tmp_path / "new.json"), "--all"]
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 0
    assert "'#/components/schemas/Nothing' does not exist" in result.output

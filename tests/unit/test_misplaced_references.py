"""A `$ref` where OpenAPI has none and real documents do: what it leads to is taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith.analyze import analyze
from clientsmith.config import ad_hoc_target
from clientsmith.diagnostics import ClientsmithError
from clientsmith.document import read
from clientsmith.identifiers import NameLock
from clientsmith.ir import Api
from clientsmith.pipeline import make, validate

CONTENT = "{description: ok, content: {application/json: {schema: SCHEMA}}}"
THING = "{type: object, required: [id], properties: {id: {type: string}}}"
RESPONSES = '{"200": ' + CONTENT + "}"
PARAMETERS = "[{name: id, in: path, required: true, schema: {type: string}}]"
PATHS = "paths:\n  /things/{id}:\n    get:\n"
USUAL = RESPONSES.replace("SCHEMA", THING)
BY_NAME = RESPONSES.replace("SCHEMA", "{$ref: '#/components/schemas/Thing'}")

# The root's text, that of other files, and the place that is reported.
PLACES: dict[str, tuple[str, dict[str, str], str]] = {
    "an operation": (
        "paths: {'/things/{id}': {get: {$ref: get.yaml}}}",
        {"get": f"operationId: getThing\nparameters: {PARAMETERS}\nresponses: {USUAL}"},
        "a.yaml:3:32",
    ),
    "all responses of an operation": (
        f"{PATHS}      parameters: {PARAMETERS}\n      responses: {{$ref: r.yaml}}",
        {"r": USUAL},
        "a.yaml:7:19",
    ),
    "all parameters of an operation": (
        f"{PATHS}      responses: {USUAL}\n      parameters: {{$ref: p.yaml}}",
        {"p": PARAMETERS},
        "a.yaml:7:20",
    ),
    "the content of an answer": (
        f"{PATHS}      parameters: {PARAMETERS}\n      responses:\n        200:\n"
        "          description: ok\n          content: {$ref: c.yaml}",
        {"c": "application/json: {schema: " + THING + "}"},
        "a.yaml:10:21",
    ),
    "all schemas": (
        f"{PATHS}      parameters: {PARAMETERS}\n      responses: {BY_NAME}\n"
        "components:\n  schemas: {$ref: s.yaml}",
        {"s": f"Thing: {THING}"},
        "a.yaml:9:13",
    ),
    "the components": (
        f"{PATHS}      parameters: {PARAMETERS}\n      responses: {BY_NAME}\n"
        "components: {$ref: c.yaml}",
        {"c": "schemas: {Thing: " + THING + "}"},
        "a.yaml:8:14",
    ),
    "the properties of a schema": (
        f"{PATHS}      parameters: {PARAMETERS}\n      responses: {BY_NAME}\ncomponents:\n"
        "  schemas:\n    Thing: {type: object, required: [id], properties: {$ref: p.yaml}}",
        {"p": "id: {type: string}"},
        "a.yaml:10:56",
    ),
    "the paths": (
        "paths: {$ref: p.yaml}",
        {"p": f"'/things/{{id}}': {{get: {{parameters: {PARAMETERS}, responses: {USUAL}}}}}"},
        "a.yaml:3:9",
    ),
    "the paths, each in a file": (
        "paths: {$ref: p.yaml}",
        {
            "p": "'/things/{id}': {$ref: 'q.yaml#/things'}",
            "q": f"things: {{get: {{parameters: {PARAMETERS}, responses: {USUAL}}}}}",
        },
        "a.yaml:3:9",
    ),
    "an operation of a file": (
        "paths: {'/things/{id}': {$ref: q.yaml}}",
        {"q": "get: {$ref: g.yaml}", "g": f"parameters: {PARAMETERS}\nresponses: {USUAL}"},
        "q.yaml:1:7",
    ),
}


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(root: str, files: dict[str, str], info: str = "{title: A, version: '1'}") -> Path:
    for name, text in {"a": f"openapi: 3.1.0\ninfo: {info}\n{root}\n", **files}.items():
        Path(f"{name}.yaml").write_text(text)
    return Path("a.yaml")


def reports_of(path: Path) -> set[str]:
    found = ((each, each.span) for each in validate(path))
    return {
        f"{span.file}:{span.line}:{span.column} {each.severity} {each.code}"
        for each, span in found
        if span is not None
    }


def api_of(path: Path) -> Api:
    return analyze(read(path), ad_hoc_target(path, "a", None, Path("out")), NameLock())


@pytest.mark.parametrize("place", PLACES)
def test_what_it_leads_to_is_taken_in_its_place(place: str) -> None:
    root, files, reported = PLACES[place]
    path = written(root, files)
    assert reports_of(path) == {f"{reported} warning ref-place"}
    (operation,) = api_of(path).operations()
    assert [argument.name for argument in operation.arguments] == ["id"]
    (model,) = api_of(path).models
    assert [field.wire for field in model.fields] == ["id"]
    assert model.name in str(operation.response.type)


def test_the_parts_of_a_document_can_stand_in_files() -> None:
    files = {
        "info": "{title: Things, version: '7', description: {$ref: 'texts.yaml#/all'}}",
        "texts": "all: Everything about things.",
        "servers": "[{url: https://things.example}]",
    }
    path = written(
        f"servers: {{$ref: servers.yaml}}\n{PATHS}      parameters: {PARAMETERS}\n"
        f"      responses: {USUAL}",
        files,
        "{$ref: info.yaml}",
    )
    (reported,) = {each for each in validate(path)}
    assert reported.message.endswith("it is replaced by what it refers to (3 places)")
    api = api_of(path)
    assert (api.title, api.version, api.base_url) == ("Things", "7", "https://things.example")
    assert api.description == "Everything about things."


def test_a_schema_of_such_a_file_has_one_name() -> None:
    by_file = USUAL.replace(THING, "{$ref: 's.yaml#/Thing'}")
    path = written(
        f"{PATHS}      parameters: {PARAMETERS}\n      responses: {BY_NAME}\n"
        f"    put:\n      parameters: {PARAMETERS}\n      responses: {by_file}\n"
        "components:\n  schemas: {$ref: s.yaml}",
        {"s": f"Thing: {THING}"},
    )
    assert [model.name for model in api_of(path).models] == ["Thing"]


def test_names_that_are_spelled_like_it_are_none() -> None:
    schema = (
        "{type: object, properties: {$ref: {type: string}, get: {$ref: '#/components/schemas/A'}}}"
    )
    path = written(
        f"paths: {{/a: {{get: {{responses: {USUAL.replace(THING, schema)}}}}}}}\n"
        "components: {schemas: {A: {type: object, properties: {responses: {type: string}}}}}",
        {},
    )
    assert reports_of(path) == set()
    models = {model.name: [field.wire for field in model.fields] for model in api_of(path).models}
    assert models == {"A": ["responses"], "GetAResponse": ["$ref", "get"]}


def test_a_ref_that_leads_to_no_operation_is_an_error() -> None:
    path = written("paths: {/a: {get: {$ref: b.yaml}}}", {"b": "type: string"})
    with pytest.raises(ClientsmithError) as caught:
        make(ad_hoc_target(path, "a", None, Path("out")))
    reported = {(each.code, each.severity) for each in caught.value.diagnostics}
    assert ("unknown-key", "error") in reported


@pytest.mark.parametrize("found", ["[{name: id, in: query}]", "some text"])
def test_an_item_that_leads_to_a_list_or_a_text_is_reported(found: str) -> None:
    path = written(
        f"paths: {{/a: {{get: {{parameters: [{{$ref: b.yaml#/x}}], responses: {USUAL}}}}}}}",
        {"b": f"x: {found}"},
    )
    reported = [each.message for each in validate(path) if each.severity == "error"]
    kind = "a list" if found.startswith("[") else "text"
    assert reported == [f"item 0 of 'parameters' must be a mapping, not {kind}"]


def test_the_list_of_a_document_s_tags_can_stand_in_files() -> None:
    path = written(
        f"paths: {{/a: {{get: {{tags: [{{$ref: t.yaml#/name}}], responses: {USUAL}}}}}}}\n"
        "tags: [{$ref: t.yaml}]",
        {"t": "name: things"},
    )
    assert {each.code for each in validate(path)} == {"ref-place"}


def test_a_method_of_openapi_3_2_can_stand_in_a_file() -> None:
    path = written(
        "paths: {/a: {query: {$ref: o.yaml}, additionalOperations: {COPY: {$ref: o.yaml}}}}",
        {"o": f"responses: {USUAL}"},
    )
    path.write_text(path.read_text().replace("3.1.0", "3.2.0"))
    assert {each.code for each in validate(path)} == {"ref-place"}
    assert all(operation.response.type for operation in api_of(path).operations())


RINGS = {
    "itself": ("#/components/schemas", {}),
    "what leads back": ("b.yaml", {"b": "{$ref: 'a.yaml#/components/schemas'}"}),
    "what is not there": ("#/components/x-nothing", {}),
}


@pytest.mark.parametrize("ring", RINGS)
def test_a_section_that_leads_nowhere_is_reported_once(ring: str) -> None:
    target, files = RINGS[ring]
    path = written(
        f"paths: {{/a: {{get: {{responses: {USUAL}}}}}}}\n"
        f"components: {{schemas: {{$ref: '{target}'}}}}",
        files,
    )
    assert reports_of(path) == {"a.yaml:4:24 error ref-section"}
    target_of = ad_hoc_target(path, "a", None, Path("out")).model_copy(update={"lenient": True})
    client = make(target_of)
    assert [each.code for each in client.warnings] == ["ref-section"]
    assert client.tally.generated == 1


def test_a_section_in_a_file_that_is_not_there_is_reported_by_a_lenient_run() -> None:
    path = written(
        f"paths: {{/a: {{get: {{responses: {USUAL}}}}}, $ref: none.yaml}}\n"
        "components: {schemas: {$ref: none.yaml}}",
        {},
    )
    target = ad_hoc_target(path, "a", None, Path("out")).model_copy(update={"lenient": True})
    reported = "the file 'none.yaml' does not exist; the '$ref' in place of all of"
    assert [each.message for each in make(target).warnings] == [
        f"{reported} 'paths' leads nowhere",
        f"{reported} 'schemas' leads nowhere",
    ]


def test_an_operation_without_answers_is_one() -> None:
    path = written(
        "paths: {/a: {post: {$ref: o.yaml}}}",
        {"o": "requestBody: {content: {text/plain: {schema: {type: string}}}}"},
    )
    (operation,) = api_of(path).operations()
    assert [argument.name for argument in operation.arguments] == ["body"]


OPERATION = "{operationId: a, responses: {'200': {description: x}}"
SELVES = {
    "an operation in its own callback": OPERATION
    + ", callbacks: {c: {x: {get: {$ref: '#/paths/~1a/get'}}}}}",
    "parameters in their own list": OPERATION
    + ", parameters: [{$ref: '#/paths/~1a/get/parameters'}]}",
    "responses that are their operation": "{responses: {$ref: '#/paths/~1a/get'}}",
    "content that is its answer": "{responses: {'200': {description: x, content: "
    "{$ref: '#/paths/~1a/get/responses/200'}}}}",
    "two operations in each other": "{$ref: '#/paths/~1b/get'}}, "
    "/b: {get: {operationId: x, responses: {$ref: '#/paths/~1a'}}",
    "a media type in its own headers": "{responses: {'200': {description: x, content: "
    "{a/a: {$ref: '#/components/x-a'}}}}}}}\ncomponents: {x-a: {encoding: {a: {headers: {H: "
    "{content: {a/a: {$ref: '#/components/x-a'}}}}}}",
}


@pytest.mark.parametrize("ring", SELVES)
def test_what_holds_its_own_reference_is_reported(ring: str) -> None:
    path = written(f"paths: {{/a: {{get: {SELVES[ring]}}}}}", {})
    reported = [each for each in validate(path) if each.code == "ref-cycle"]
    assert [each.message for each in reported] == [
        "the value that this $ref names contains this $ref"
    ]
    assert all(each.severity == "error" and each.span is not None for each in reported)
    target = ad_hoc_target(path, "a", None, Path("out")).model_copy(update={"lenient": True})
    assert "degraded" in make(target).files["coverage.json"]


@pytest.mark.parametrize(("names", "limit"), [("ab", "limit-nodes"), ("a", "limit-depth")])
def test_what_is_too_large_where_it_is_written_out_is_refused(names: str, limit: str) -> None:
    def operation(at: int) -> str:
        inner = f"{{x: {{get: {{$ref: '#/paths/~1p{at + 1}/get'}}}}}}"
        callbacks = ", ".join(f"{name}: {inner}" for name in names if at < 99)
        return f"{{operationId: o{at}, callbacks: {{{callbacks}}}, responses: {USUAL}}}"

    paths = ", ".join(f"/p{at}: {{get: {operation(at)}}}" for at in range(100))
    (reported,) = validate(written(f"paths: {{{paths}}}", {}))
    assert reported.code == limit
    assert reported.span is not None

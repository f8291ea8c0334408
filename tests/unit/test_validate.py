"""Checking documents: every rule with its place, its words and its severity."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from textwrap import indent
from typing import Any, cast

import pytest
import yaml
from openapi_spec_validator import OpenAPIV31SpecValidator
from tests.tiers import slow

from clientsmith.diagnostics import ClientsmithError, Diagnostic
from clientsmith.document import read
from clientsmith.validate import check

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
OK = "responses: {'200': {description: fine}}"


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def checked(text: str) -> tuple[Diagnostic, ...]:
    path = Path("a.yaml")
    path.write_text(text)
    return check(read(path))


def reported(text: str) -> list[str]:
    """What a check tells, each as `line:column severity[code] message`."""
    return [
        f"{found.span.line}:{found.span.column} {found.severity}[{found.code}] {found.message}"
        for found in checked(text)
        if found.span
    ]


def hint(text: str) -> str:
    (found,) = checked(text)
    return found.hint


def with_version(text: str, version: str) -> str:
    return text.replace("3.1.0", version, 1)


def parameters(*written: str, path: str = "/a") -> str:
    """A document with these parameters, from line 6 on."""
    listed = "".join(f"        - {parameter}\n" for parameter in written)
    return f"{HEAD}paths:\n  {path}:\n    get:\n      parameters:\n{listed}      {OK}\n"


def schema(written: str) -> str:
    """A document with this schema, from line 6 on, indented by 6."""
    return f"{HEAD}paths: {{}}\ncomponents:\n  schemas:\n    S:\n{indent(written, ' ' * 6)}\n"


WHOLE = """\
openapi: 3.1.0
info: {title: T, version: '1'}
tags: [{name: a}]
servers: [{url: 'https://{host}', variables: {host: {default: a}}}]
security: [{bearer: []}]
paths:
  /pets/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: get
      parameters: [{$ref: '#/components/parameters/Page'}]
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses:
        '200':
          description: fine
          headers: {x-rate: {schema: {type: integer}}}
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}
              examples: {one: {value: [{name: ab}]}}
          links: {next: {operationId: get}}
      callbacks:
        done: {'{$request.body#/url}': {post: {responses: {'200': {description: fine}}}}}
webhooks: {pet: {post: {responses: {default: {$ref: '#/components/responses/Fine'}}}}}
components:
  securitySchemes: {bearer: {type: http, scheme: bearer}}
  responses: {Fine: {description: fine}}
  parameters:
    Page: {name: page, in: query, schema: {type: integer, minimum: 0, default: 1, enum: [1, 2]}}
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: {type: string, pattern: '^a', maxLength: 3}
        kind:
          oneOf: [{$ref: '#/components/schemas/Cat'}]
          discriminator: {propertyName: kind, mapping: {a: Cat, b: '#/components/schemas/Cat'}}
      additionalProperties: false
    Cat: {type: object, properties: {kind: {const: cat}}}
"""


# The version


@pytest.mark.parametrize("version", ["3.0.0", "3.0.4", "3.1.0", "3.1.1", "3.2.0"])
def test_a_good_document_has_nothing_reported(version: str) -> None:
    text = HEAD.replace("3.1.0", version) + f"paths: {{/a: {{get: {{{OK}}}}}}}\n"
    assert reported(text) == []


def test_a_document_that_uses_everything_has_nothing_reported() -> None:
    assert reported(WHOLE) == []
    assert not list(OpenAPIV31SpecValidator(yaml.safe_load(WHOLE)).iter_errors())


def test_an_unknown_version_is_an_error() -> None:
    assert reported(with_version(HEAD, "4.0.0")) == [
        "1:10 error[openapi-version] OpenAPI '4.0.0' is not supported; 3.0, 3.1 and 3.2 are"
    ]


def test_a_version_written_as_a_number_is_an_error() -> None:
    text = with_version(HEAD, "3.1")
    assert reported(text) == ["1:10 error[openapi-version] 'openapi' must be text, 3.1 is a number"]
    assert hint(text) == "put the version in quotes: '3.1.0'"


# References


def test_a_ref_to_nothing_names_what_was_meant() -> None:
    text = schema("properties: {a: {$ref: '#/components/schemas/SS'}}")
    assert reported(text) == ["7:30 error[ref-missing] '#/components/schemas/SS' does not exist"]
    assert hint(text) == "did you mean '#/components/schemas/S'?"


@pytest.mark.parametrize(
    ("ref", "meant"),
    [
        ("#/component/schemas/S", "#/components/schemas/S"),
        ("#/components/schema/S", "#/components/schemas/S"),
        ("#/definitions/S", "#/components/schemas/S"),
    ],
)
def test_a_ref_astray_is_led_home(ref: str, meant: str) -> None:
    assert hint(schema(f"properties: {{a: {{$ref: '{ref}'}}}}")) == f"did you mean '{meant}'?"


def test_a_missing_example_or_link_spoils_no_client() -> None:
    media = "{application/json: {examples: {a: {$ref: '#/components/examples/A'}}}}"
    response = f"{{description: x, content: {media}, links: {{n: {{$ref: '#/components/n'}}}}}}"
    text = f"{HEAD}paths: {{/a: {{get: {{responses: {{'200': {response}}}}}}}}}"
    assert [found.split()[1] for found in reported(text)] == ["warning[ref-missing]"] * 2


def test_refs_that_lead_only_to_each_other_are_reported_once() -> None:
    text = schema("$ref: '#/components/schemas/T'") + "    T: {$ref: '#/components/schemas/S'}\n"
    assert reported(text) == [
        "7:13 error[ref-cycle] these $refs refer only to each other: #/components/schemas/S → "
        "#/components/schemas/T → #/components/schemas/S"
    ]


def test_a_schema_may_hold_itself() -> None:
    assert reported(schema("properties: {child: {$ref: '#/components/schemas/S'}}")) == []


# Paths


def test_a_name_in_the_path_without_a_parameter_is_taken_as_text() -> None:
    text = f"{HEAD}paths:\n  /a/{{id}}:\n    get: {{{OK}}}\n"
    assert reported(text) == [
        "5:5 warning[path-parameter] no parameter describes '{id}' of the path; it is " "a string"
    ]
    assert hint(text) == "add a parameter {name: id, in: path, required: true, schema: …}"


def test_a_misspelled_path_parameter_is_recognised() -> None:
    found = checked(parameters("{name: idd, in: path, required: true, schema: {}}", path="/a/{id}"))
    assert [(one.severity, one.code, one.hint) for one in found] == [
        (
            "warning",
            "path-parameter",
            "rename the parameter 'idd', which is not in the path, to 'id'",
        ),
        ("warning", "path-parameter-unused", ""),
    ]
    assert found[1].message == "the path '/a/{id}' has no '{idd}'; this parameter is ignored"


def test_a_path_parameter_may_stand_at_the_path_or_be_a_ref() -> None:
    text = f"""{HEAD}
paths:
  /a/{{id}}/{{b}}:
    parameters: [{{$ref: '#/components/parameters/I'}}]
    get:
      parameters: [{{name: b, in: path, required: true, schema: {{}}}}]
      {OK}
components:
  parameters:
    I: {{name: id, in: path, required: true, schema: {{}}}}
"""
    assert reported(text) == []


def test_a_path_parameter_is_required_whatever_it_says() -> None:
    one = parameters("{name: id, in: path, schema: {}}", path="/{id}")
    two = parameters("{name: id, in: path, required: false, schema: {}}", path="/{id}")
    words = (
        "warning[path-parameter-required] the path parameter 'id' is not required, but "
        "path parameters always are"
    )
    for version in ("3.0.3", "3.1.0", "3.2.0"):
        assert reported(with_version(one, version)) == [f"7:11 {words}"]
        assert reported(with_version(two, version)) == [f"7:42 {words}"]


def test_paths_that_differ_in_names_only_are_reported_with_both_places() -> None:
    item = "{parameters: [{name: %s, in: path, required: true, schema: {}}]}"
    text = f"{HEAD}paths:\n  /a/{{x}}: {item % 'x'}\n  /a/{{y}}: {item % 'y'}\n"
    assert reported(text) == [
        "5:3 warning[path-alike] '/a/{y}' differs from another path only in the names of its "
        "parameters; the first is at a.yaml:4:3"
    ]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/a/{b", "the path '/a/{b' has unpaired braces, or braces without a name"),
        ("/a/b}", "the path '/a/b}' has unpaired braces, or braces without a name"),
        ("/a/{}", "the path '/a/{}' has unpaired braces, or braces without a name"),
    ],
)
def test_a_malformed_path_is_an_error(path: str, words: str) -> None:
    assert reported(f"{HEAD}paths:\n  '{path}': {{}}\n") == [f"4:3 error[path-template] {words}"]


def test_a_parameter_that_stands_twice_in_a_path_is_a_warning() -> None:
    assert reported(f"{HEAD}paths:\n  '/{{a}}/{{a}}': {{}}\n") == [
        "4:3 warning[path-template] the path has '{a}' more than once; one argument sets all of "
        "them"
    ]


def test_a_name_may_stand_in_the_path_and_in_the_query() -> None:
    path, query = (
        "{name: id, in: path, required: true, schema: {}}",
        "{name: id, in: query, schema: {}}",
    )
    assert reported(parameters(path, query, path="/{id}")) == []
    assert reported(parameters(query, path, path="/{id}")) == []


def test_a_path_begins_with_a_slash() -> None:
    assert reported(f"{HEAD}paths:\n  pets: {{}}\n") == [
        "4:3 warning[path-name] the path 'pets' does not begin with '/'; it is read as '/pets'"
    ]


# Operations


def test_an_operation_id_taken_twice_is_reported_with_both_places() -> None:
    text = (
        f"{HEAD}paths:\n  /a:\n    get: {{operationId: x, {OK}}}\n"
        f"    put: {{operationId: x, {OK}}}\n"
    )
    assert reported(text) == [
        "6:24 warning[duplicate-operation-id] duplicate operationId 'x'; the first is at "
        "a.yaml:5:24"
    ]


def test_a_path_item_under_two_paths_is_one_operation() -> None:
    item = "#/components/pathItems/P"
    text = (
        f"{HEAD}paths: {{/a: {{$ref: '{item}'}}, /b: {{$ref: '{item}'}}}}\n"
        f"components: {{pathItems: {{P: {{get: {{operationId: x, {OK}}}}}}}}}\n"
    )
    assert reported(text) == []


def test_a_parameter_declared_twice_is_reported_with_both_places() -> None:
    text = parameters("{name: q, in: query, schema: {}}", "{name: q, in: query, schema: {}}")
    assert reported(text) == [
        "8:11 warning[duplicate-parameter] duplicate query parameter 'q'; the first is at "
        "a.yaml:7:11"
    ]


def test_header_names_are_the_same_in_any_case_and_others_are_not() -> None:
    assert (
        "duplicate-parameter"
        in reported(
            parameters("{name: X-A, in: header, schema: {}}", "{name: x-a, in: header, schema: {}}")
        )[0]
    )
    assert not reported(
        parameters("{name: A, in: query, schema: {}}", "{name: a, in: query, schema: {}}")
    )


@pytest.mark.parametrize(
    ("location", "advice"),
    [
        ("querry", "did you mean 'query'?"),
        ("body", "describe the body as requestBody, which replaces it in OpenAPI 3"),
        ("x", ""),
    ],
)
@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_a_parameter_is_somewhere_http_knows(location: str, advice: str, version: str) -> None:
    text = with_version(parameters(f"{{name: q, in: {location}, schema: {{}}}}"), version)
    assert reported(text) == [
        "7:25 error[parameter-location] 'in' must be one of path, query, header, cookie, not "
        f"'{location}'"
    ]
    assert hint(text) == advice


def test_an_unknown_security_scheme_is_an_error() -> None:
    text = (
        f"{HEAD}paths: {{}}\nsecurity:\n  - {{bearr: []}}\n"
        "components: {securitySchemes: {bearer: {type: http, scheme: bearer}}}\n"
    )
    assert reported(text) == ["5:6 warning[security-scheme] there is no security scheme 'bearr'"]
    assert hint(text) == "did you mean 'bearer'?"


def test_an_operation_names_its_security_scheme_too() -> None:
    text = f"{HEAD}paths:\n  /a:\n    get: {{security: [{{key: []}}], {OK}}}\n"
    assert hint(text) == "add it to components/securitySchemes"


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_a_security_scheme_is_of_a_known_type(version: str) -> None:
    text = f"{HEAD}paths: {{}}\ncomponents:\n  securitySchemes:\n    k: {{type: apikey, name: x}}\n"
    found = [one for one in reported(with_version(text, version)) if "security-scheme-type" in one]
    assert found[0].startswith("6:15 error[security-scheme-type] 'type' of a security")
    assert found[0].endswith("not 'apikey'")


def test_a_tag_described_twice_is_a_warning() -> None:
    for version in ("3.0.3", "3.1.0"):
        text = f"{HEAD}tags: [{{name: a}}, {{name: a}}]\npaths: {{}}\n"
        assert reported(with_version(text, version)) == [
            "3:19 warning[duplicate-tag] duplicate tag 'a'; the first is at a.yaml:3:8"
        ]


def test_a_server_variable_without_a_default_is_a_warning() -> None:
    server = "{url: 'https://{hots}', variables: {host: {default: a}}}"
    text = f"{HEAD}paths: {{}}\nservers: [{server}]"
    assert reported(text) == [
        "4:17 warning[server-variable] the URL of the server has '{hots}', which is no"
        " variable of it"
    ]
    assert hint(text) == "did you mean 'host'?"


def test_the_default_of_a_server_variable_is_one_of_its_values() -> None:
    server = "{url: 'https://{zone}', variables: {zone: {default: WAY, enum: [eu, us]}}}"
    for base in (
        f"{HEAD}paths: {{}}\nservers: [{server}]",
        f"{HEAD}paths: {{/a: {{servers: [{server}]}}}}",
    ):
        assert reported(base.replace("WAY", "us")) == []
        (line,) = reported(base.replace("WAY", "uk"))
        assert "warning[default-enum] the default 'uk' is not one of the enum's values" in line


def test_a_component_with_an_odd_name_is_a_warning() -> None:
    assert reported(f"{HEAD}paths: {{}}\ncomponents:\n  schemas:\n    a b: {{}}\n") == [
        "6:5 warning[component-name] the name 'a b' has characters other than letters, digits, '.',"
        " '-', '_'"
    ]


# Structure, in the words of a person


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "info: {title: T, version: 1.0}\npaths: {}",
            ["2:27 warning[structure] 'version' must be text, not the number 1.0"],
        ),
        (
            "info: {title: T}\npaths: {}",
            ["2:1 warning[structure] 'info' has no 'version'"],
        ),
        (
            "info: {title: T, version: '1', description: }\npaths: {}",
            ["2:32 warning[structure] 'description' must be text, not null"],
        ),
        (
            "info: {title: T, version: '1', licence: {name: x}}\npaths: {}",
            ["2:32 warning[unknown-key] 'info' has the unknown key 'licence'; it is ignored"],
        ),
        (
            "info: []\npaths: {}",
            ["2:7 error[structure] 'info' must be a mapping, not a list"],
        ),
    ],
)
@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_structure_reads_the_same_in_every_version(
    text: str, words: list[str], version: str
) -> None:
    assert reported(f"openapi: {version}\n{text}\n") == words


@pytest.mark.parametrize(
    ("parameter", "words"),
    [
        (
            "{name: d, in: query}",
            "7:11 warning[parameter-schema] the parameter 'd' has no schema; it accepts any value",
        ),
        ("{in: query, schema: {}}", "7:11 error[structure] item 0 of 'parameters' has no 'name'"),
        (
            "{name: d, in: query, schema: {}, content: {a/b: {}}}",
            "7:11 error[structure] item 0 of 'parameters' has more than one of 'schema' or "
            "'content'",
        ),
        (
            "{name: d, in: query, schema: {}, style: deepobject}",
            "7:51 error[structure] 'style' must be one of 'form', 'spaceDelimited', "
            "'pipeDelimited', 'deepObject'",
        ),
        (
            "{name: 5, in: query, schema: {}}",
            "7:18 error[structure] 'name' must be text, not the number 5",
        ),
        ("text", "7:11 error[structure] item 0 of 'parameters' must be a mapping, not text"),
    ],
)
@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_the_branch_that_was_meant_explains_a_parameter(
    parameter: str, words: str, version: str
) -> None:
    assert reported(with_version(parameters(parameter), version)) == [words]


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_responses_are_explained(version: str) -> None:
    text = (
        f"{HEAD}paths:\n  /a:\n    get:\n      responses:\n"
        "        2xx: {description: x}\n        ok: {description: x}\n        '200': {}\n"
        "        '201': 5\n        '202': {description: x, content: {a/b: {scheam: {}}}}\n"
        "    put: {responses: {}}\n    post: {requestBdy: {}}\n"
    )
    found = reported(with_version(text, version))
    assert [one for one in found if "post" not in one or "requestBdy" in one] == [
        "7:9 warning[status-code] '2xx' is not a status code; this response is ignored",
        "8:9 warning[status-code] 'ok' is not a status code; this response is ignored",
        "9:9 warning[structure] '200' has no 'description'",
        "10:16 error[structure] '201' must be a mapping, not the number 5",
        "11:49 warning[unknown-key] 'a/b' has the unknown key 'scheam'; " "it is ignored",
        "12:22 warning[structure] 'responses' is empty",
        "13:12 warning[unknown-key] 'post' has the unknown key 'requestBdy'; " "it is ignored",
    ]


# Schemas


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (
            "type: strng",
            "7:13 error[schema-type] there is no type 'strng'",
        ),
        (
            "type: 5",
            "7:13 error[schema] 'type' must be the name of a type or a list of such names, "
            "not the number 5",
        ),
        (
            "properties: [a]",
            "7:19 error[schema] 'properties' must be a map from names to schemas, not a list",
        ),
        (
            "properties: {a: 5}",
            "7:23 error[schema] 'a' in 'properties' must be a schema, not the number 5",
        ),
        ("properties: {a: {items: x}}", "7:31 error[schema] 'items' must be a schema, not text"),
        ("items: [{}]", "7:14 error[schema] 'items' must be a schema, not a list"),
        (
            "allOf: []",
            "7:14 warning[schema] 'allOf' must be a list of one or more schemas; it is ignored",
        ),
        (
            "required: true",
            "7:17 warning[schema] 'required' must be a list of property names, not true; "
            "it is ignored",
        ),
        (
            "maxLength: -1",
            "7:18 warning[schema] 'maxLength' must be an integer that is not negative, not the"
            " number -1; it is ignored",
        ),
        (
            "minimum: '1'",
            "7:16 warning[schema] 'minimum' must be a number, not text; " "it is ignored",
        ),
        ("enum: a", "7:13 error[schema] 'enum' must be a list of values, not text"),
        (
            "readOnly: 'true'",
            "7:17 warning[schema] 'readOnly' must be true or false, not text; " "it is ignored",
        ),
        (
            "format: 5",
            "7:15 warning[schema] 'format' must be text, not the number 5; " "it is ignored",
        ),
        (
            "enum: []",
            "7:13 warning[enum-empty] the enum has no values, so that nothing would be valid; "
            "it is ignored",
        ),
        (
            "{type: string, enum: [a, 3]}",
            "7:32 warning[enum-type] the enum value 3 is not of type string",
        ),
        (
            "{type: string, enum: [red], default: rad}",
            "7:44 warning[default-enum] the default 'rad' is not one of the enum's values",
        ),
        (
            "{type: integer, default: null}",
            "7:32 warning[default-null] the default is null, which the schema does not allow; "
            "it is ignored",
        ),
        (
            "{type: string, default: 3}",
            "7:31 warning[default-type] the default is the number 3, not of type string",
        ),
        (
            "pattern: '(?<x'",
            "7:16 warning[pattern] the regular expression is not valid, and not checked by clients:"
            " "
            "unknown extension ?<x at position 1",
        ),
        (
            "discriminator: {mapping: {}}",
            "7:22 error[discriminator] the discriminator has no 'propertyName', which must be text",
        ),
        (
            "discriminator: {propertyName: a, mapping: {x: SS}}",
            "7:53 warning[discriminator-mapping] 'x' is mapped to 'SS', which is not a schema; "
            "it is ignored",
        ),
        (
            "discriminator: {propertyName: a, mapping: {x: '#/components/schemas/SS'}}",
            "7:53 warning[ref-missing] '#/components/schemas/SS' does not exist; " "it is ignored",
        ),
    ],
)
@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_a_faulty_schema_is_reported(written: str, words: str, version: str) -> None:
    assert reported(with_version(schema(written), version)) == [words]


@pytest.mark.parametrize(
    "written",
    [
        "{type: [string, 'null'], default: null}",
        "{type: string, nullable: true, default: null}",
        "{type: string, nullable: true, enum: [a, null]}",
        "{default: null}",
        "{type: number, default: 1}",
        "{type: integer, default: 1.0}",
        "{type: string, format: date, default: 2020-01-01}",
        "true",
        "{}",
        "{properties: {default: {type: string}, enum: {type: string}, $ref: {type: string}}}",
    ],
)
def test_a_sound_schema_has_no_word_said(written: str) -> None:
    assert [one for one in reported(schema(written)) if "version-mix" not in one] == []


def test_a_slip_in_a_type_is_recognised() -> None:
    assert hint(schema("type: int")) == "did you mean 'integer'?"
    assert hint(schema("type: strng")) == "did you mean 'string'?"


def test_an_array_without_items_is_reported_where_they_are_due() -> None:
    text = schema("type: array")
    assert reported(text) == []
    assert reported(with_version(text, "3.0.3")) == [
        "7:13 warning[array-items] an array without 'items'; its items may be any value"
    ]


def test_words_of_another_version_are_reported_once() -> None:
    text = schema("properties: {a: {nullable: true}, b: {nullable: true}}")
    assert reported(text) == [
        "7:24 warning[version-mix] 'nullable' is OpenAPI 3.0, but the document is 3.1 (2 places)"
    ]
    text = with_version(schema("{type: [string, 'null'], exclusiveMinimum: 1}"), "3.0.3")
    assert [one.split("] ")[1] for one in reported(text)] == [
        "'type' as a list is OpenAPI 3.1, but the document is 3.0",
        "'exclusiveMinimum' as a number is OpenAPI 3.1, but the document is 3.0",
    ]


@pytest.mark.parametrize(
    "where",
    [
        "paths: {/a: {get: {parameters: [{name: a, in: query, schema: %s}], OK}}}",
        "paths: {/a: {get: {parameters: [{name: a, in: query, content: {a/b: {schema: %s}}}], "
        "OK}}}",
        "paths: {/a: {get: {requestBody: {content: {a/b: {schema: %s}}}, OK}}}",
        "paths: {/a: {get: {responses: {'200': {description: a, content: {a/b: {schema: %s}}}}}}}",
        "paths: {/a: {get: {responses: {'200': {description: a, headers: {h: {schema: %s}}}}}}}",
        "paths: {/a: {get: {OK, callbacks: {c: {x: {put: {OK, requestBody: {content: {a/b: "
        "{schema: %s}}}}}}}}}}",
        "webhooks: {w: {post: {OK, requestBody: {content: {a/b: {schema: %s}}}}}}",
        "components: {schemas: {S: {allOf: [{not: {properties: {x: {items: %s}}}}]}}}",
        "components: {parameters: {P: {name: a, in: query, schema: %s}}}",
    ],
)
def test_schemas_are_found_wherever_they_stand(where: str) -> None:
    text = HEAD + where.replace("OK", OK) % "{type: nope}"
    assert [one.split(" ", 1)[1] for one in reported(text)] == [
        "error[schema-type] there is no type 'nope'"
    ]


@pytest.mark.parametrize(
    ("written", "words", "tip"),
    [
        ("type: integr", "error[schema-type] there is no type 'integr'", "integer"),
        ("type: [string, 'nul']", "error[schema-type] there is no type 'nul'", "null"),
        ("type: int", "error[schema-type] there is no type 'int'", "integer"),
        (
            "type: file",
            "warning[schema-type] there is no type 'file'; the schema accepts any value",
            "string",
        ),
        (
            "propertis: {a: {}}",
            "warning[schema-keyword] a schema has no keyword 'propertis'; it is ignored",
            "properties",
        ),
        (
            "tpye: string",
            "warning[schema-keyword] a schema has no keyword 'tpye'; it is ignored",
            "type",
        ),
        (
            "allOf: [{maxLenght: 5}, {maxLenght: 6}]",
            "warning[schema-keyword] a schema has no keyword 'maxLenght'; it is ignored (2 places)",
            "maxLength",
        ),
    ],
)
def test_a_misspelled_type_or_keyword_comes_with_the_right_one(
    written: str, words: str, tip: str
) -> None:
    (found,) = checked(schema(f"{{{written}}}"))
    assert f"{found.severity}[{found.code}] {found.message}" == words
    assert found.hint == f"did you mean '{tip}'?"


def test_keywords_of_every_draft_and_other_names_are_no_misspellings() -> None:
    written = "$schema: a, $comment: a, const: 1, contentEncoding: a, examples: [1], xml: {}"
    assert (
        reported(schema(f"{{{written}, externalDocs: {{url: a}}, label: a, optional: true}}")) == []
    )


def test_only_the_first_names_are_compared_with_keywords() -> None:
    names = ", ".join(f"other{number}: 1" for number in range(200))
    assert reported(schema(f"{{{names}, propertis: {{}}}}")) == []


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_a_misspelled_method_comes_with_the_right_one(version: str) -> None:
    (found,) = checked(with_version(HEAD + f"paths: {{/a: {{pots: {{{OK}}}}}}}\n", version))
    assert found.message == "'/a' has the unknown key 'pots'; it is ignored"
    assert found.hint == "did you mean 'post'?"


# The whole


def test_all_problems_come_in_one_run_in_the_order_of_the_document() -> None:
    text = parameters("{name: q, in: boddy, schema: {type: int}}", "{$ref: '#/nope'}") + "x: 1\n"
    found = checked(text)
    assert [one.code for one in found] == [
        "parameter-location",
        "schema-type",
        "ref-missing",
        "unknown-key",
    ]
    places = [one.span for one in found if one.span]
    assert places == sorted(places)


def test_warnings_of_reading_are_passed_on() -> None:
    assert [one.code for one in checked(HEAD + "paths: {}\nx-a: yes\n")] == ["yaml-boolean"]


def test_other_files_are_checked_like_the_root() -> None:
    Path("item.yaml").write_text(
        "get:\n  parameters: [{name: q, in: query}]\n  responses:\n    '200': {$ref: 'r.yaml#/R'}\n"
    )
    Path("r.yaml").write_text("R: {content: {a/b: {schema: {type: nope}}}}\n")
    found = checked(HEAD + "paths: {/a: {$ref: item.yaml}}\n")
    assert [(one.span.file, one.code, one.message) for one in found if one.span] == [
        ("item.yaml", "parameter-schema", "the parameter 'q' has no schema; it accepts any value"),
        ("r.yaml", "structure", "'R' has no 'description'"),
        ("r.yaml", "schema-type", "there is no type 'nope'"),
    ]


def test_a_missing_part_of_another_file_is_named_as_its_author_would() -> None:
    Path("r.yaml").write_text("Pet: {type: object}\n")
    (found,) = checked(HEAD + "paths: {/a: {$ref: 'r.yaml#/Pat'}}\n")
    assert found.message == "'r.yaml#/Pat' does not exist"
    assert found.hint == "did you mean 'r.yaml#/Pet'?"


def mutations(data: Any) -> Iterator[Any]:
    """The document with each of its nodes replaced by what does not belong there."""
    strange: list[Any] = [
        None,
        1,
        1.5,
        "x",
        [],
        {},
        True,
        [1],
        [[]],
        {"a": 5},
        {"$ref": 5},
        {"$ref": "#"},
    ]

    def paths(node: Any) -> Iterator[tuple[Any, ...]]:
        members: Any = enumerate(node)
        if isinstance(node, dict):
            members = cast("dict[str, Any]", node).items()
        for key, value in members:
            yield (key,)
            if isinstance(value, dict | list):
                yield from ((key, *rest) for rest in paths(value))

    for index, path in enumerate(paths(data)):
        mutant = copy.deepcopy(data)
        holder = mutant
        for key in path[:-1]:
            holder = holder[key]
        # Two for each place keep this quick; all twelve come round.
        for value in (strange[index % 12], strange[(index + 5) % 12]):
            holder[path[-1]] = value
            yield mutant


@pytest.mark.parametrize("every", [7, slow(1)])
@pytest.mark.parametrize("version", ["3.0.3", "3.1.0", "3.2.0"])
def test_no_document_however_strange_ends_in_a_traceback(version: str, every: int) -> None:
    path = Path("a.json")
    document = {**yaml.safe_load(WHOLE), "openapi": version}
    for mutant in islice(mutations(document), 0, None, every):
        path.write_text(json.dumps(mutant))
        try:
            found = check(read(path))
        except ClientsmithError as bad:
            found = bad.diagnostics
        assert all(one.message for one in found)


# Required properties that no schema describes


@pytest.mark.parametrize(
    "written",
    [
        "{required: [a], properties: {b: {}}}",
        "{type: object, required: [a], properties: {b: {}}, additionalProperties: true}",
        "{type: object, required: [a], properties: {b: {}}, additionalProperties: false}",
        "{required: [a], properties: {b: {}}, patternProperties: {^b: {}}}",
        "{required: [b, a], allOf: [{properties: {b: {}}}]}",
        "{allOf: [{required: [a]}, {properties: {b: {}}}]}",
        "{oneOf: [{required: [a], properties: {b: {}}}, {properties: {a: {}}}]}",
        "{properties: {b: {}}, oneOf: [{required: [a]}, {required: [b]}]}",
        "{properties: {c: {required: [a], properties: {b: {}}}}}",
        "{items: {required: [a], properties: {b: {readOnly: true}}}}",
        "{properties: {b: {}}, then: {required: [a]}}",
    ],
)
def test_a_required_property_that_no_schema_describes_is_reported(written: str) -> None:
    text = schema(written)
    (said,) = reported(text)
    place, _, message = said.partition(" ")
    assert message == (
        "warning[required-property] no schema describes the required property 'a'; it may be"
        " any value"
    )
    line, column = map(int, place.split(":"))
    assert text.splitlines()[line - 1][column - 1] == "a"


def test_a_required_property_is_reported_with_the_nearest() -> None:
    assert hint(schema("{required: [adress], properties: {address: {}}}")) == (
        "did you mean 'address'?"
    )


@pytest.mark.parametrize(
    "written",
    [
        "{required: [a], properties: {a: {}}}",
        "{required: [a], properties: {a: {readOnly: true}}}",
        "{required: [a]}",
        "{type: object, required: [a]}",
        "{required: [a], properties: {b: {}}, additionalProperties: {type: string}}",
        "{required: [a], properties: {b: {}}, patternProperties: {^a: {type: string}}}",
        "{allOf: [{required: [a]}, {properties: {a: {}}}]}",
        "{required: [a], allOf: [{properties: {a: {}}}]}",
        "{required: [a], properties: {b: {}}, oneOf: [{properties: {a: {}}}]}",
        "{properties: {a: {}, b: {}}, anyOf: [{required: [a]}, {required: [b]}]}",
        "{properties: {b: {}}, not: {required: [a]}}",
        "{properties: {b: {}}, not: {anyOf: [{required: [a]}, {required: [c]}]}}",
        "{properties: {b: {}}, if: {required: [a]}, then: {required: [b]}}",
        "{properties: {b: {}}, if: {required: [b]}, then: {required: [a], properties: {a: {}}}}",
        "{properties: {a: {}}, oneOf: [{properties: {b: {}}, required: [a, b]}]}",
        "{properties: {required: {required: [b], properties: {b: {}}}}}",
    ],
)
def test_a_required_property_that_a_schema_describes_is_not_reported(written: str) -> None:
    assert reported(schema(written)) == []


def test_a_required_property_may_be_described_where_a_schema_is_extended() -> None:
    mixin = "{type: object, required: [a], properties: {c: {}}}"
    heir = "{allOf: [{$ref: '#/components/schemas/M'}, {properties: {%s: {}}}]}"
    text = f"{HEAD}paths: {{}}\ncomponents: {{schemas: {{M: {mixin}, S: {heir}}}}}\n"
    assert reported(text % "a") == []
    assert len(reported(text % "b")) == 1

"""Overlays: what their actions change, where the changed values are, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from clientsmith import document as source
from clientsmith.diagnostics import ClientsmithError, Diagnostic
from clientsmith.document import Document
from clientsmith.limits import USUAL, Limits

DOCUMENT = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: "https://example.com"}]
tags: [one, two, three]
paths:
  /pets:
    get:
      summary: List
      parameters: [{name: a, in: query}, {name: b, in: query}]
      responses: {"200": {description: Pets.}}
  /cats:
    get:
      parameters: [{name: b, in: query}]
      responses: {"200": {description: Cats.}}
x-null: null
x-deep: {list: [[1], [2]], number: 1}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("openapi.yaml").write_text(DOCUMENT)
    return tmp_path


def overlay(*actions: str, version: str = "1.1.0", name: str = "fix.yaml", more: str = "") -> Path:
    """Write an overlay; each action is a mapping in YAML's flow style."""
    lines = "".join(f"  - {action}\n" for action in actions)
    head = f"overlay: {version}\ninfo: {{title: Fix, version: '1'}}\n{more}"
    Path(name).write_text(f"{head}actions:\n{lines}")
    return Path(name)


def read(*overlays: Path, limits: Limits = USUAL, document: str = "openapi.yaml") -> Document:
    return source.read(Path(document), overlays=overlays, limits=limits)


def problems(*overlays: Path, limits: Limits = USUAL) -> list[str]:
    with pytest.raises(ClientsmithError) as caught:
        read(*overlays, limits=limits)
    return [shown(each) for each in caught.value.diagnostics]


def shown(diagnostic: Diagnostic) -> str:
    hint = f" ({diagnostic.hint})" if diagnostic.hint else ""
    return f"{diagnostic.span} {diagnostic.code} {diagnostic.message}{hint}"


def original() -> dict[str, Any]:
    return yaml.safe_load(DOCUMENT)


CHANGES: dict[str, tuple[list[str], dict[str, Any]]] = {
    # Each is the actions, and what they make of pointers; None stands for nothing there.
    "a key is added": (["{target: $.info, update: {x-a: 1}}"], {"/info/x-a": 1}),
    "a value is replaced": (["{target: $.info, update: {title: Cats}}"], {"/info/title": "Cats"}),
    "a null is added": (["{target: $.info, update: {x-a: null}}"], {"/info/x-a": "null"}),
    "a null replaces a value": (
        ["{target: $.info, update: {title: null}}"],
        {"/info/title": "null"},
    ),
    "a value replaces a null": (["{target: $, update: {x-null: 1}}"], {"/x-null": 1}),
    "objects are merged deeply": (
        ["{target: $, update: {paths: {/pets: {get: {x-a: 1}}}}}"],
        {"/paths/~1pets/get/x-a": 1, "/paths/~1pets/get/summary": "List"},
    ),
    "lists are joined": (
        ["{target: $, update: {tags: [four]}}"],
        {"/tags/3": "four", "/tags/0": "one"},
    ),
    "a list is extended by an object": (
        ["{target: $.servers, update: {url: /x}}"],
        {"/servers": [{"url": "https://example.com"}, {"url": "/x"}]},
    ),
    "a list is extended by a value": (["{target: $.tags, update: four}"], {"/tags/3": "four"}),
    "a list is extended by a list": (
        ["{target: $.tags, update: [four, five]}"],
        {"/tags/3": "four", "/tags/4": "five"},
    ),
    "a list in a list is extended": (
        ["{target: '$.x-deep.list[0]', update: [9]}"],
        {"/x-deep/list": [[1, 9], [2]]},
    ),
    "a selected value is replaced": (
        ["{target: $.info.title, update: Dogs}"],
        {"/info/title": "Dogs"},
    ),
    "an item is replaced": (["{target: '$.tags[1]', update: 2}"], {"/tags": ["one", 2, "three"]}),
    "every match is changed": (
        ["{target: '$.paths.*.get', update: {x-a: {b: []}}}", "{target: $..x-a.b, update: 1}"],
        {"/paths/~1pets/get/x-a": {"b": [1]}, "/paths/~1cats/get/x-a": {"b": [1]}},
    ),
    "by a filter": (
        ["{target: \"$.paths.*.get.parameters[?@.name == 'b']\", update: {required: true}}"],
        {
            "/paths/~1pets/get/parameters/0": {"name": "a", "in": "query"},
            "/paths/~1pets/get/parameters/1/required": True,
            "/paths/~1cats/get/parameters/0/required": True,
        },
    ),
    "keys are removed": (["{target: $.info.title, remove: true}"], {"/info": {"version": "1"}}),
    "items are removed": (["{target: '$.tags[0,2]', remove: true}"], {"/tags": ["two"]}),
    "all items are removed": (["{target: '$.tags[*]', remove: true}"], {"/tags": []}),
    "an object and what is in it are removed": (
        ["{target: \"$..['get', 'parameters', 'name']\", remove: true}"],
        {"/paths/~1pets": {}, "/paths/~1cats": {}},
    ),
    "a later action sees what an earlier one did": (
        [
            "{target: $.info.title, remove: true}",
            "{target: $.info, update: {title: {text: Pets}}}",
        ],
        {"/info/title": {"text": "Pets"}},
    ),
    "remove wins over update": (
        ["{target: $.info, update: {a: 1}, remove: true}"],
        {"/info": None},
    ),
    "remove: false removes nothing": (
        ["{target: $.info, update: {x-a: 1}, remove: false}"],
        {"/info/x-a": 1},
    ),
    "an object is copied": (
        ["{target: \"$.paths['/cats']\", copy: \"$.paths['/pets']\"}"],
        {"/paths/~1cats/get/summary": "List", "/paths/~1cats/get/parameters/2/name": "b"},
    ),
    "a path moves": (
        [
            "{target: $.paths, update: {/dogs: {}}}",
            "{target: \"$.paths['/dogs']\", copy: \"$.paths['/pets']\"}",
            "{target: \"$.paths['/pets']\", remove: true}",
        ],
        {"/paths/~1dogs/get/summary": "List", "/paths/~1pets": None},
    ),
    "a copy into a part of itself ends": (
        ["{target: $.x-deep, update: {in: {}}}", "{target: $.x-deep.in, copy: $.x-deep}"],
        {"/x-deep/in/number": 1, "/x-deep/in/in": {}},
    ),
    "a copy is a copy": (
        [
            "{target: $, update: {x-copy: {}}}",
            "{target: $.x-copy, copy: $.x-deep}",
            "{target: '$.x-copy.list[0]', update: [7]}",
        ],
        {"/x-copy/list": [[1, 7], [2]], "/x-deep/list": [[1], [2]]},
    ),
    "a list is copied after another": (
        ["{target: $.tags, copy: $.tags}"],
        {"/tags": ["one", "two", "three", "one", "two", "three"]},
    ),
    "a value is copied over another": (
        ["{target: $.info.title, copy: $.openapi}"],
        {"/info/title": "3.1.0"},
    ),
    "a selected value counts once": (
        ["{target: \"$['tags','tags']\", update: x}"],
        {"/tags/4": None},
    ),
}


@pytest.mark.parametrize("case", CHANGES)
def test_what_an_action_does(case: str) -> None:
    actions, after = CHANGES[case]
    document = read(overlay(*actions))
    assert document.warnings == ()
    for pointer, value in after.items():
        if value is None:
            assert not source.exists(document.data, pointer)
        else:
            assert document.get(pointer) == (None if value == "null" else value)


@pytest.mark.parametrize("version", ["1.0.0", "1.0.3", "1.1.0", "1.1.12"])
def test_both_versions_change_objects_and_lists(version: str) -> None:
    fix = overlay(
        "{target: $.info, update: {title: Cats}}",
        "{target: $.servers, update: {url: /x}}",
        "{target: $.info.version, remove: true}",
        version=version,
    )
    data = read(fix).data
    assert data["info"] == {"title": "Cats"}
    assert len(data["servers"]) == 2


def test_overlays_are_applied_in_order() -> None:
    first = overlay("{target: $.info, update: {title: A, x-a: 1}}", name="a.yaml")
    second = overlay("{target: $.info, update: {title: B}}", name="b.yaml")
    assert read(first, second).data["info"] == {"title": "B", "version": "1", "x-a": 1}
    assert read(second, first).data["info"]["title"] == "A"


def test_an_overlay_may_be_json() -> None:
    action = {"target": "$.info", "update": {"title": "J"}}
    content = {"overlay": "1.0.0", "info": {"title": "f", "version": "1"}, "actions": [action]}
    Path("fix.json").write_text(json.dumps(content))
    assert read(Path("fix.json")).data["info"]["title"] == "J"


def test_an_overlay_comes_before_everything_else() -> None:
    """Before the check that it is OpenAPI, the conversion of Swagger, and references."""
    Path("openapi.yaml").write_text("info: {title: a, version: '1'}\npaths: {}\n")
    Path("pet.yaml").write_text("type: object\n")
    fix = overlay(
        "{target: $, update: {openapi: 3.1.0, components: {schemas: {A: {$ref: pet.yaml}}}}}"
    )
    assert read(fix).files.keys() == {Path("openapi.yaml"), Path("pet.yaml"), Path("fix.yaml")}


def test_a_value_of_a_converted_document_has_its_place() -> None:
    from clientsmith.document.convert import convert

    Path("openapi.yaml").write_text(
        "swagger: '2.0'\ninfo: {title: a, version: '1'}\npaths: {}\n"
        "definitions: {Pet: {type: object, properties: {}}}\n"
    )
    fix = overlay("{target: $.definitions.Pet.properties, update: {a: {type: string}}}")
    span = convert(read(fix)).span("/components/schemas/Pet/properties/a/type")
    assert (str(span), span.noted) == ("fix.yaml:4:63", "added to openapi.yaml:4:47")


def test_the_place_of_each_value() -> None:
    fix = overlay(
        "{target: $.info, update: {title: Cats, x-a: {b: [1]}}}",
        "{target: '$.tags[0]', remove: true}",
        "{target: $.tags, update: four}",
        "{target: \"$.paths['/cats']\", copy: \"$.paths['/pets']\"}",
        "{target: $.info.x-a, update: {c: 1}}",
    )
    document = read(fix)
    places = {
        pointer: f"{document.span(pointer)} {document.span(pointer).noted}".strip()
        for pointer in (
            "/info/title",
            "/info/x-a/b/0",
            "/info/x-a/c",
            "/info/version",
            "/info",
            "/tags",
            "/tags/0",
            "/tags/1",
            "/tags/2",
            "/paths/~1cats/get/summary",
            "/paths/~1cats/get/parameters/1",
            "/paths/~1pets/get/summary",
            "/openapi",
        )
    }
    assert places == {
        "/info/title": "fix.yaml:4:38 in place of openapi.yaml:2:15",
        "/info/x-a/b/0": "fix.yaml:4:54 added to openapi.yaml:2:7",
        "/info/x-a/c": "fix.yaml:8:38 added to openapi.yaml:2:7",
        "/info/version": "openapi.yaml:2:30",
        "/info": "openapi.yaml:2:7 changed by fix.yaml:4:30",
        "/tags": "openapi.yaml:4:7 changed by fix.yaml:6:30",
        "/tags/0": "openapi.yaml:4:13",
        "/tags/1": "openapi.yaml:4:18",
        "/tags/2": "fix.yaml:6:30 added to openapi.yaml:4:7",
        "/paths/~1cats/get/summary": "openapi.yaml:8:16 copied by fix.yaml:7:5",
        "/paths/~1cats/get/parameters/1": "openapi.yaml:9:20 copied by fix.yaml:7:5",
        "/paths/~1pets/get/summary": "openapi.yaml:8:16",
        "/openapi": "openapi.yaml:1:10",
    }
    assert str(document.key_span("/info/title")) == "fix.yaml:4:31"
    assert document.line_text(document.span("/info/title")).startswith("  - {target: $.info")


def test_what_was_removed_has_the_place_of_what_it_was_in() -> None:
    document = read(overlay("{target: $.info.title, remove: true}"))
    span = document.span("/info/title")
    assert f"{span} {span.noted}" == "openapi.yaml:2:7 changed by fix.yaml:4:5"


def test_a_json_document_keeps_its_places() -> None:
    Path("openapi.json").write_text('{"openapi": "3.1.0",\n"x": [1, 2],\n"paths": {}}')
    fix = overlay("{target: '$.x[0]', remove: true}", "{target: $.x, update: 3}")
    document = read(fix, document="openapi.json")
    assert [str(document.span(f"/x/{n}")) for n in (0, 1)] == ["openapi.json:2:10", "fix.yaml:5:27"]


FAULTS: dict[str, tuple[str, str]] = {
    "empty": ("", "1:1 overlay the overlay is empty (an overlay begins with: overlay: 1.1.0)"),
    "a list": ("[]", "1:1 overlay the overlay is a list (an overlay begins with: overlay: 1.1.0)"),
    "a document": (
        "openapi: 3.1.0",
        "1:1 overlay this is a document and no overlay (name the document first, and then its"
        " overlays)",
    ),
    "something else": (
        "a: 1",
        "1:1 overlay the key 'overlay' is missing, so this is no overlay (an overlay begins with:"
        " overlay: 1.1.0)",
    ),
    "no YAML": ("a: [", "1:5 syntax"),
    "a later version": (
        "overlay: 2.0.0\ninfo: {title: a, version: '1'}\nactions: [{target: $}]",
        "1:10 overlay-version overlays of the version '2.0.0' are not supported; 1.0 and 1.1 are"
        " (write the version that the overlay follows: overlay: 1.1.0)",
    ),
    "a number for a version": (
        "overlay: 1.1\ninfo: {title: a, version: '1'}\nactions: [{target: $}]",
        "1:10 overlay-version the version of an overlay has three numbers, 1.1 has not (write"
        " overlay: 1.1.0)",
    ),
    "no info": (
        "overlay: 1.1.0\nactions: [{target: $}]",
        "1:1 overlay-key the overlay has no 'info' (add 'info')",
    ),
    "no version of its own": (
        "overlay: 1.1.0\ninfo: {title: a}\nactions: [{target: $}]",
        "2:7 overlay-key 'info' has no 'version' (add 'version')",
    ),
    "a number for a text": (
        "overlay: 1.1.0\ninfo: {title: a, version: 1.0}\nactions: [{target: $}]",
        "2:27 overlay-type 'version' must be text, not a number (put it in quotes)",
    ),
    "no actions": (
        "overlay: 1.1.0\ninfo: {title: a, version: '1'}",
        "1:1 overlay-key the overlay has no 'actions' (add 'actions')",
    ),
    "an empty list of actions": (
        "overlay: 1.1.0\ninfo: {title: a, version: '1'}\nactions: []",
        "3:10 overlay-type 'actions' is empty, so the overlay does nothing (write at least one"
        " action)",
    ),
    "actions that are none": (
        "overlay: 1.1.0\ninfo: {title: a, version: '1'}\nactions: {target: $}",
        "3:10 overlay-type 'actions' must be a list, not a mapping",
    ),
    "an action that is none": (
        "overlay: 1.1.0\ninfo: {title: a, version: '1'}\nactions: [$.a]",
        "3:11 overlay-type an action must be a mapping, not text (write a mapping with target, and"
        " update or remove)",
    ),
    "two of the same": (
        "overlay: 1.1.0\ninfo: {title: a, version: '1'}\n"
        "actions:\n- {target: $, update: {}}\n- {update: {}, target: $}",
        "5:3 overlay-type the action is the same as the one at 4:3 (remove one of them)",
    ),
    "an unknown key": (
        "overlay: 1.1.0\ninfo: {title: a, version: '1'}\naction: 1\nactions: [{target: $}]",
        "3:1 overlay-key the overlay has the unknown key 'action' (did you mean 'actions'?)",
    ),
    "a key of the next version": (
        "overlay: 1.0.0\ninfo: {title: a, version: '1'}\nactions: [{target: $, copy: $.a}]",
        "3:23 overlay-key an action has the unknown key 'copy' (it is a key of Overlay 1.1: write"
        " overlay: 1.1.0)",
    ),
}

ACTION_FAULTS: dict[str, tuple[str, str]] = {
    "no target": ("{update: {}}", "4:5 overlay-key the action has no 'target' (add 'target')"),
    "an unknown key": (
        "{target: $, delete: true}",
        "4:17 overlay-key an action has the unknown key 'delete' (begin the name of an extension"
        " with x-)",
    ),
    "a target that is no text": (
        "{target: 1}",
        "4:14 overlay-type 'target' must be text, not a number (put it in quotes)",
    ),
    "text for remove": (
        "{target: $.a, remove: 'yes'}",
        "4:27 overlay-type 'remove' must be true or false, not text",
    ),
    "text for x-optional": (
        "{target: $.a, x-optional: 'yes'}",
        "4:31 overlay-type 'x-optional' must be true or false, not text",
    ),
    "no root": (
        "{target: info.title, remove: true}",
        "4:14 overlay-path 'target' is no JSONPath (RFC 9535): unexpected 'i', at character 1"
        " (begin with the root of the document: $.info.title)",
    ),
    "a path without quotes": (
        "{target: $.paths./pets, remove: true}",
        "4:14 overlay-path 'target' is no JSONPath (RFC 9535): unexpected token '/', at character"
        " 9 (put a key with other characters than letters and digits in brackets and quotes:"
        " $.paths['/pets'].get)",
    ),
    "an older dialect": (
        "{target: '$.tags[(@.length-1)]', remove: true}",
        "4:14 overlay-path 'target' is no JSONPath (RFC 9535): unexpected '(', at character 8"
        " (write it as in RFC 9535: filters are [?@.name == 'x'], and there are no scripts)",
    ),
    "an extension of the library": (
        "{target: $.a | $.b, remove: true}",
        "4:14 overlay-path 'target' is no JSONPath (RFC 9535): unexpected token '|', at character"
        " 5 (put a key with other characters than letters and digits in brackets and quotes:"
        " $.paths['/pets'].get)",
    ),
    "a wrong copy": (
        "{target: $, copy: paths}",
        "4:23 overlay-path 'copy' is no JSONPath (RFC 9535): unexpected 'p', at character 1"
        " (begin with the root of the document: $.paths)",
    ),
    "too long": (
        "{target: '$" + ".a" * 10_000 + "'}",
        "4:14 overlay-path 'target' is no JSONPath (RFC 9535): an expression of 20,001 characters"
        " is too long",
    ),
    "the whole document": (
        "{target: $, remove: true}",
        "4:14 overlay-target the whole document cannot be removed (select what is in it)",
    ),
    "objects and lists": (
        '{target: \'$["info", "tags"]\', update: {}}',
        "4:14 overlay-target the target selects lists and objects, which one action cannot change"
        " (write an action for each kind)",
    ),
    "text into an object": (
        "{target: $.info, update: text}",
        "4:30 overlay-target the target selects objects, and 'update' has a single value (write a"
        " mapping of the keys to change, or remove the object first)",
    ),
    "an object in place of text": (
        "{target: $.info.title, update: {a: 1}}",
        "4:36 overlay-target the target selects single values, and 'update' has an object (remove"
        " it first, and add the new value to the object around it)",
    ),
    "text in place of an object, deeper": (
        "{target: $, update: {info: text}}",
        "4:32 overlay-merge 'info' is an object, and a single value cannot be merged into it"
        " (remove it first, in an action before this one)",
    ),
    "null in place of a list": (
        "{target: $, update: {tags: }}",
        "4:32 overlay-merge 'tags' is a list, and null cannot be merged into it (leave the key out"
        " to keep what is there, or remove it in an action)",
    ),
    "a list in place of text": (
        "{target: $.info, update: {title: []}}",
        "4:38 overlay-merge 'title' is a single value, and a list cannot be merged into it (remove"
        " it first, in an action before this one)",
    ),
    "several to copy": (
        "{target: $.info, copy: $.paths.*}",
        "4:28 overlay-copy 'copy' selects 2 values; it has to select one (name the one to copy)",
    ),
}


@pytest.mark.parametrize("case", FAULTS)
def test_what_is_no_overlay(case: str) -> None:
    text, reported = FAULTS[case]
    Path("fix.yaml").write_text(text)
    (found,) = problems(Path("fix.yaml"))
    assert found == f"fix.yaml:{reported}" or (case == "no YAML" and reported in found)


@pytest.mark.parametrize("case", ACTION_FAULTS)
def test_what_is_no_action(case: str) -> None:
    action, reported = ACTION_FAULTS[case]
    assert problems(overlay(action)) == [f"fix.yaml:{reported}"]


def test_version_1_0_changes_no_single_values() -> None:
    fix = overlay("{target: $.info.title, update: x}", version="1.0.0")
    assert problems(fix) == [
        "fix.yaml:4:14 overlay-target Overlay 1.0 cannot update the single value $.info.title"
        " (select the object that holds it and update the key, or write overlay: 1.1.0)"
    ]


def test_all_faults_of_all_overlays_are_reported_at_once() -> None:
    first = overlay("{target: a}", "{update: 1}", name="a.yaml")
    second = overlay("{target: b}", name="b.yaml")
    missing = Path("c.yaml")
    codes = [each.split()[:2] for each in problems(first, second, missing)]
    assert codes == [
        ["a.yaml:4:14", "overlay-path"],
        ["a.yaml:5:5", "overlay-key"],
        ["b.yaml:4:14", "overlay-path"],
        ["c.yaml:1:1", "file"],
    ]


UNMATCHED = "matches nothing, so the action changes nothing"


def test_what_matches_nothing_is_a_warning_unless_it_is_optional() -> None:
    fix = overlay(
        "{target: $.a, remove: true}",
        "{target: $.a, update: {}, x-optional: true}",
        "{target: $.info, copy: $.b}",
        "{target: $.info, copy: $.b, x-optional: true}",
        "{target: $.info}",
    )
    assert [shown(each).partition(" (")[0] for each in read(fix).warnings] == [
        "fix.yaml:8:5 overlay-nothing the action has no effect: it neither updates, copies nor"
        " removes",
        f"fix.yaml:4:14 overlay-unmatched the target $.a {UNMATCHED}",
        f"fix.yaml:6:28 overlay-unmatched the copy $.b {UNMATCHED}",
    ]


def test_extends_names_the_file_that_is_changed() -> None:
    Path("pet.yaml").write_text("type: object\nproperties: {a: {type: string}}\n")
    use = overlay(
        "{target: $, update: {x-pet: 1}}", name="own.yaml", more="extends: openapi.yaml\n"
    )
    add = overlay(
        "{target: $, update: {components: {schemas: {Pet: {$ref: pet.yaml}}}}}", name="ref.yaml"
    )
    pet = overlay("{target: $.properties.a, update: {type: integer}}", more="extends: ./pet.yaml\n")
    document = read(use, add, pet)
    assert document.warnings == ()
    at = "/x-clientsmith-files/pet.yaml/properties/a/type"
    assert document.get(at) == "integer"
    span = document.span(at)
    assert f"{span} {span.noted}" == "fix.yaml:5:45 in place of pet.yaml:2:24"
    assert [shown(each) for each in read(pet).warnings] == [
        "fix.yaml:3:10 overlay-extends 'extends' names './pet.yaml', which the document does not"
        " use (the overlay changes nothing; name the document itself, or remove 'extends')"
    ]


@pytest.mark.parametrize("extends", ["https://example.com/openapi.yaml", "gone.yaml"])
def test_extends_that_names_no_file_is_for_the_document(extends: str) -> None:
    document = read(overlay("{target: $.info, update: {title: T}}", more=f"extends: {extends}\n"))
    assert document.data["info"]["title"] == "T"
    assert [each.code for each in document.warnings] == ["overlay-extends"] * (":" not in extends)


def test_an_overlay_adds_an_anchor() -> None:
    """What identifies a schema counts, wherever it comes from."""
    fix = overlay(
        "{target: $, update: {components: {schemas: {A: {$anchor: a}, B: {$ref: '#a'}}}}}",
    )
    assert read(fix).get("/components/schemas/B") == {"$ref": "#/components/schemas/A"}


BOMB = "x: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def test_an_alias_bomb_in_an_overlay_is_refused() -> None:
    Path("fix.yaml").write_text(BOMB)
    (found,) = problems(Path("fix.yaml"))
    assert "limit-nodes" in found


def test_copies_do_not_grow_without_limit() -> None:
    """Each doubles the document: thirty of them would be a thousand million values."""
    fix = overlay(
        "{target: $, update: {x: {}}}",
        *(f"{{target: $.x, copy: $, description: '{n}'}}" for n in range(30)),
    )
    (found,) = problems(fix, limits=Limits(nodes=20_000, depth=250))
    assert "limit-" in found


def test_updates_of_many_values_are_limited_before_they_are_made() -> None:
    big = json.dumps(list(range(500)))
    fix = overlay(
        f"{{target: $, update: {{x: {json.dumps([{}] * 500)}}}}}",
        f"{{target: '$.x[*]', update: {{a: {big}}}}}",
    )
    (found,) = problems(fix, limits=Limits(nodes=20_000))
    assert "limit-nodes" in found


def test_depth_is_limited() -> None:
    deep = "{a: " * 40 + "1" + "}" * 40
    fix = overlay(
        f"{{target: $, update: {{x: {deep}}}}}", f"{{target: $.x{'.a' * 39}, update: {deep}}}"
    )
    (found,) = problems(fix, limits=Limits(depth=60))
    assert "limit-depth" in found


@pytest.mark.parametrize(
    "target",
    [
        "$" + "..*" * 12,
        "$" + "..*" * 6 + ".nothing",
        "$" + "[*, *, *, *, *]" * 20,
        "$..[?@" + "..*" * 8 + "]",
        "$..[?$" + "..*" * 8 + " && @.a]",
    ],
)  # fmt: skip
def test_an_expression_that_visits_everything_again_and_again(target: str) -> None:
    tree: Any = 1
    for _ in range(40):
        tree = {"a": tree, "b": [1]}
    Path("openapi.json").write_text(json.dumps({"openapi": "3.1.0", "x": tree}))
    fix = overlay(f"{{target: '{target}', remove: true}}")
    with pytest.raises(ClientsmithError) as caught:
        read(fix, limits=Limits(jsonpath_steps=50_000), document="openapi.json")
    (found,) = caught.value.diagnostics
    assert found.code == "limit-jsonpath-steps"
    assert str(found.span) == "fix.yaml:4:14"


def test_a_regular_expression_takes_no_more_time_than_the_text_is_long() -> None:
    """With Python's engine, this one would take longer than the universe has."""
    Path("openapi.json").write_text(json.dumps({"openapi": "3.1.0", "x": ["a" * 50_000 + "!"]}))
    fix = overlay("{target: \"$.x[?match(@, '(a*)*b') || search(@, '(a|aa)+$')]\", remove: true}")
    assert len(read(fix, document="openapi.json").data["x"]) == 1


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        ("match(@, 'ab.')", ["abc"]),
        ("search(@, 'b')", ["abc", "b"]),
        (r"match(@, '\\\\p{Lu}+')", ["ÄÖ"]),
        ("match(@, 'a)(b')", []),
        ("match(@, '[')", []),
    ],
)
def test_regular_expressions_are_those_of_rfc_9485(expression: str, found: list[str]) -> None:
    Path("openapi.json").write_text(
        json.dumps({"openapi": "3.1.0", "x": ["abc", "b", "ÄÖ"]}, ensure_ascii=False)
    )
    fix = overlay(f'{{target: "$.x[?!{expression}]", x-optional: true, remove: true}}')
    assert read(fix, document="openapi.json").data["x"] == found


def test_deep_documents_are_searched_to_the_end() -> None:
    """The library's own search ends at a hundred levels."""
    Path("openapi.json").write_text(
        '{"openapi": "3.1.0", "x": ' + '{"a":' * 200 + '{"end": 1}' + "}" * 200 + "}"
    )
    document = read(overlay("{target: $..end, update: 2}"), document="openapi.json")
    assert '"end": 2' in json.dumps(document.data)


def test_two_overlays_are_read_within_the_limits_of_the_document() -> None:
    fix = overlay("{target: $.info, update: {x-a: '" + "a" * 2_000 + "'}}")
    (found,) = problems(fix, limits=Limits(bytes=1_000))
    assert "fix.yaml:1:1 limit-bytes" in found


@pytest.mark.parametrize("kind", ["folder", "missing"])
def test_an_overlay_that_is_no_file(kind: str) -> None:
    if kind == "folder":
        Path("fix.yaml").mkdir()
    assert problems(Path("fix.yaml"))[0].startswith("fix.yaml:1:1 file ")

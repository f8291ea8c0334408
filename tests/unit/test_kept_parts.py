"""An analysis that takes over what did not change gives the API that one of the whole gives."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from clientsmith.analyze import Memory, analyze, lock_of
from clientsmith.analyze.parts import Parts, part_of
from clientsmith.config import Target, ad_hoc_target
from clientsmith.diagnostics import ClientsmithError
from clientsmith.document import Document, read
from clientsmith.document.convert import convert
from clientsmith.identifiers.lock import NameLock, parse_lock
from clientsmith.ir import Api
from clientsmith.validate import checked, faults

from ..golden.golden import DOCUMENTS
from .test_changes import BASE

CASES = {case.name: path for case, path in DOCUMENTS.items() if case.name != "multi_file"}
SAMPLE = ("answers", "attributes", "enums", "recursion", "schemas", "sent", "unions", "webhooks")
SCALARS = ("boolean", "integer", "string")
ADDED: tuple[dict[str, Any], ...] = (
    {"type": "string", "enum": ["a", "b"]},
    {"type": "object", "properties": {"inner": {"type": "string"}}},
    {"type": "array", "items": {"type": "object", "properties": {"inner": {"type": "integer"}}}},
)


class Project:
    """A document that changes, its target, and the lock of names."""

    def __init__(self, folder: Path, document: Any) -> None:
        self.path = folder / "openapi.json"
        self.document = document
        self.memory = Memory()
        self.lock = NameLock()

    def target(self) -> Target:
        return ad_hoc_target(self.path, "pets", None, self.path.parent / "out")

    def read(self) -> Document:
        self.path.write_text(json.dumps(self.document))
        document = convert(read(self.path))
        return checked(document, faults(document), lenient=False)[0]

    def analyzed(self) -> tuple[Api, Api]:
        """Return the API with what the last analysis read, and the API of the whole."""
        document, target = self.read(), self.target()
        kept = analyze(document, target, self.lock, memory=self.memory)
        whole = analyze(document, target, self.lock)
        self.lock = parse_lock(lock_of(whole).dump())
        return kept, whole


def nodes_of(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(node, dict):
        yield path, node
        for key, inner in node.items():
            yield from nodes_of(inner, (*path, key))
    elif isinstance(node, list):
        for at, inner in enumerate(node):
            yield from nodes_of(inner, (*path, at))


def change_text(node: Any, _: random.Random, __: Any) -> None:
    node["description"] += " More."


def change_type(node: Any, dice: random.Random, _: Any) -> None:
    for key in ("const", "default", "enum", "format", "pattern"):
        node.pop(key, None)
    node["type"] = dice.choice(SCALARS)


def add_property(node: Any, dice: random.Random, _: Any) -> None:
    node["properties"][f"extra_{dice.randrange(99)}"] = copy.deepcopy(dice.choice(ADDED))


def remove_property(node: Any, dice: random.Random, _: Any) -> None:
    name = dice.choice([*node["properties"]])
    del node["properties"][name]
    if name in node.get("required", ()):
        node["required"].remove(name)


def change_reference(node: Any, dice: random.Random, document: Any) -> None:
    node["$ref"] = f"#/components/schemas/{dice.choice([*document['components']['schemas']])}"


def remove_base(node: Any, dice: random.Random, _: Any) -> None:
    del node["allOf"][dice.randrange(len(node["allOf"]))]


def add_value(node: Any, dice: random.Random, _: Any) -> None:
    node["enum"].append(f"value {dice.randrange(99)}")


def rename_operation(node: Any, dice: random.Random, _: Any) -> None:
    node["operationId"] = f"renamed{dice.randrange(99)}"


def copy_path(node: Any, dice: random.Random, document: Any) -> None:
    copied = copy.deepcopy(node)
    for operation in copied.values():
        if isinstance(operation, dict):
            operation.pop("operationId", None)
    path = next(path for path, item in document["paths"].items() if item is node)
    document["paths"][f"{path}/copy{dice.randrange(99)}"] = copied


def remove_operations(node: Any, _: random.Random, document: Any) -> None:
    path = next(path for path, item in document["paths"].items() if item is node)
    if len(document["paths"]) > 2:
        del document["paths"][path]


EDITS: tuple[tuple[Callable[[Any, Any], bool], Callable[[Any, random.Random, Any], None]], ...] = (
    (lambda path, node: isinstance(node.get("description"), str), change_text),
    (lambda path, node: node.get("type") in SCALARS, change_type),
    (lambda path, node: isinstance(node.get("properties"), dict), add_property),
    (lambda path, node: bool(node.get("properties")) and "title" not in path, remove_property),
    (lambda path, node: "/schemas/" in str(node.get("$ref")), change_reference),
    (lambda path, node: len(node.get("allOf", ())) > 1, remove_base),
    (lambda path, node: isinstance(node.get("enum"), list), add_value),
    (lambda path, node: "operationId" in node, rename_operation),
    (lambda path, node: len(path) == 2 and path[0] == "paths", copy_path),
    (lambda path, node: len(path) == 2 and path[0] == "paths", remove_operations),
)


def edited(document: Any, dice: random.Random) -> Any:
    """Return a copy of a document with one random edit."""
    document = copy.deepcopy(document)
    nodes = [
        (path, node)
        for path, node in nodes_of(document)
        if path[:1] in (("components",), ("paths",))
    ]
    while True:
        fits, edit = dice.choice(EDITS)
        found = [node for path, node in nodes if fits(path, node)]
        if found:
            edit(dice.choice(found), dice, document)
            return document


def check_case(name: str, folder: Path, count: int) -> None:
    """Make random edits, one after another; those that are no valid document are taken back."""
    document = json.loads(json.dumps(yaml.safe_load(CASES[name].read_text()), default=str))
    project, dice = Project(folder, document), random.Random(name)
    project.analyzed()
    for _ in range(count):
        before = project.document
        project.document = edited(before, dice)
        try:
            kept, whole = project.analyzed()
        except ClientsmithError:
            project.document = before
            continue
        assert kept == whole


@pytest.mark.parametrize("name", SAMPLE)
def test_random_edits(name: str, tmp_path: Path) -> None:
    check_case(name, tmp_path, 8)


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_many_random_edits(name: str, tmp_path: Path) -> None:
    check_case(name, tmp_path, 60)


def test_what_did_not_change_is_not_read_again(tmp_path: Path) -> None:
    project = Project(tmp_path, copy.deepcopy(BASE))
    project.analyzed()
    before, _ = project.analyzed()
    changed = next(iter(project.document["paths"].values()))["get"]
    changed["description"] = "Another description."
    after, _ = project.analyzed()
    pairs = [*zip(before.operations(), after.operations(), strict=True)]
    anew = [new.key for old, new in pairs if old is not new]
    assert anew == ["GET /pets"]
    assert all(old is new for old, new in zip(before.models, after.models, strict=True))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"type": "integer", "default": 1}, {"type": "integer", "default": True}),
        ({"properties": {"a": {}, "b": {}}}, {"properties": {"b": {}, "a": {}}}),
    ],
)
def test_values_that_are_equal_to_python_may_differ(old: Any, new: Any) -> None:
    def parts(schema: Any, last: Parts | None = None) -> Parts:
        return Parts({"components": {"schemas": {"Pet": schema}}}, last)

    assert old == new
    assert parts(new, parts(old)).changed == {"/components/schemas/Pet"}
    assert parts(old, parts(copy.deepcopy(old))).changed == set()


@pytest.mark.parametrize("name", CASES)
def test_parts_have_the_references_of_the_document(name: str) -> None:
    document = convert(read(CASES[name]))
    assert Parts(document.data).targets() == {each.target for each in document.references()}


def test_values_of_examples_have_no_references(tmp_path: Path) -> None:
    document = copy.deepcopy(BASE)
    document["components"]["examples"] = {
        "a": {"value": {"properties": {"$ref": "#/components/schemas/Nothing"}}},
        "b": {"$ref": "#/components/examples/a"},
    }
    document["components"]["x-own"] = {"c": {"$ref": "#/components/schemas/Nothing"}}
    found = Project(tmp_path, document).read()
    assert Parts(found.data).targets() == {each.target for each in found.references()}
    assert "/components/examples/a" in Parts(found.data).targets()


@pytest.mark.parametrize(
    ("pointer", "part"),
    [
        ("/paths/~1pets/get/responses/200", "/paths/~1pets/get"),
        ("/paths/~1pets/parameters/0", "/paths/~1pets"),
        (
            "/paths/~1pets/additionalOperations/COPY/summary",
            "/paths/~1pets/additionalOperations/COPY",
        ),
        ("/components/schemas/Pet/properties/name", "/components/schemas/Pet"),
        ("/servers/0", "/servers"),
        ("", ""),
    ],
)
def test_the_part_of_a_pointer(pointer: str, part: str) -> None:
    assert part_of(pointer) == part


def answered(schema: Any) -> dict[str, Any]:
    content = {"application/json": {"schema": schema}}
    return {"responses": {"200": {"description": "Done.", "content": content}}}


def document_of(paths: Any, components: Any, **more: Any) -> dict[str, Any]:
    info = {"title": "Pets", "version": "1"}
    document = {"openapi": "3.1.0", "info": info, "paths": paths, "components": components}
    return {**document, **more}


PET = {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}}
LISTED = {"type": "array", "items": {"type": "string"}}


def nested(schema: Any, depth: int) -> Any:
    for _ in range(depth):
        schema = {"type": "array", "items": schema}
    return schema


# What each has to be read again for: what was changed is not what was read.
CHANGES: dict[str, tuple[dict[str, Any], Callable[[Any], None]]] = {
    "a parameter of a path item refers to what changed": (
        document_of(
            {
                "/a/{id}": {
                    "parameters": [{"$ref": "#/components/parameters/Id"}],
                    "get": answered({"$ref": "#/components/schemas/Pet"}),
                },
                "/b": {"get": answered(LISTED)},
            },
            {
                "schemas": {"Pet": PET},
                "parameters": {
                    "Id": {
                        "name": "id",
                        "in": "path",
                        "required": True,
                        "schema": {"type": "integer"},
                    }
                },
            },
        ),
        lambda document: document["components"]["parameters"]["Id"].update(
            schema={"type": "string"}
        ),
    ),
    "a reference goes through a key of the root": (
        document_of(
            {
                "/a": {"get": answered({"$ref": "#/x-schemas/Owner"})},
                "/b": {"get": answered(LISTED)},
            },
            {"schemas": {"Id": {"type": "integer"}}},
            **{
                "x-schemas": {
                    "Owner": {
                        "type": "object",
                        "properties": {"id": {"$ref": "#/components/schemas/Id"}},
                    }
                }
            },
        ),
        lambda document: document["components"]["schemas"].update(Id={"type": "string"}),
    ),
    "a shape at a key of the root, and another operation changed": (
        document_of(
            {
                "/a": {"get": answered({"$ref": "#/x-schemas/Owner"})},
                "/b": {"get": answered(LISTED)},
            },
            {},
            **{"x-schemas": {"Owner": PET}},
        ),
        lambda document: document["paths"]["/b"]["get"].update(description="More."),
    ),
    "a component changes how all headers are written": (
        document_of(
            {
                "/a": {
                    "get": {
                        **answered(LISTED),
                        "parameters": [{"name": "X-Many", "in": "header", "schema": LISTED}],
                    }
                }
            },
            {"schemas": {"Pet": PET}},
        ),
        lambda document: document["components"]["schemas"].update(HTTPValidationError=PET),
    ),
    "an heir extends its base no more": (
        document_of(
            {
                "/a": {"get": answered({"$ref": "#/components/schemas/Pet"})},
                "/b": {"get": answered({"$ref": "#/components/schemas/Dog"})},
            },
            {
                "schemas": {
                    "Pet": {**PET, "discriminator": {"propertyName": "kind"}},
                    "Dog": {"allOf": [{"$ref": "#/components/schemas/Pet"}, PET]},
                }
            },
        ),
        lambda document: document["components"]["schemas"]["Dog"].update(
            oneOf=document["components"]["schemas"]["Dog"].pop("allOf")
        ),
    ),
    "a schema is reached too deep to have no name": (
        document_of(
            {
                "/a": {"get": answered(nested({"$ref": "#/components/schemas/Many"}, 2))},
                "/b": {"get": answered({"$ref": "#/components/schemas/Many"})},
            },
            {"schemas": {"Many": LISTED}},
        ),
        lambda document: document["paths"]["/a"].update(
            get=answered(nested({"$ref": "#/components/schemas/Many"}, 7))
        ),
    ),
    "members that collide belong to a body that is gone": (
        document_of(
            {
                "/a": {"get": answered(LISTED)},
                "/b": {
                    "post": {
                        **answered(LISTED),
                        "requestBody": {
                            "content": {
                                "application/json": {
                                    "schema": {"$ref": "#/components/schemas/Body"}
                                }
                            }
                        },
                    }
                },
            },
            {
                "schemas": {
                    "Body": {
                        "type": "object",
                        "properties": {"foo-bar": {"type": "string"}, "foo_bar": LISTED},
                    }
                }
            },
        ),
        lambda document: document["paths"]["/b"]["post"]["requestBody"].update(
            content={"text/plain": {"schema": {"$ref": "#/components/schemas/Body"}}}
        ),
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_depends_on_a_change_by_another_way_is_read_again(name: str, tmp_path: Path) -> None:
    document, change = CHANGES[name]
    project = Project(tmp_path, copy.deepcopy(document))
    project.analyzed()
    project.analyzed()
    for state in (document, project.document):
        change(project.document)
        kept, whole = project.analyzed()
        assert kept == whole
        assert lock_of(kept) == lock_of(whole)
        project.document = copy.deepcopy(state)
        kept, whole = project.analyzed()
        assert kept == whole


def test_a_document_that_is_not_valid_is_forgotten() -> None:
    memory = Memory()
    memory.was_valid = True
    memory.forget()
    assert not memory.was_valid
    assert memory.parts() is None

"""Schemas inside operations to which others refer: named by themselves, whoever refers to them."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.naming_document import named_types

from clientsmith.analyze.naming.singletons import singular
from clientsmith.identifiers.rules import BEFORE, NameRules

BODY = "/paths/~1{0}/get/responses/{1}/content/application~1json/schema"
OBJECT = {"type": "object", "properties": {"id": {"type": "string"}}}


def answer(schema: dict[str, Any], error: dict[str, Any] | None = None) -> dict[str, Any]:
    responses = {"200": schema} | ({"404": error} if error else {})
    return {
        "get": {
            "responses": {
                status: {"description": "", "content": {"application/json": {"schema": body}}}
                for status, body in responses.items()
            }
        }
    }


def ref(path: str, status: str = "200", inner: str = "") -> dict[str, str]:
    return {"$ref": "#" + BODY.format(path, status) + inner}


def holding(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": {name: schema}}


def items(schema: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": schema}


@pytest.mark.parametrize(
    ("first", "inner", "name", "before"),
    [
        (holding("next", OBJECT), "/properties/next", "Next", "GetBResponseOwn"),
        (holding("dogs", items(OBJECT)), "/properties/dogs/items", "Dog", "GetBResponseOwn"),
        (holding("next", {"title": "Old dog", **OBJECT}), "/properties/next", "OldDog",
         "GetBResponseOwn"),
        # A title that is a sentence is none.
        (holding("next", {"title": "The dog after this", **OBJECT}), "/properties/next", "Next",
         "GetBResponseOwn"),
        # Nor is the name of any list.
        (holding("data", items(OBJECT)), "/properties/data/items", "GetAResponseDataItem",
         "GetBResponseOwn"),
        (OBJECT, "", "GetAResponse", "GetAResponse"),
        ({"title": "Dog", **OBJECT}, "", "Dog", "GetAResponse"),
    ],
)  # fmt: skip
def test_a_schema_to_which_another_operation_refers(
    first: dict[str, Any], inner: str, name: str, before: str
) -> None:
    paths = {"/a": answer(first), "/b": answer(holding("own", ref("a", inner=inner)))}
    pointer = BODY.format("a", "200") + inner
    assert named_types(paths, NameRules())[pointer] == name
    assert named_types(paths, BEFORE)[pointer] == before
    # Whichever other operations refer to it.
    paths = {"/0": answer(holding("other", ref("a", inner=inner))), **paths}
    assert named_types(paths, NameRules())[pointer] == name


def test_the_body_of_an_error() -> None:
    paths = {
        "/a": answer(OBJECT, OBJECT | {"required": ["id"]}),
        "/b": answer(OBJECT, ref("a", "404")),
    }
    assert named_types(paths, NameRules())[BODY.format("a", "404")] == "ErrorBody"
    # A schema that nothing refers to is named by its place, as before.
    alone = {"/a": answer(OBJECT, {"title": "Dog", **OBJECT, "required": ["id"]})}
    assert named_types(alone, NameRules())[BODY.format("a", "404")] == "GetAError"


def test_equal_bodies_have_their_title() -> None:
    dog = {"title": "Dog", **OBJECT}
    paths = {"/a": answer(dog), "/b": answer(dog)}
    assert set(named_types(paths, NameRules()).values()) >= {"Dog"}
    assert named_types(paths, NameRules())[BODY.format("b", "200")] == "Dog"
    assert named_types(paths, BEFORE)[BODY.format("b", "200")] == "GetAResponse"


def test_a_schema_inside_a_component_has_the_name_that_it_has_there() -> None:
    components = {"Pet": holding("owners", items(OBJECT))}
    inner = "/components/schemas/Pet/properties/owners/items"
    paths = {"/a": answer(holding("of", {"$ref": f"#{inner}"}))}
    assert named_types(paths, NameRules(), components)[inner] == "PetOwnersItem"
    assert named_types(paths, BEFORE, components)[inner] == "GetAResponseOf"


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("policies", "policy"), ("boxes", "box"), ("sizes", "size"), ("caches", "cache"),
        ("matches", "match"), ("branches", "branch"), ("addresses", "address"),
        ("statuses", "status"), ("databases", "database"), ("status", "status"),
        ("analysis", "analysis"), ("address", "address"), ("dogs", "dog"), ("is", "is"), ("", ""),
        ("ties", "tie"),
    ],
)  # fmt: skip
def test_singular(many: str, one: str) -> None:
    assert singular(many) == one

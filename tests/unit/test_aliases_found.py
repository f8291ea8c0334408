"""Which names of an earlier client have another name, which are gone, and how sure that is."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.aliases_project import DOCUMENT, answer

from clientsmith import pipeline
from clientsmith.aliases.names import Found, Names, compare_names
from clientsmith.aliases.state import SECTIONS
from clientsmith.config import ad_hoc_target
from clientsmith.ir import Api

Document = dict[str, Any]
ANIMAL = "#/components/schemas/Animal"


def api_of(document: Document, path: Path, **settings: Any) -> Api:
    path.write_text(json.dumps(document), encoding="utf-8")
    target = ad_hoc_target(path, "client", "Client", path.parent)
    return pipeline.make(target.model_copy(update=settings)).side.api


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Api:
    return api_of(DOCUMENT, tmp_path_factory.mktemp("base") / "old.json")


def found(base: Api, edit: Callable[[Document], Any], tmp_path: Path, **settings: Any) -> Found:
    document = copy.deepcopy(DOCUMENT)
    edit(document)
    return compare_names(base, api_of(document, tmp_path / "new.json", **settings))


def parameters(document: Document) -> list[Document]:
    return document["paths"]["/pets"]["get"]["parameters"]


def animal(document: Document) -> Document:
    return document["components"]["schemas"]["Animal"]


def renamed_field(document: Document, old: str, new: str, **changes: Any) -> None:
    properties = animal(document)["properties"]
    properties[new] = {**properties.pop(old), **changes}
    animal(document)["required"] = ["id"]


def brief(names: Names) -> tuple[dict[str, str], dict[str, str]]:
    return names.renamed, names.gone


def test_keys_of_requests_have_no_old_names(tmp_path: Path) -> None:
    """A key is the name in JSON: no rule of names changes it, and another one is another field."""
    document = copy.deepcopy(DOCUMENT)
    animal(document)["properties"]["bornAt"] = {"type": "string", "description": "When."}
    body = {"schema": {"type": "object", "properties": {"animal": {"$ref": ANIMAL}}}}
    document["paths"]["/pets"]["post"] = {
        "operationId": "addPet",
        "requestBody": {"content": {"application/json": body}},
        "responses": {"204": {"description": "x"}},
    }
    old = api_of(document, tmp_path / "old.json", attributes="wire")
    new = api_of(document, tmp_path / "new.json", attributes="snake_case")
    keys = [[field.wire for field in shape.fields] for shape in old.params]
    assert ["id", "name", "age", "bornAt"] in keys
    assert [[field.wire for field in shape.fields] for shape in new.params] == keys
    document["components"]["schemas"]["Animal"]["properties"]["birth"] = {
        "type": "string",
        "description": "When.",
    }
    del animal(document)["properties"]["bornAt"]
    result = compare_names(old, api_of(document, tmp_path / "next.json", attributes="wire"))
    # The field of an answer has an old name, the key of a request has none.
    assert result.fields.renamed == {"models.Animal.bornAt": "models.Animal.birth"}
    assert not [name for name in result.fields.renamed if name.startswith("params.")]


def test_nothing_changed(base: Api, tmp_path: Path) -> None:
    result = found(base, lambda _: None, tmp_path)
    for section in SECTIONS:
        assert brief(result.section(section)) == ({}, {})


# The edit, and what it does to names: other names for sure, then what is gone.
ARGUMENTS: dict[str, tuple[Callable[[Document], Any], dict[str, str], dict[str, str]]] = {
    "the same description": (
        lambda d: parameters(d)[0].update(name="kind"),
        {"pets.list(species)": "pets.list(kind)"},
        {},
    ),
    "another description": (
        lambda d: parameters(d)[0].update(name="kind", description="Which ones."),
        {},
        {"pets.list(species)": "pets.list(kind)"},
    ),
    "no description": (
        lambda d: parameters(d)[1].update(name="number"),
        {},
        {"pets.list(page)": "pets.list(number)"},
    ),
    "another type": (
        lambda d: parameters(d)[0].update(name="kind", schema={"type": "integer"}),
        {},
        {"pets.list(species)": ""},
    ),
    "another place": (
        lambda d: parameters(d)[0].update({"name": "kind", "in": "header"}),
        {},
        {"pets.list(species)": ""},
    ),
    "two of one description": (
        lambda d: (
            parameters(d)[0].update(name="kind"),
            parameters(d).append({**parameters(d)[0], "name": "kinds"}),
        ),
        {},
        {"pets.list(species)": ""},
    ),
    "gone": (lambda d: parameters(d).pop(0), {}, {"pets.list(species)": ""}),
    "a part of the path": (
        lambda d: d["paths"].update(
            {
                "/toys/{toy}": {
                    **d["paths"].pop("/toys/{id}"),
                    "parameters": [
                        {
                            "name": "toy",
                            "in": "path",
                            "required": True,
                            "schema": {"type": "string"},
                        }
                    ],
                }
            }
        ),
        {"toys.retrieve(id)": "toys.retrieve(toy)"},
        {},
    ),
}


@pytest.mark.parametrize("edit", ARGUMENTS)
def test_arguments(edit: str, base: Api, tmp_path: Path) -> None:
    act, renamed, gone = ARGUMENTS[edit]
    assert brief(found(base, act, tmp_path).arguments) == (renamed, gone)


FIELDS: dict[str, tuple[Callable[[Document], Any], dict[str, str], dict[str, str]]] = {
    "the same description": (
        lambda d: renamed_field(d, "name", "title"),
        {"models.Animal.name": "models.Animal.title"},
        {},
    ),
    "another description": (
        lambda d: renamed_field(d, "name", "title", description="Its name."),
        {},
        {"models.Animal.name": "models.Animal.title"},
    ),
    "another type": (
        lambda d: renamed_field(d, "age", "born", type="string"),
        {},
        {"models.Animal.age": ""},
    ),
    "gone": (lambda d: animal(d)["properties"].pop("age"), {}, {"models.Animal.age": ""}),
}


@pytest.mark.parametrize("edit", FIELDS)
def test_fields(edit: str, base: Api, tmp_path: Path) -> None:
    act, renamed, gone = FIELDS[edit]
    assert brief(found(base, act, tmp_path).fields) == (renamed, gone)


def test_a_field_under_another_rule_of_names(tmp_path: Path) -> None:
    document = copy.deepcopy(DOCUMENT)
    animal(document)["properties"]["bornAt"] = {"type": "string"}
    old = api_of(document, tmp_path / "old.json", attributes="wire")
    new = api_of(document, tmp_path / "new.json", attributes="snake_case")
    assert brief(compare_names(old, new).fields) == (
        {"models.Animal.bornAt": "models.Animal.born_at"},
        {},
    )


def test_a_schema_with_another_name_in_the_document(base: Api, tmp_path: Path) -> None:
    def edit(document: Document) -> None:
        schemas = document["components"]["schemas"]
        schemas["Beast"] = schemas.pop("Animal")
        schemas["Animals"]["properties"]["data"]["items"]["$ref"] = "#/components/schemas/Beast"
        for path in ("/pets/{id}", "/toys/{id}"):
            document["paths"][path]["get"]["responses"] = answer("Beast")

    result = found(base, edit, tmp_path)
    assert brief(result.classes) == ({"models.Animal": "models.Beast"}, {})
    assert brief(result.fields) == ({}, {})


def test_a_schema_with_few_of_the_fields_is_only_like_it(base: Api, tmp_path: Path) -> None:
    def edit(document: Document) -> None:
        schemas = document["components"]["schemas"]
        schemas["Beast"] = schemas.pop("Animal")
        schemas["Beast"]["properties"]["weight"] = {"type": "integer"}
        schemas["Animals"]["properties"]["data"]["items"]["$ref"] = "#/components/schemas/Beast"
        for path in ("/pets/{id}", "/toys/{id}"):
            document["paths"][path]["get"]["responses"] = answer("Beast")

    assert brief(found(base, edit, tmp_path).classes) == ({}, {"models.Animal": "models.Beast"})


def test_calls_that_change_names_with_each_other_have_no_old_names(tmp_path: Path) -> None:
    names = {"GET /pets/{id}": "pets.one", "GET /toys/{id}": "pets.two"}
    old = api_of(DOCUMENT, tmp_path / "old.json", operations=names)
    swapped = dict(zip(names, reversed(names.values()), strict=True))
    new = api_of(DOCUMENT, tmp_path / "new.json", operations=swapped)
    assert brief(compare_names(old, new).calls) == ({}, {})

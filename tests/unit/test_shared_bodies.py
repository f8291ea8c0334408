"""Answers whose bodies a document writes out again and again: one model, whose name stays."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from clientsmith.analyze import analyze, lock_of
from clientsmith.config import Target
from clientsmith.document import read
from clientsmith.identifiers import NameLock
from clientsmith.ir import Api

MESSAGE: dict[str, Any] = {
    "type": "object",
    "required": ["message"],
    "properties": {
        "message": {"type": "string", "example": "no"},
        "source": {"type": "object", "properties": {"line": {"type": "integer"}}},
    },
}


def answer(schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": "An answer.", "content": {"application/json": {"schema": schema}}}


def operation(name: str, **answers: dict[str, Any]) -> dict[str, Any]:
    answers = {status.removeprefix("_"): answer(schema) for status, schema in answers.items()}
    return {"operationId": name, "responses": {"204": {"description": "Done."}, **answers}}


def analyzed(
    folder: Path, paths: dict[str, Any], lock: NameLock | None = None, **types: str
) -> Api:
    document = {"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": paths}
    path = folder / "openapi.json"
    path.write_text(json.dumps(document))
    places = {f"#/paths/{pointer}": name for pointer, name in types.items()}
    target = Target(name="a", document=path, output=folder, package="a", types=places)
    return analyze(read(path), target, lock or NameLock())


def models(api: Api) -> list[str]:
    return [model.name for model in api.models]


PETS = {"delete": operation("dropPets", _404=MESSAGE, _409=MESSAGE)}
DOGS = {"delete": operation("dropDogs", _404={**MESSAGE, "example": {"message": "?"}})}
CATS = {"delete": operation("dropCats", _404=MESSAGE)}


def test_errors_that_are_the_same_are_one_model(tmp_path: Path) -> None:
    api = analyzed(tmp_path, {"/pets": PETS, "/dogs": DOGS})
    assert models(api) == ["ErrorBody", "ErrorBodySource"]
    assert {str(item.errors) for item in api.operations()} == {str(api.operations()[0].errors)}


def test_errors_of_one_status_are_called_by_it(tmp_path: Path) -> None:
    api = analyzed(tmp_path, {"/cats": CATS, "/dogs": DOGS})
    assert models(api) == ["Error404", "Error404Source"]


def test_an_error_of_one_operation_is_called_by_that(tmp_path: Path) -> None:
    assert models(analyzed(tmp_path, {"/cats": CATS})) == ["DropCatsError", "DropCatsErrorSource"]


def test_answers_that_are_the_same_are_one_model(tmp_path: Path) -> None:
    found: dict[str, Any] = {
        "get": operation("getPet", _200=MESSAGE),
        "put": operation("putPet", _200=MESSAGE),
    }
    assert models(analyzed(tmp_path, {"/pet": found})) == ["GetPetResponse", "GetPetResponseSource"]


def test_what_differs_stays_apart(tmp_path: Path) -> None:
    other = {**MESSAGE, "required": []}
    # A property may be called `example`.
    named = {"type": "object", "properties": {"example": {"type": "string"}}}
    unnamed = {"type": "object", "properties": {"id": {"type": "string"}}}
    found = {
        "/a": {"get": operation("getA", _200=MESSAGE), "put": operation("putA", _200=other)},
        "/b": {"get": operation("getB", _200=named), "put": operation("putB", _200=unnamed)},
    }
    api = analyzed(tmp_path, found)
    assert {"GetAResponse", "PutAResponse", "GetBResponse", "PutBResponse"} <= {*models(api)}


def test_names_of_the_lock_stay_apart(tmp_path: Path) -> None:
    lock = lock_of(analyzed(tmp_path, {"/cats": CATS}))
    lock = NameLock(types={**lock.types, **lock_of(analyzed(tmp_path, {"/dogs": DOGS})).types})
    names = ["DropCatsError", "DropCatsErrorSource", "DropDogsError", "DropDogsErrorSource"]
    api = analyzed(tmp_path, {"/cats": CATS, "/dogs": DOGS, "/pets": PETS}, lock)
    # What is new has the name that there is.
    assert models(api) == names
    assert models(analyzed(tmp_path, {"/cats": CATS, "/dogs": DOGS}, lock_of(api))) == names


def test_the_name_stays_when_its_first_place_goes(tmp_path: Path) -> None:
    before = analyzed(tmp_path, {"/cats": CATS, "/dogs": DOGS, "/pets": PETS})
    after = analyzed(tmp_path, {"/dogs": DOGS, "/pets": PETS}, lock_of(before))
    assert models(after) == models(before) == ["ErrorBody", "ErrorBodySource"]
    again = analyzed(tmp_path, {"/pets": PETS}, lock_of(after))
    assert models(again) == models(before)


def test_the_name_of_an_item_stays_when_its_first_place_goes(tmp_path: Path) -> None:
    rows = {"type": "array", "items": {"type": "array", "items": MESSAGE}}
    found = {f"/{name}": {"get": operation(f"list{name}", _200=rows)} for name in ("A", "B", "C")}
    before = analyzed(tmp_path, found)
    after = analyzed(tmp_path, {"/C": found["/C"]}, lock_of(before))
    assert models(after) == models(before)


def test_a_place_that_becomes_different_has_a_name_of_its_own(tmp_path: Path) -> None:
    lock = lock_of(analyzed(tmp_path, {"/cats": CATS, "/dogs": DOGS}))
    changed = {"delete": operation("dropDogs", _404={**MESSAGE, "required": []})}
    api = analyzed(tmp_path, {"/cats": CATS, "/dogs": changed}, lock)
    assert models(api) == ["DropDogsError", "DropDogsErrorSource", "Error404", "Error404Source"]


def test_the_configuration_names_a_place_apart(tmp_path: Path) -> None:
    pointer = "~1dogs/delete/responses/404/content/application~1json/schema"
    api = analyzed(tmp_path, {"/cats": CATS, "/dogs": DOGS}, **{pointer: "DogError"})
    assert "DogError" in models(api)

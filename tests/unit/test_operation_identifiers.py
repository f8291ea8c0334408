"""OperationIds that a framework made, and the names that come of them."""

from __future__ import annotations

import json
from pathlib import Path

from clientsmith.analyze import analyze
from clientsmith.config import ad_hoc_target
from clientsmith.document import read
from clientsmith.identifiers import NameLock
from clientsmith.ir import Api


def analyzed(folder: Path, operations: dict[str, str], lock: NameLock | None = None) -> Api:
    """The API of `METHOD /path` → operationId; each operation takes the parameter `q`."""
    paths: dict[str, dict[str, object]] = {}
    for key, identifier in operations.items():
        method, path = key.split()
        paths.setdefault(path, {})[method.lower()] = {
            "operationId": identifier,
            "parameters": [{"name": "q", "in": "query", "schema": {"type": "string"}}],
            "responses": {"204": {"description": "Done."}},
        }
    document = {"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": paths}
    path = folder / "openapi.json"
    path.write_text(json.dumps(document), "utf-8")
    return analyze(read(path), ad_hoc_target(path, "a", None, folder), lock or NameLock())


def names(api: Api) -> dict[str, tuple[str, str | None]]:
    """The call and the class of the arguments of each operation."""
    return {
        each.key: (".".join((*each.resource, each.method)), each.params)
        for each in api.operations()
    }


def test_fast_apis_function_is_the_name(tmp_path: Path) -> None:
    made = {
        "GET /": "read_root__get",
        "GET /api/items/": "read_items_api_items__get",
        "POST /api/items/": "create_item_api_items__post",
        "POST /api/items/{item_id}": "touch_item_api_items__item_id__post",
        "GET /api/items-of/{x}/a-b": "look_api_items_of__x__a_b_get",
    }
    assert names(analyzed(tmp_path, made)) == {
        "GET /": ("root.read_root", "ReadRootParams"),
        "GET /api/items/": ("items.list", "ReadItemsParams"),
        "POST /api/items/": ("items.create", "CreateItemParams"),
        "POST /api/items/{item_id}": ("items.touch_item", "TouchItemParams"),
        "GET /api/items-of/{x}/a-b": ("items_of.a_b.retrieve", "LookParams"),
    }


def test_a_function_that_two_operations_have_is_no_name(tmp_path: Path) -> None:
    made = {
        "GET /items/": "read_items__get",
        "GET /users/": "read_users__get",
        "GET /teams/": "read",
        # Not what FastAPI makes of this path and method.
        "GET /pets/": "find_pet_get",
        "PUT /pets/": "put_pets__post",
        "POST /pets/": "_pets__post",
    }
    assert {params for _, params in names(analyzed(tmp_path, made)).values()} == {
        "ReadItemsGetParams",
        "FindPetGetParams",
        "PetsPostParams",
        "PutPetsPostParams",
        "ReadParams",
        "ReadUsersGetParams",
    }


def test_names_of_earlier_runs_stay(tmp_path: Path) -> None:
    made = {"POST /items/{id}": "touch_items__id__post"}
    lock = NameLock(
        types={"/paths/~1items~1{id}/post/#params": "TouchItemsIdPostParams"},
        operations={"POST /items/{id}": "items.touch_items_id_post"},
    )
    named = names(analyzed(tmp_path, made, lock))
    assert named == {"POST /items/{id}": ("items.touch_items_id_post", "TouchItemsIdPostParams")}

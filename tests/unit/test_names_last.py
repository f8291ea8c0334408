"""Names that last: what is added to a document later renames nothing that was there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from clientsmith.build.frontend import read_and_understood
from clientsmith.build.stages import Stages
from clientsmith.changes.earlier import names_of
from clientsmith.config import Target, load_targets
from clientsmith.identifiers.lock import NameLock
from clientsmith.pipeline import check, generate

Json = dict[str, Any]
OK = {"200": {"description": "Done.", "content": {"application/json": {"schema": {
    "$ref": "#/components/schemas/Pet"}}}}}  # fmt: skip


class Project:
    """A target in a folder, whose document changes from run to run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "clientsmith.toml").write_text(
            '[targets.pets]\ndocument = "openapi.json"\noutput = "out"\npackage = "pets"\n'
            'client = "Pets"\n'
        )

    def target(self) -> Target:
        (target,) = load_targets(self.folder)
        return target

    def run(self, document: Json) -> NameLock:
        """Generate the client of a document; return the names that it has."""
        (self.folder / "openapi.json").write_text(json.dumps(document))
        generate(self.target())
        assert check(self.target()).changes == ()
        target = self.target()
        return names_of(read_and_understood(target, Stages.of(target, None)).api)

    def lock(self) -> NameLock:
        return NameLock.read(self.folder / "names.lock")


def document(
    *,
    properties: Iterable[str] = ("id",),
    parameters: Iterable[tuple[str, str]] = (),
    body: Json | None = None,
    kinds: Iterable[tuple[str, str]] = (("cat", "CAT"),),
    variables: Iterable[str] = (),
) -> Json:
    operation: Json = {
        "operationId": "createPet",
        "responses": OK,
        "parameters": [
            {"name": name, "in": where, "schema": {"type": "string"}} for where, name in parameters
        ],
    }
    if body is not None:
        operation["requestBody"] = {"content": body}
    kinds = list(kinds)
    url = "https://{" + "}.{".join(variables) + "}" if variables else "https://api.example.com"
    server = {"url": url, "variables": {name: {"default": "a"} for name in variables}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "servers": [server],
        "paths": {"/pets": {"post": operation}},
        "components": {
            "schemas": {
                "Pet": {
                    "type": "object",
                    "properties": {
                        **{name: {"type": "string"} for name in properties},
                        "kind": {"$ref": "#/components/schemas/Kind"},
                    },
                },
                "Kind": {
                    "type": "string",
                    "enum": [value for value, _ in kinds],
                    "x-enum-varnames": [name for _, name in kinds],
                },
            }
        },
    }


def form(*names: str) -> Json:
    properties = {name: {"type": "string"} for name in names}
    return {"application/json": {"schema": {"type": "object", "properties": properties}}}


TEXT = {"text/plain": {"schema": {"type": "string"}}}
FIELD = "/components/schemas/Pet/properties/"
ARGUMENT = "/paths/~1pets/post/#"
CASES: Mapping[str, tuple[Callable[..., Json], Json, Json, str, str]] = {
    "a property like another": (
        document,
        {"properties": ["b.a"]},
        {"properties": ["b.a", "b-a"]},
        f"{FIELD}b.a",
        f"{FIELD}b-a",
    ),
    "a property whose name is an attribute": (
        document,
        {"properties": ["b-a"]},
        {"properties": ["b_a", "b-a"]},
        f"{FIELD}b-a",
        f"{FIELD}b_a",
    ),
    "a property with a number": (
        document,
        {"properties": ["b-a", "b.a"]},
        {"properties": ["b_a_2", "b-a", "b.a"]},
        f"{FIELD}b.a",
        f"{FIELD}b_a_2",
    ),
    "a parameter of another location": (
        document,
        {"parameters": [("header", "id")]},
        {"parameters": [("query", "id"), ("header", "id")]},
        f"{ARGUMENT}header/id",
        f"{ARGUMENT}query/id",
    ),
    "a parameter like another": (
        document,
        {"parameters": [("query", "pageToken")]},
        {"parameters": [("query", "page-token"), ("query", "pageToken")]},
        f"{ARGUMENT}query/pageToken",
        f"{ARGUMENT}query/page-token",
    ),
    "a parameter like a property of the body": (
        document,
        {"body": form("name")},
        {"body": form("name"), "parameters": [("query", "name")]},
        f"{ARGUMENT}body/name",
        f"{ARGUMENT}query/name",
    ),
    "a property of the body like a parameter": (
        document,
        {"body": form("age"), "parameters": [("query", "name")]},
        {"body": form("name", "age"), "parameters": [("query", "name")]},
        f"{ARGUMENT}query/name",
        f"{ARGUMENT}body/name",
    ),
    "a parameter like a whole body": (
        document,
        {"body": TEXT},
        {"body": TEXT, "parameters": [("query", "body")]},
        f"{ARGUMENT}body/body",
        f"{ARGUMENT}query/body",
    ),
    "a parameter like the argument for the media type": (
        document,
        {"body": {"image/*": {}}},
        {"body": {"image/*": {}}, "parameters": [("query", "contentType")]},
        f"{ARGUMENT}media type/content_type",
        f"{ARGUMENT}query/contentType",
    ),
    "an enum value like another": (
        document,
        {"kinds": [("dog", "b-a")]},
        {"kinds": [("cat", "b_a"), ("dog", "b-a")]},
        '/components/schemas/Kind/enum/#"dog"',
        '/components/schemas/Kind/enum/#"cat"',
    ),
    "a variable of servers": (
        document,
        {"variables": ["dataCenter"]},
        {"variables": ["data-center", "dataCenter"]},
        "/servers/#variable/dataCenter",
        "/servers/#variable/data-center",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_added_renames_nothing(case: str, tmp_path: Path) -> None:
    make, before, after, old, new = CASES[case]
    project = Project(tmp_path)
    first = _all(project.run(make(**before)))
    assert first[old]
    second = _all(project.run(make(**after)))
    assert second[old] == first[old]
    assert second[new] != second[old]
    assert _all(project.lock())[old] == first[old]
    # The lock alone keeps them, in whatever order the document is.
    (tmp_path / "names.record").unlink()
    turned = {name: _reversed(value) for name, value in after.items()}
    assert _all(project.run(make(**turned))) == second
    # The one that was added keeps its name when the other is gone.
    lock = project.lock()
    only_new = _all(project.run(_without(make(**after), old)))
    assert only_new.get(old) is None
    assert only_new[new] == second[new], lock


def test_a_name_that_only_one_wants_is_not_in_the_lock(tmp_path: Path) -> None:
    project = Project(tmp_path)
    given = project.run(document(properties=["b-a", "createdAt"], parameters=[("query", "pageNo")]))
    assert f"{FIELD}b-a" in given.fields
    lock = project.lock()
    assert (lock.fields, lock.arguments, lock.constants) == ({}, {}, {})


def _all(lock: NameLock) -> dict[str, str]:
    return {**lock.arguments, **lock.fields, **lock.constants}


def _reversed(value: Any) -> Any:
    return value[::-1] if isinstance(value, list) else value


def _without(made: Json, key: str) -> Json:
    """Remove the member of a key from a document."""
    operation = made["paths"]["/pets"]["post"]
    last = key.rpartition("/")[2]
    schemas = made["components"]["schemas"]
    if key.startswith(FIELD):
        del schemas["Pet"]["properties"][last]
    elif "/enum/" in key:
        at = schemas["Kind"]["enum"].index(json.loads(last[1:]))
        del schemas["Kind"]["enum"][at], schemas["Kind"]["x-enum-varnames"][at]
    elif "#variable" in key:
        server = made["servers"][0]
        del server["variables"][last]
        server["url"] = "https://{" + next(iter(server["variables"])) + "}"
    elif "#body" in key or "#media" in key:
        del operation["requestBody"]
    else:
        operation["parameters"] = [
            each
            for each in operation["parameters"]
            if key.rpartition("#")[2] != f"{each['in']}/{each['name']}"
        ]
    return made


def test_a_name_that_is_edited_in_the_lock_stays(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.run(document(properties=["b-a", "b.a"]))
    lock = tmp_path / "names.lock"
    lock.write_text(lock.read_text().replace('"b_a_2"', '"second"'))
    for _ in range(2):
        given = project.run(document(properties=["b.a", "b-a"]))
        assert given.fields[f"{FIELD}b.a"] == "second"
        assert project.lock().fields[f"{FIELD}b.a"] == "second"

"""Which answers are lists, so that their calls are `list`, and which are one thing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from clientsmith.analyze import analyze
from clientsmith.config import ad_hoc_target
from clientsmith.document import read
from clientsmith.identifiers import NameLock


def call(folder: Path, schema: dict[str, Any]) -> str:
    """The method of `GET /things/own`, whose answer is an object of this schema."""
    answer = {"$ref": "#/components/schemas/Answer"}
    content = {"application/json": {"schema": answer}}
    responses = {"200": {"description": "It.", "content": content}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "A", "version": "1"},
        "paths": {"/things/own": {"get": {"operationId": "getOwn", "responses": responses}}},
        "components": {"schemas": {"Answer": schema}},
    }
    path = folder / "openapi.json"
    path.write_text(json.dumps(document), "utf-8")
    (found,) = analyze(read(path), ad_hoc_target(path, "a", None, folder), NameLock()).operations()
    return found.method


TEXT = {"type": "string"}
TEXTS = {"type": "array", "items": TEXT}
LINES = {"type": "array", "items": {"type": "object", "properties": {"text": TEXT}}}


@pytest.mark.parametrize(
    ("properties", "method"),
    [
        ({"things": LINES}, "list"),
        ({"things": TEXTS}, "list"),
        ({"things": LINES, "total": {"type": "integer"}, "next": TEXT}, "list"),
        ({"data": LINES, "id": TEXT}, "list"),
        ({"items": TEXTS, "title": TEXT}, "list"),
        ({"username": TEXT, "scopes": TEXTS}, "retrieve"),
        ({"id": TEXT, "lines": LINES}, "retrieve"),
        ({"title": TEXT, "tags": TEXTS}, "retrieve"),
        ({"things": TEXTS, "others": TEXTS}, "retrieve"),
    ],
)
def test_what_has_a_name_is_one_thing(
    tmp_path: Path, properties: dict[str, Any], method: str
) -> None:
    assert call(tmp_path, {"type": "object", "properties": properties}) == method

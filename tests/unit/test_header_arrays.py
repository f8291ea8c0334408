"""Arrays in headers: one line by OpenAPI, a line for each item where FastAPI made the document."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from clientsmith.analyze import analyze
from clientsmith.config import ad_hoc_target
from clientsmith.document import read
from clientsmith.identifiers import NameLock

TEXTS = {"type": "array", "items": {"type": "string"}}


def style(folder: Path, schema: dict[str, Any], is_fast_apis: bool, setting: str | None) -> str:
    """The style of a header of this schema."""
    header = {"name": "X-Tags", "in": "header", "schema": schema}
    responses = {"204": {"description": "Done."}}
    document: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "A", "version": "1"},
        "paths": {"/a": {"get": {"parameters": [header], "responses": responses}}},
    }
    if is_fast_apis:
        document["components"] = {"schemas": {"HTTPValidationError": {"type": "object"}}}
    path = folder / "openapi.json"
    path.write_text(json.dumps(document), "utf-8")
    target = ad_hoc_target(path, "a", None, folder).model_copy(update={"header_arrays": setting})
    (operation,) = analyze(read(path), target, NameLock()).operations()
    return operation.arguments[0].style


@pytest.mark.parametrize(
    ("is_fast_apis", "setting", "expected"),
    [
        (False, None, "simple"),
        (True, None, "lines"),
        (True, "comma", "simple"),
        (False, "repeat", "lines"),
    ],
)
def test_the_setting_counts_before_who_made_the_document(
    tmp_path: Path, is_fast_apis: bool, setting: str | None, expected: str
) -> None:
    assert style(tmp_path, TEXTS, is_fast_apis, setting) == expected
    nullable = {"anyOf": [TEXTS, {"type": "null"}]}
    assert style(tmp_path, nullable, is_fast_apis, setting) == expected


@pytest.mark.parametrize("schema", [{"type": "string"}, {"type": "integer"}, {"type": "object"}])
def test_only_arrays_have_lines(tmp_path: Path, schema: dict[str, Any]) -> None:
    assert style(tmp_path, schema, True, None) == "simple"

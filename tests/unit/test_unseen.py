"""Texts that no reader sees are none: they print nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clientsmith import pipeline
from clientsmith.config import ad_hoc_target


def document(text: str | None) -> str:
    """A document that says `text` wherever a docstring could; nothing there for None."""
    doc = {} if text is None else {"description": text}
    reported = {} if text is None else {"x-enum-descriptions": [text, text]}
    kind = {"type": "string", "enum": ["a", "b"], "x-enum-varnames": ["A", "B"], **reported, **doc}
    bird = {"type": "object", "properties": {"kind": kind, "name": {**doc}}, **doc}
    parameter = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}, **doc}
    answer = {"description": text or "", "content": {"application/json": {"schema": bird}}}
    operation = {"parameters": [parameter], "responses": {"200": answer}, **doc}
    info = {"title": "Birds", "version": "1", **doc}
    return json.dumps(
        {"openapi": "3.1.0", "info": info, "paths": {"/birds/{id}": {"get": operation}}}
    )


@pytest.mark.parametrize("text", [" \t ", "\n\n", "\u200b", "\u202e\u2066", "\0"])
def test_a_text_that_nobody_sees_is_none(tmp_path: Path, text: str) -> None:
    def modules(text: str | None) -> dict[str, str]:
        path = tmp_path / "openapi.json"
        path.write_text(document(text))
        target = ad_hoc_target(path, "birds", None, tmp_path)
        return {
            name: text for name, text in pipeline.make(target).files.items() if name.endswith(".py")
        }

    assert modules(text) == modules(None)

"""Classes in `_custom/` take the place of generated ones of the same name."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.wire.server import json_answer, serving

from clientsmith.config import Target, ad_hoc_target
from clientsmith.diagnostics import ClientsmithError
from clientsmith.pipeline import check, generate

DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Birds", "version": "1"},
    "servers": [{"url": "https://birds.example"}],
    "paths": {
        "/birds/{id}": {
            "get": {
                "operationId": "getBird",
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
                ],
                "responses": {
                    "200": {
                        "description": "The bird.",
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Answer"}}
                        },
                    }
                },
            }
        }
    },
    "components": {
        "schemas": {
            "Answer": {
                "type": "object",
                "properties": {"data": {"$ref": "#/components/schemas/Bird"}},
            },
            "Bird": {"type": "object", "properties": {"name": {"type": "string"}}},
        }
    },
}

MODELS = '''\
from ..models.bird import Bird as Generated


class Bird(Generated):
    """A bird that can sing."""

    def sing(self) -> str:
        return f"{self.name}!"
'''
RESOURCES = """\
from ..resources.birds import Birds as Generated


class Birds(Generated):
    def first(self) -> str:
        answer = self.retrieve("1")
        return answer.data.sing()
"""
CLIENT = """\
from ..client import BirdsClient as Generated


class BirdsClient(Generated):
    house = "ours"
"""


@pytest.fixture
def target(tmp_path: Path) -> Target:
    document = tmp_path / "openapi.json"
    document.write_text(json.dumps(DOCUMENT))
    return ad_hoc_target(document, "custom_birds", "BirdsClient", tmp_path)


@pytest.fixture
def package(target: Target) -> Iterator[Any]:
    generate(target)
    custom = target.package_folder / "_custom"
    (custom / "models.py").write_text(MODELS)
    (custom / "resources.py").write_text(RESOURCES)
    (custom / "client.py").write_text(CLIENT)
    generate(target)
    sys.path.insert(0, str(target.output))
    importlib.invalidate_caches()
    yield importlib.import_module("custom_birds")
    sys.path.remove(str(target.output))
    for name in [name for name in sys.modules if name.split(".")[0] == "custom_birds"]:
        del sys.modules[name]


def test_models_resources_and_clients_are_replaced(package: Any) -> None:
    with serving() as server:
        server.will(json_answer({"data": {"name": "wren"}}))
        with package.BirdsClient(base_url=server.url) as client:
            assert client.house == "ours"
            assert client.birds.first() == "wren!"
            # Also where the class is nested in another.
            assert type(client.birds.retrieve("1").data).__module__ == "custom_birds._custom.models"
    assert package.models.Bird.__module__ == "custom_birds._custom.models"


def test_the_files_there_are_left_alone(target: Target, package: Any) -> None:
    custom = target.package_folder / "_custom"
    assert (custom / "models.py").read_text() == MODELS
    assert generate(target).result is None
    assert check(target).changes == ()


def test_a_class_that_is_taken_away_is_generated_again(target: Target, package: Any) -> None:
    (target.package_folder / "_custom" / "models.py").unlink()
    assert check(target).changes
    generate(target)
    index = (target.package_folder / "models" / "__init__.py").read_text()
    assert "_custom" not in index


def test_a_file_that_does_not_parse_is_reported_with_its_place(target: Target) -> None:
    generate(target)
    (target.package_folder / "_custom" / "models.py").write_text("class Bird(:\n")
    with pytest.raises(ClientsmithError) as caught:
        generate(target)
    (problem,) = caught.value.diagnostics
    assert problem.code == "custom-syntax"
    assert problem.span is not None
    assert problem.span.line == 1
    assert problem.span.file.endswith("_custom/models.py")

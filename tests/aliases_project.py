"""A small project whose document and names change from version to version."""

from __future__ import annotations

import copy
import json
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from importlib import import_module, invalidate_caches
from pathlib import Path
from types import ModuleType
from typing import Any

from click.testing import CliRunner, Result

from clientsmith.cli import cli

JSON = "application/json"
PACKAGE = "pets_client"
CONFIG = f"""
[targets.pets]
document = "openapi.json"
output = "out"
package = "{PACKAGE}"
client = "PetShop"
"""


def answer(name: str) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{name}"}
    return {"200": {"description": "Fine", "content": {JSON: {"schema": schema}}}}


ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "2.0"},
    "servers": [{"url": "https://pets.example.com"}],
    "paths": {
        "/pets": {
            "get": {
                "operationId": "listPets",
                "parameters": [
                    {
                        "name": "species",
                        "in": "query",
                        "description": "Only pets of this kind.",
                        "schema": {"type": "string"},
                    },
                    {"name": "page", "in": "query", "schema": {"type": "integer"}},
                ],
                "responses": answer("Animals"),
            },
        },
        "/pets/{id}": {
            "parameters": [ID],
            "get": {"operationId": "getPet", "responses": answer("Animal")},
            "delete": {"operationId": "archivePet", "responses": {"204": {"description": "x"}}},
        },
        "/toys/{id}": {
            "parameters": [ID],
            "get": {"operationId": "getToy", "responses": answer("Animal")},
        },
    },
    "components": {
        "schemas": {
            "Animal": {
                "type": "object",
                "required": ["id", "name"],
                "properties": {
                    "id": {"type": "string"},
                    "name": {"type": "string", "description": "What it is called."},
                    "age": {"type": "integer"},
                },
            },
            "Animals": {
                "type": "object",
                "properties": {
                    "data": {"type": "array", "items": {"$ref": "#/components/schemas/Animal"}},
                    "total": {"type": "integer"},
                },
            },
        },
    },
}


class Project:
    """A folder with a document, a configuration and a client."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.document = copy.deepcopy(DOCUMENT)
        self.settings = CONFIG
        self.write()

    @property
    def paths(self) -> dict[str, Any]:
        return self.document["paths"]

    @property
    def schemas(self) -> dict[str, Any]:
        return self.document["components"]["schemas"]

    def write(self) -> None:
        (self.folder / "openapi.json").write_text(json.dumps(self.document, indent=1))
        (self.folder / "clientsmith.toml").write_text(self.settings)

    def run(self, *arguments: str) -> Result:
        self.write()
        return CliRunner().invoke(cli, [*arguments, "--config", "clientsmith.toml"])

    def generate(self, version: str = "", *arguments: str) -> str:
        """Generate the client, of this version of the document, and return what is printed."""
        if version:
            self.document["info"]["version"] = version
        result = self.run("generate", *arguments)
        assert result.exit_code == 0, result.output
        return result.stdout

    def step(self, version: str) -> str:
        """Generate the client after a change that asks for a minor step and for nothing more."""
        self.paths[f"/extra/{version}"] = {"get": {"responses": {"204": {"description": "x"}}}}
        return self.generate(version)

    def text(self, path: str) -> str:
        return (self.folder / "out" / PACKAGE / path).read_text()

    @property
    def old_names(self) -> Path:
        return self.folder / "names.aliases"

    def tree(self) -> dict[str, bytes]:
        paths = [*self.folder.rglob("out/**/*"), *self.folder.glob("names.*")]
        return {
            str(path): path.read_bytes()
            for path in paths
            if path.is_file() and "__pycache__" not in path.parts
        }

    def replace_settings(self, more: str) -> None:
        self.settings = CONFIG + more

    @contextmanager
    def package(self) -> Generator[ModuleType]:
        """Import the client as it is now."""
        place = str(self.folder / "out")
        sys.path.insert(0, place)
        invalidate_caches()
        try:
            yield import_module(PACKAGE)
        finally:
            sys.path.remove(place)
            for name in [each for each in sys.modules if each.partition(".")[0] == PACKAGE]:
                del sys.modules[name]


Edit = Callable[[Project], object]

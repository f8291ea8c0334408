"""A document with some of its operations, and one with a change."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from clientsmith.openapi import METHODS


def read(path: Path) -> dict[str, Any]:
    """A document of JSON or YAML as plain data."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        return json.loads(text)
    import yaml

    return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def operations(document: dict[str, Any]) -> list[tuple[str, str]]:
    """Path and method of each operation."""
    return [
        (path, method)
        for path, item in document["paths"].items()
        for method in item
        if method in METHODS
    ]


def cut(document: dict[str, Any], count: int) -> dict[str, Any]:
    """The document with `count` of its operations, evenly spread, and the components that these
    reach.
    """
    found = operations(document)
    kept = {found[number * len(found) // count] for number in range(min(count, len(found)))}
    rest = {**document, "paths": {}, "components": {}}
    rest.pop("webhooks", None)
    for path, item in document["paths"].items():
        own = {key: value for key, value in item.items() if (path, key) in kept}
        if own:
            shared = {key: value for key, value in item.items() if key not in METHODS}
            rest["paths"][path] = {**shared, **own}
    waiting = list(_references([rest["paths"]]))
    seen: set[str] = set()
    while waiting:
        reference = waiting.pop()
        if reference in seen or not reference.startswith("#/components/"):
            continue
        seen.add(reference)
        section, name = reference.split("/")[2:4]
        name = name.replace("~1", "/").replace("~0", "~")
        part = document["components"].get(section, {}).get(name)
        if part is None:
            continue
        rest["components"].setdefault(section, {})[name] = part
        waiting += _references([part])
    schemes = document.get("components", {}).get("securitySchemes")
    if schemes:
        rest["components"]["securitySchemes"] = schemes
    return rest


def with_other_operation(document: dict[str, Any], number: int, at: float = 0.5) -> dict[str, Any]:
    """The document with another summary of an operation, one for each number.

    The operation is `at` this share of them, in the middle at first.
    """
    changed = copy.deepcopy(document)
    found = operations(changed)
    path, method = found[int(len(found) * at)]
    changed["paths"][path][method]["summary"] = f"Another summary {number}"
    return changed


def with_other_schema(document: dict[str, Any], number: int, at: float = 0.5) -> dict[str, Any]:
    """The document with a property more, one for each number, of an object schema.

    The schema is `at` this share of them.
    """
    changed = copy.deepcopy(document)
    schemas = [
        schema
        for schema in changed["components"]["schemas"].values()
        if isinstance(schema.get("properties"), dict)
    ]
    schemas[int(len(schemas) * at)]["properties"][f"bench_property_{number}"] = {"type": "string"}
    return changed


def _references(waiting: list[Any]) -> list[str]:
    """Every text that could refer to a component; the values of a mapping do without `$ref`."""
    found: list[str] = []
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            waiting += node.values()
        elif isinstance(node, list):
            waiting += node
        elif isinstance(node, str) and node.startswith("#/components/"):
            found.append(node)
    return found

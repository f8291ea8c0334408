"""Changes of one fact of a document: what an API's owner does to it in a day."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

Json = dict[str, Any]
_METHODS = ("get", "put", "post", "delete", "patch")


@dataclass(frozen=True, slots=True)
class Mutation:
    """A document that differs from another by one fact."""

    name: str
    place: str
    document: Json


def mutations(document: Json, count: int, seed: str) -> Iterator[Mutation]:
    """Yield some mutations of a document, of each kind in turn, at places drawn by the seed."""
    draw = Random(seed)
    places = {kind: _shuffled(find(document), draw) for kind, (find, _) in KINDS.items()}
    done = 0
    while done < count and any(places.values()):
        for kind, (_, change) in KINDS.items():
            if not places[kind] or done == count:
                continue
            path = places[kind].pop()
            new = copy.deepcopy(document)
            owner = new
            for step in path[:-1]:
                owner = owner[step]
            if change(owner, path[-1], draw, new):
                done += 1
                yield Mutation(kind, "/".join(map(str, path)), new)


def _shuffled(found: Iterator[tuple[Any, ...]], draw: Random) -> list[tuple[Any, ...]]:
    places = list(found)
    draw.shuffle(places)
    return places


Find = Callable[[Json], Iterator[tuple[Any, ...]]]
Change = Callable[[Any, Any, Random, Json], bool]
"""Changes the value under a key of a mapping or a list; false where it cannot."""


def _operations(document: Json) -> Iterator[tuple[Any, ...]]:
    for path, item in document["paths"].items():
        for method in _METHODS:
            if method in item:
                yield "paths", path, method


def _at(document: Json, path: tuple[Any, ...]) -> Any:
    node: Any = document
    for step in path:
        node = node[step]
    return node


def _paths(document: Json) -> Iterator[tuple[Any, ...]]:
    yield from (("paths", path) for path in document["paths"])


def _parameters(document: Json) -> Iterator[tuple[Any, ...]]:
    for path in _operations(document):
        for at, node in enumerate(_at(document, path).get("parameters", ())):
            if "$ref" not in node and node.get("in") in ("query", "header"):
                yield *path, "parameters", at


def _parameter_schemas(document: Json) -> Iterator[tuple[Any, ...]]:
    for path in _parameters(document):
        if "schema" in _at(document, path):
            yield *path, "schema"


def _below(document: Json, path: tuple[Any, ...], depth: int = 0) -> Iterator[tuple[Any, ...]]:
    """Yield the paths of a schema and of those inside of it."""
    node = _at(document, path)
    if not isinstance(node, dict) or depth > 6:
        return
    yield path
    for name in node.get("properties", ()):
        yield from _below(document, (*path, "properties", name), depth + 1)
    for key in ("items", "additionalProperties"):
        if isinstance(node.get(key), dict):
            yield from _below(document, (*path, key), depth + 1)
    for key in ("allOf", "oneOf", "anyOf"):
        for at in range(len(node.get(key, ()))):
            yield from _below(document, (*path, key, at), depth + 1)


def _schemas(document: Json) -> Iterator[tuple[Any, ...]]:
    """Yield the paths of all schemas that are written out."""
    for name in document.get("components", {}).get("schemas", {}):
        yield from _below(document, ("components", "schemas", name))
    for path in _operations(document):
        operation = _at(document, path)
        contents = [("requestBody", "content")]
        contents += [("responses", status, "content") for status in operation.get("responses", ())]
        for keys in contents:
            try:
                content = _at(operation, keys)
            except KeyError:
                continue
            for kind in content:
                if "schema" in content[kind]:
                    yield from _below(document, (*path, *keys, kind, "schema"))
    yield from _parameter_schemas(document)


def _of(test: Callable[[Json], bool]) -> Find:
    return lambda document: (path for path in _schemas(document) if test(_at(document, path)))


def _properties(document: Json) -> Iterator[tuple[Any, ...]]:
    for path in _schemas(document):
        for name in _at(document, path).get("properties", ()):
            yield *path, "properties", name


def _objects(document: Json) -> Iterator[tuple[Any, ...]]:
    return (path for path in _schemas(document) if _at(document, path).get("properties"))


def _remove(owner: Any, key: Any, _: Random, __: Json) -> bool:
    del owner[key]
    return True


def _remove_property(owner: Any, key: Any, _: Random, document: Json) -> bool:
    for schema in _walk(document):
        if schema.get("properties") is owner and key in schema.get("required", ()):
            schema["required"] = [each for each in schema["required"] if each != key]
            if not schema["required"]:
                del schema["required"]
    del owner[key]
    return True


def _walk(node: Any) -> Iterator[Json]:
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from _walk(value)
    elif isinstance(node, list):
        for value in node:
            yield from _walk(value)


def _add_property(required: bool) -> Change:
    def change(owner: Any, key: Any, _: Random, __: Json) -> bool:
        schema = owner[key]
        schema["properties"] = {**schema["properties"], "brand_new": {"type": "string"}}
        if required:
            schema["required"] = [*schema.get("required", ()), "brand_new"]
        return True

    return change


def _toggle_required(owner: Any, key: Any, draw: Random, __: Json) -> bool:
    schema = owner[key]
    name = draw.choice(list(schema["properties"]))
    needed = list(schema.get("required", ()))
    needed.remove(name) if name in needed else needed.append(name)
    schema["required"] = needed
    if not needed:
        del schema["required"]
    return True


def _add_parameter(required: bool) -> Change:
    def change(owner: Any, key: Any, _: Random, __: Json) -> bool:
        node = {"name": "brand-new", "in": "query", "schema": {"type": "string"}}
        if required:
            node["required"] = True
        owner[key].setdefault("parameters", []).append(node)
        return True

    return change


def _set(**values: Any) -> Change:
    def change(owner: Any, key: Any, _: Random, __: Json) -> bool:
        before = dict(owner[key])
        owner[key].update(copy.deepcopy(values))
        return owner[key] != before

    return change


def _become(schema: Json) -> Change:
    def change(owner: Any, key: Any, _: Random, __: Json) -> bool:
        owner[key] = copy.deepcopy(schema)
        return True

    return change


def _toggle(name: str) -> Change:
    def change(owner: Any, key: Any, _: Random, __: Json) -> bool:
        owner[key][name] = not owner[key].get(name, False)
        return True

    return change


def _nullable(owner: Any, key: Any, _: Random, document: Json) -> bool:
    schema = owner[key]
    if str(document["openapi"]).startswith("3.0"):
        if "type" not in schema or "enum" in schema:
            return False
        schema["nullable"] = not schema.get("nullable", False)
        return True
    kind = schema.get("type")
    if not isinstance(kind, str) or kind == "null" or "enum" in schema:
        return False
    schema["type"] = [kind, "null"]
    return True


def _drop_enum_value(owner: Any, key: Any, draw: Random, _: Json) -> bool:
    values = owner[key]["enum"]
    if len(values) < 2:
        return False
    gone = draw.choice(values)
    owner[key]["enum"] = [value for value in values if value != gone]
    if owner[key].get("default") == gone:
        del owner[key]["default"]
    return True


def _add_enum_value(owner: Any, key: Any, _: Random, __: Json) -> bool:
    values = owner[key]["enum"]
    if not all(isinstance(value, str) for value in values):
        return False
    owner[key]["enum"] = [*values, "brand_new"]
    return True


def _bounds(factor: int) -> Change:
    def change(owner: Any, key: Any, _: Random, __: Json) -> bool:
        schema = owner[key]
        for name in ("maximum", "maxLength", "maxItems"):
            if isinstance(schema.get(name), int) and schema[name] > 2:
                schema[name] = schema[name] * factor if factor > 1 else schema[name] - 1
                return True
        return False

    return change


def _rename(owner: Any, key: Any, _: Random, document: Json) -> bool:
    new = f"Renamed{key}"
    if new in owner:
        return False
    owner[new] = owner.pop(key)
    for node in _walk(document):
        if node.get("$ref") == f"#/components/schemas/{key}":
            node["$ref"] = f"#/components/schemas/{new}"
    return True


def _move_path(owner: Any, key: Any, _: Random, __: Json) -> bool:
    moved = f"/moved{key}"
    if moved in owner:
        return False
    owner[moved] = owner.pop(key)
    return True


def _move_parameter(owner: Any, key: Any, _: Random, __: Json) -> bool:
    node = owner[key]
    node["in"] = "header" if node["in"] == "query" else "query"
    return not (node["in"] == "header" and node.get("schema", {}).get("type") == "object")


def _empty_response(owner: Any, key: Any, _: Random, __: Json) -> bool:
    owner[key] = {"204": {"description": "Nothing."}}
    return True


def _responses(document: Json) -> Iterator[tuple[Any, ...]]:
    return (
        (*path, "responses")
        for path in _operations(document)
        if "responses" in _at(document, path) and "204" not in _at(document, path)["responses"]
    )


def _component_schemas(document: Json) -> Iterator[tuple[Any, ...]]:
    return (
        ("components", "schemas", name)
        for name in document.get("components", {}).get("schemas", {})
    )


def _bodies(document: Json) -> Iterator[tuple[Any, ...]]:
    return (
        (*path, "requestBody")
        for path in _operations(document)
        if "$ref" not in _at(document, path).get("requestBody", {"$ref": ""})
    )


def _is(kind: str, form: str | None = None) -> Find:
    return _of(
        lambda schema: schema.get("type") == kind
        and schema.get("format") == form
        and "enum" not in schema
        and "const" not in schema
        and "pattern" not in schema
    )


_PLAIN = ("string", "integer", "number", "boolean")
_ENUM = _of(lambda schema: isinstance(schema.get("enum"), list))
_TYPED = _of(lambda schema: schema.get("type") in _PLAIN)
_BOUND = _of(lambda schema: any(name in schema for name in ("maximum", "maxLength", "maxItems")))
_LISTS = _of(lambda schema: schema.get("type") == "array")

KINDS: dict[str, tuple[Find, Change]] = {
    "remove an operation": (_operations, _remove),
    "add an optional parameter": (_operations, _add_parameter(False)),
    "add a required parameter": (_operations, _add_parameter(True)),
    "remove a parameter": (_parameters, _remove),
    "require a parameter, or not": (_parameters, _toggle("required")),
    "move a parameter": (_parameters, _move_parameter),
    "another type of a parameter": (_parameter_schemas, _become({"type": "boolean"})),
    "an enum for a parameter": (_parameter_schemas, _become({"type": "string", "enum": ["a"]})),
    "deprecate a parameter": (_parameters, _set(deprecated=True)),
    "describe an operation": (_operations, _set(description="Another description.")),
    "deprecate an operation": (_operations, _set(deprecated=True)),
    "rename an operationId": (_operations, _set(operationId="anotherName")),
    "move a path": (_paths, _move_path),
    "answer nothing": (_responses, _empty_response),
    "require a body, or not": (_bodies, _toggle("required")),
    "remove a body": (_bodies, _remove),
    "rename a schema": (_component_schemas, _rename),
    "remove a property": (_properties, _remove_property),
    "add an optional property": (_objects, _add_property(False)),
    "add a required property": (_objects, _add_property(True)),
    "require a property, or not": (_objects, _toggle_required),
    "describe a property": (_TYPED, _set(description="Another description.")),
    "null, or not": (_TYPED, _nullable),
    "integer for string": (_is("string"), _become({"type": "integer"})),
    "date-time for string": (_is("string"), _set(format="date-time")),
    "number for integer": (_is("integer"), _become({"type": "number"})),
    "string for integer": (_is("integer"), _become({"type": "string"})),
    "object for boolean": (_is("boolean"), _become({"type": "object"})),
    "drop a value of an enum": (_ENUM, _drop_enum_value),
    "add a value to an enum": (_ENUM, _add_enum_value),
    "string for an enum": (_ENUM, _become({"type": "string"})),
    "narrower bounds": (_BOUND, _bounds(0)),
    "wider bounds": (_BOUND, _bounds(2)),
    "a bound for a text": (_is("string"), _set(maxLength=3)),
    "a bound for a number": (_is("integer"), _set(maximum=5)),
    "a pattern for a text": (_is("string"), _set(pattern="^[A-Z]{3}$")),
    "an enum for a text": (_is("string"), _set(enum=["one", "two"])),
    "items of another type": (_LISTS, _set(items={"type": "boolean"})),
    "string for an array": (_LISTS, _become({"type": "string"})),
    "no other properties": (_objects, _set(additionalProperties=False)),
    "other properties": (_objects, _set(additionalProperties={"type": "string"})),
    "read-only": (_TYPED, _toggle("readOnly")),
    "another default": (_is("string"), _set(default="other")),
}

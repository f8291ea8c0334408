"""Keywords of a document that no typed attribute of the IR holds, as facts of the nearest node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

from ..document import MOUNT, Plain, pattern_of
from ..ir import Fact
from ..openapi import METHODS
from .nodes import Nodes, join

_OWN = "x-clientsmith-"
_EXAMPLES = frozenset({"example", "examples"})
# A keyword that is about the document, and not about the API.
_SILENT = frozenset(
    (
        *("$anchor", "$comment", "$defs", "$dynamicAnchor", "$id", "$schema", "$vocabulary"),
        *("definitions", "xml", *_EXAMPLES),
    )
)
_TYPED = _SILENT | {"$ref", "type", "nullable", "enum", "const", "properties"}
_OF_VALUES = frozenset({"default", "deprecated", "description", "readOnly", "writeOnly"})
_LIMITS = frozenset(
    (
        *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
        *("minLength", "maxLength", "minItems", "maxItems", "uniqueItems"),
        *("minProperties", "maxProperties"),
    )
)
_LISTS = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})
_INNER = frozenset({"additionalItems", "additionalProperties", "items"})
_SHORTENED = frozenset({"decimal128", "uint64"})
"""The formats that the IR has under the name of another (see `scalars`)."""

OPERATION = frozenset(
    (
        *("callbacks", "deprecated", "description", "operationId", "parameters", "requestBody"),
        *("responses", "security", "summary", "tags"),
    )
)
WEBHOOK = frozenset({"deprecated", "description", "operationId", "requestBody", "summary", "tags"})
PATH_ITEM = frozenset({*METHODS, "additionalOperations", "parameters"})
PARAMETER = _EXAMPLES | {
    *("allowEmptyValue", "allowReserved", "content", "deprecated", "description", "explode"),
    *("in", "name", "required", "schema", "style"),
}
MEDIA_TYPE = _EXAMPLES | {"itemSchema", "schema"}
REQUEST_BODY = frozenset({"content", "description", "required"})
RESPONSE = frozenset({"content", "description", "headers"})
SCHEME = frozenset({"description", "type"})
SERVER = frozenset({"description", "url", "variables"})
VARIABLE = frozenset({"default", "description", "enum"})
TAG = frozenset({"description", "name"})
INFO = frozenset({"description", "title", "version"})
DOCUMENT = frozenset(
    (
        *("$self", "components", "info", "jsonSchemaDialect", "openapi", "paths", "security"),
        *("servers", "swagger", "tags", "webhooks", "x-webhooks", MOUNT),
    )
)
"""For each kind of object, the keywords that typed attributes hold, or that no caller notices."""


class Facts:
    """Reads the facts of the nodes of one document; those of a schema are read once."""

    def __init__(self, nodes: Nodes) -> None:
        self._nodes = nodes
        self._known: dict[tuple[str, str, bool], tuple[Fact, ...]] = {}

    def of(self, pointer: str, typed: frozenset[str], prefix: str = "") -> tuple[Fact, ...]:
        """Return the keywords of the object at a pointer that are not among `typed`."""
        node = self._nodes.mapping(pointer)
        if node.keys() <= typed:
            return ()
        return tuple(
            Fact(prefix + key, value, join(pointer, key))
            for key, value in node.items()
            if key not in typed and key != "$ref" and not key.startswith(_OWN)
        )

    def of_schemas(self, pointers: Iterable[str], doc: str = "") -> tuple[Fact, ...]:
        """Return the facts of a field or an argument whose value all of these schemas describe.

        `doc` is the description that the field has already. A schema of properties has a shape of
        its own, and the facts are there.
        """
        pointers = list(pointers)
        if len(pointers) == 1:
            return self._of_schema(pointers[0], doc, is_shape=False)
        found = (self._of_schema(pointer, doc, is_shape=False) for pointer in pointers)
        return tuple(fact for facts in found for fact in facts)

    def of_shape(self, pointer: str, doc: str = "") -> tuple[Fact, ...]:
        """Return the facts of the schema of a shape, its bases in `allOf` included."""
        return self._of_schema(pointer, doc, is_shape=True)

    def _of_schema(self, pointer: str, doc: str, *, is_shape: bool) -> tuple[Fact, ...]:
        node = self._nodes.mapping(pointer)
        if not is_shape and self._is_plain(node, doc):
            return ()
        key = pointer, doc, is_shape
        if key not in self._known:
            self._known[key] = tuple(self._walk(pointer, doc, is_shape))
        return self._known[key]

    def _is_plain(self, node: dict[str, Any], doc: str) -> bool:
        """Return at once whether a schema has no facts, as nearly all have none."""
        if node.keys() == _REFERENCE:
            return "properties" in self._nodes.mapping(str(node["$ref"])[1:])
        if not _is_typed("description", node, True, doc):
            return False
        others = node.keys() - _PLAIN
        return not others or (
            others <= _LIMITED and _has_limits(node) and node.get("format") not in _SHORTENED
        )

    def _walk(self, start: str, doc: str, is_shape: bool) -> Iterator[Fact]:
        """Yield what a schema and the schemas inside it say, up to the next shape.

        Of `{type: array, items: {type: string, x-kind: a}}` that is `items/x-kind`, and no `type`,
        which the type of the value has. Schemas with `properties` are shapes with facts of their
        own.
        """
        met: set[str] = set()
        waiting = [(start, "", True)]
        while waiting:
            pointer, prefix, is_top = waiting.pop()
            node: Plain = self._nodes.get(pointer)
            if pointer in met or not isinstance(node, dict):
                continue
            met.add(pointer)
            if "properties" in node and not (is_shape and is_top):
                continue
            # In the document's order: the last one in is read first.
            inner: list[tuple[str, str, bool]] = []
            if isinstance(node.get("$ref"), str):
                inner.append((node["$ref"][1:], prefix, is_top))
            for key, value in node.items():
                if _is_typed(key, node, is_top, doc):
                    continue
                at = join(pointer, key)
                if key in _LISTS and isinstance(value, list):
                    is_same = is_top and key == "allOf"
                    inner += [
                        (join(at, index), f"{prefix}{key}/{index}/", is_same)
                        for index in range(len(cast("list[Any]", value)))
                    ]
                elif key in _INNER and isinstance(value, dict):
                    inner.append((at, f"{prefix}{key}/", False))
                elif key == "patternProperties" and isinstance(value, dict):
                    names = [*cast("dict[str, Any]", value)]
                    yield Fact(prefix + key, [*names], at)
                    inner += [
                        (join(at, name), f"{prefix}{join(key, name)}/", False) for name in names
                    ]
                else:
                    yield Fact(prefix + key, value, at)
            waiting += reversed(inner)


_PLAIN = _SILENT | _OF_VALUES - {"description"} | {"type", "description"}
"""The keywords of a schema that a field holds whole."""
_LIMITED = _LIMITS | {"format"}
_REFERENCE = {"$ref"}


def _is_typed(key: str, node: dict[str, Any], is_top: bool, doc: str) -> bool:
    """Return whether the type of a schema, or the field around it, holds a keyword."""
    if key == "required":
        return "properties" in node
    if key in _TYPED or key.startswith(_OWN):
        return True
    if key in _OF_VALUES:
        text = node.get(key)
        return is_top and (key != "description" or not isinstance(text, str) or text.strip() in doc)
    if key == "title":
        return is_top and "description" not in node
    if key in _LIMITS:
        return _has_limits(node)
    if key == "pattern":
        value = node[key]
        return _has_limits(node) and isinstance(value, str) and bool(pattern_of(value).source)
    if key == "format":
        return _has_limits(node) and node[key] not in _SHORTENED and "contentEncoding" not in node
    return key == "additionalProperties" and node[key] is True


def _has_limits(node: dict[str, Any]) -> bool:
    """Return whether the type of a schema has room for limits: a scalar, an array or a map."""
    kinds = node.get("type")
    if not isinstance(kinds, str):
        own = {kind for kind in cast("list[Any]", kinds or ()) if kind != "null"}
        if len(own) != 1:
            return False
    return node.keys().isdisjoint(("anyOf", "const", "enum", "oneOf", "prefixItems", "properties"))

"""The parts of a schema: itself, the target of its `$ref`, and the members of its `allOf`.

All of these hold of a value at once (JSON Schema Core, section 10.2.1.1), so that a schema is read
as a row of parts, whatever way they came together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, cast

from ...document import Plain, matches, members, pattern_of
from ...ir.texts import is_visible
from ..nodes import Nodes, join

# What tells of a value, and asserts nothing about it.
_ANNOTATIONS = frozenset(
    [
        "$anchor",
        "$comment",
        "$defs",
        "$id",
        "$ref",
        "$schema",
        "allOf",
        "default",
        "definitions",
        "deprecated",
        "description",
        "discriminator",
        "example",
        "examples",
        "externalDocs",
        "nullable",
        "readOnly",
        "title",
        "writeOnly",
        "xml",
    ]
)
_PLAIN = _ANNOTATIONS - {"$ref", "allOf", "discriminator"} | {"type", "format"}
_NOTES = ("description", "title", "default", "deprecated", "readOnly", "writeOnly")
_UNIONS = ("oneOf", "anyOf")
_OBJECTS = ("properties", "additionalProperties", "patternProperties")
_CONDITIONAL = frozenset({"then", "else", "dependentSchemas"})
_DEMANDS = frozenset({"type", "required", "not", "minProperties", "maxProperties"})


@dataclass(frozen=True, slots=True)
class Part:
    """One schema object of a schema; its `$ref` and `allOf` are parts of their own."""

    pointer: str
    node: dict[str, Any]

    def without(self, *keywords: str) -> Part:
        """Return the part without some of its keywords."""
        return replace(
            self, node={key: item for key, item in self.node.items() if key not in keywords}
        )


@dataclass(frozen=True, slots=True)
class Members:
    """The members of an object schema."""

    properties: dict[str, list[str]]
    required: frozenset[str]
    extra: tuple[str, ...]
    is_open: bool | None
    """What the document says of members without a name; None where it says nothing."""


def parts_of(nodes: Nodes, places: Sequence[str]) -> tuple[Part, ...] | None:
    """Return the schema objects that a value must satisfy, bases first; None for `false`.

    `{allOf: [{$ref: Base}, {properties: ...}]}` gives the parts of `Base`, then the second member.
    """
    if len(places) == 1 and (known := nodes.parts.get(places[0])) is not None:
        return known
    found: dict[str, Part] = {}
    starts: dict[str, int] = {}
    is_tree = True
    waiting = [(place, False) for place in reversed(places)]
    while waiting:
        place, is_ready = waiting.pop()
        node: Plain = nodes.get(place)
        if node is False:
            return None
        if not isinstance(node, dict):
            continue
        if is_ready:
            if not is_silent(node):
                found[place] = Part(place, node)
            if is_tree:
                nodes.parts[place] = tuple(islice(found.values(), starts[place], None))
        elif place in starts:
            is_tree = False  # What was met before is no longer all that a schema consists of.
        elif (known := nodes.parts.get(place)) is not None:
            starts[place] = len(found)
            is_tree = is_tree and not any(part.pointer in found for part in known)
            found.update((part.pointer, part) for part in known if part.pointer not in found)
        else:
            starts[place] = len(found)
            waiting.append((place, True))
            if "allOf" in node:
                members = range(len(array_at(node, "allOf")))
                waiting += [(join(place, "allOf", index), False) for index in reversed(members)]
            if isinstance(node.get("$ref"), str):
                waiting.append((node["$ref"][1:], False))
    return tuple(found.values())


def is_silent(node: dict[str, Any]) -> bool:
    """Return whether a schema object has no assertion of its own."""
    return "type" not in node and all(key in _ANNOTATIONS or key.startswith("x-") for key in node)


def is_plain(node: dict[str, Any]) -> bool:
    """Return whether a schema object asserts no more than a type and a format."""
    return node.keys() <= _PLAIN


def kinds_of(parts: Iterable[Part]) -> list[str] | None:
    """Return the JSON types that all parts allow, in the document's order; None if all are."""
    allowed: list[str] | None = None
    for part in parts:
        own = own_kinds(part.node)
        if own is not None and own != allowed:
            allowed = own if allowed is None else _both(allowed, own)
    return allowed


def _both(some: list[str], others: list[str]) -> list[str]:
    both = [kind for kind in some if kind in others]
    # Every integer is a number too (JSON Schema Core, section 4.2.3).
    integers = ("integer" in some and "number" in others) or (
        "number" in some and "integer" in others
    )
    return [*both, "integer"] if integers and "integer" not in both else both


def own_kinds(node: dict[str, Any]) -> list[str] | None:
    """Return the JSON types that a schema object names; None where it names none."""
    kinds = node.get("type")
    if isinstance(kinds, str):
        named = [kinds]
    elif isinstance(kinds, list):
        named = [kind for kind in cast("list[Any]", kinds) if isinstance(kind, str)]
    else:
        return None
    return [*named, "null"] if node.get("nullable") is True and "null" not in named else named


def is_object(parts: Sequence[Part]) -> bool:
    """Return whether values are objects, by `type` or, without one, by keywords for objects."""
    kinds = kinds_of(parts)
    if kinds is not None:
        return [kind for kind in kinds if kind != "null"] == ["object"]
    return any(part.node.get(keyword) for part in parts for keyword in _OBJECTS)


def alternatives(parts: Sequence[Part]) -> tuple[Part, str] | None:
    """Return the first part with a `oneOf` or `anyOf`, and which of the two; None without one."""
    for part in parts:
        for keyword in _UNIONS:
            if keyword in part.node and array_at(part.node, keyword):
                return part, keyword
    return None


def null_with_union(nodes: Nodes, parts: Sequence[Part]) -> Part | None:
    """Return the part that allows null alone, while no member of its own union is null.

    `{"type": "null", "oneOf": [{"type": "number"}]}` allows no value at all; it is what tools for
    OpenAPI 3.0 make of `nullable: true`.
    """
    for part in parts:
        if own_kinds(part.node) != ["null"] or (found := alternatives([part])) is None:
            continue
        _, keyword = found
        count = len(array_at(part.node, keyword))
        members = [parts_of(nodes, [join(part.pointer, keyword, at)]) for at in range(count)]
        kinds = [None if member is None else kinds_of(member) for member in members]
        if all(each is not None and "null" not in each for each in kinds):
            return part
    return None


def is_bare(nodes: Nodes, part: Part, keyword: str) -> bool:
    """Return whether the members of a union of objects have no properties of their own.

    They only require some of those beside the union: `anyOf: [{required: [a]}, {required: [b]}]`.
    """
    for index in range(len(array_at(part.node, keyword))):
        for inner in parts_of(nodes, [join(part.pointer, keyword, index)]) or ():
            assertions = {key for key in inner.node if key not in _ANNOTATIONS and key[:2] != "x-"}
            if assertions - _DEMANDS or own_kinds(inner.node) not in (None, ["object"]):
                return False
    return True


def members_of(nodes: Nodes, parts: Sequence[Part]) -> Members:
    """Return the members of an object schema; a property in several parts has all its schemas.

    `allOf: [{properties: {id: A}}, {properties: {id: B}, required: [id]}]` gives a required `id`
    with the pointers of A and B, since its value has to satisfy both.
    """
    properties: dict[str, list[str]] = {}
    required: set[str] = set()
    extra: list[str] = []
    is_open: bool | None = None
    for part in parts:
        node, pointer = part.node, part.pointer
        for key, place in nodes.inside(join(pointer, "properties")).items():
            properties.setdefault(key, []).append(place)
        required.update(key for key in array_at(node, "required") if isinstance(key, str))
        patterns = members(node.get("patternProperties"))
        extra += [join(pointer, "patternProperties", key) for key in patterns]
        additional, named = node.get("additionalProperties"), "additionalProperties"
        if additional is None:
            additional, named = node.get("unevaluatedProperties"), "unevaluatedProperties"
        if isinstance(additional, bool):
            is_open = additional
        elif isinstance(additional, dict):
            extra.append(join(pointer, named))
    for place in [place for part in parts for place in _conditional(part)]:
        for inner in parts_of(nodes, [place]) or ():
            for key in members(inner.node.get("properties")):
                properties.setdefault(key, [join(inner.pointer, "properties", key)])
    if properties:
        for key in sorted(required - properties.keys()):
            properties[key] = _others(parts, key) or [_demand(parts, key)]
    return Members(properties, frozenset(required), tuple(extra), bool(extra) or is_open)


def _others(parts: Sequence[Part], key: str) -> list[str]:
    """Return the pointers of the schemas of a property that no `properties` names."""
    places: list[str] = []
    for part in parts:
        named = [
            join(part.pointer, "patternProperties", pattern)
            for pattern in members(part.node.get("patternProperties"))
            if matches(pattern_of(pattern), key)
        ]
        for keyword in ("additionalProperties", "unevaluatedProperties"):
            if not named and isinstance(part.node.get(keyword), dict):
                named.append(join(part.pointer, keyword))
        places += named
    return places


def _demand(parts: Sequence[Part], key: str) -> str:
    """Return the pointer at which a property without any schema is required."""
    part = next(part for part in parts if key in array_at(part.node, "required"))
    return join(part.pointer, "required", part.node["required"].index(key))


def _conditional(part: Part) -> list[str]:
    """Return the pointers of the schemas in `then`, `else` and `dependentSchemas`."""
    if _CONDITIONAL.isdisjoint(part.node):
        return []
    places = [join(part.pointer, key) for key in ("then", "else") if key in part.node]
    dependent = members(part.node.get("dependentSchemas"))
    return [*places, *(join(part.pointer, "dependentSchemas", key) for key in dependent)]


def array_at(node: dict[str, Any], keyword: str) -> list[Any]:
    """Return the array at a keyword; an empty one where there is none."""
    value: Plain = node.get(keyword)
    return value if isinstance(value, list) else []


def notes_of(nodes: Nodes, places: Sequence[str]) -> dict[str, Any]:
    """Return the annotations of a schema, such as `description` and `default`, by keyword.

    Its own come before those of its `$ref`, and these before those of its bases. There may be other
    keywords among them.
    """
    node = nodes.mapping(places[0])
    if len(places) == 1 and "$ref" not in node and "allOf" not in node:
        return node
    found: dict[str, Any] = {}
    met: set[str] = set()
    waiting = list(places)
    while waiting:
        place = waiting.pop()
        node = nodes.mapping(place)
        if place in met:
            continue
        met.add(place)
        for key in _NOTES:
            if key in node:
                found.setdefault(key, node[key])
        if "allOf" in node:
            waiting += [
                join(place, "allOf", index) for index in range(len(array_at(node, "allOf")))
            ]
        if isinstance(node.get("$ref"), str):
            waiting.append(node["$ref"][1:])
    return found


def doc_of(notes: dict[str, Any]) -> str:
    """Return the description among the annotations of a schema, else the title, else nothing."""
    for text in (notes.get("description"), notes.get("title")):
        if isinstance(text, str) and is_visible(text):
            return text
    return ""


def without_bases(nodes: Nodes, places: Sequence[str]) -> list[str]:
    """Return the pointers without those of schemas whose parts another one includes."""
    own = {place: {part.pointer for part in parts_of(nodes, [place]) or ()} for place in places}
    return [
        place
        for place in places
        if not any(own[place] < own[other] for other in places)
        and (own[place] or place == places[-1])
    ]

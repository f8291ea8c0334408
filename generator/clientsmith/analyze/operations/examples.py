"""Example values of a document: for parameters, bodies and answers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, cast

from ...ir import Anything, Choice, Json, ListOf, Scalar, TypeRef, Union, Upload
from ..nodes import Nodes, join
from ..schemas.parts import array_at, members_of, parts_of
from .fit import Fit
from .samples import text_for

_DEPTH = 8
_BY_FORMAT: dict[str, Json] = {
    "uuid": "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e",
    "date": "2026-01-31",
    "date-time": "2026-01-31T12:00:00Z",
    "uri": "https://example.com",
    "email": "user@example.com",
}
_BY_TYPE: dict[str, Json] = {"string": "string", "integer": 1, "number": 1.5, "boolean": True}


def example_of(type_: TypeRef) -> Json:
    """Return a value of a type, for an argument of which the document's schemas give no example."""
    match type_:
        case Scalar(kind=kind):
            return _BY_TYPE.get(kind)
        case Choice(values=(value, *_)):
            return value
        case ListOf(items=item):
            return [example_of(item)]
        case Union(members=(member, *_)):
            return example_of(member)
        case Upload() | Anything():
            return "string"
        case _:
            return {}


class Examples:
    """Finds or makes example values for the schemas of one document."""

    def __init__(self, nodes: Nodes) -> None:
        self._nodes = nodes
        self._fit = Fit(nodes)

    def of_parameter(self, pointer: str) -> Json:
        """Return the example of the parameter at a pointer, or a value made from its schema."""
        for media in self._nodes.mapping(join(pointer, "content")):
            return self.of_media(join(pointer, "content", media))
        return self.of_media(pointer)

    def of_media(self, pointer: str) -> Json:
        """Return the example of a media type or parameter, or a value made from its schema."""
        given, schema = self._given(pointer), join(pointer, "schema")
        return self.of_schema(schema) if given is None else self._mended(given, schema)

    def of_schema(self, pointer: str, depth: int = 0) -> Json:
        """Return an example of the schema at a pointer; None where it is too deep to make one."""
        pointer = self._nodes.resolve(pointer)
        node = self._nodes.mapping(pointer)
        for key in ("example", "const", "default"):
            if node.get(key) is not None:
                return self._mended(node[key], pointer, depth)
        for key in ("examples", "enum"):
            if isinstance(node.get(key), list) and node[key]:
                return self._mended(node[key][0], pointer, depth)
        return self.made(pointer, depth)

    def _mended(self, value: Json, pointer: str, depth: int = 0) -> Json:
        """Return an example without what does not fit the schema at a pointer.

        A document may have got a required property after its example was written. Of an object the
        properties that fit stay, and what is required besides is made.
        """
        if self._fit.fits(value, pointer):
            return value
        made = self.made(pointer, depth)
        if not isinstance(value, dict) or not isinstance(made, dict):
            return value if made is None else made
        members = members_of(self._nodes, parts_of(self._nodes, [pointer]) or ())
        kept = {
            key: item
            for key, item in value.items()
            if key in members.properties and self._fit.fits(item, members.properties[key][-1])
        }
        return {**made, **kept}

    def made(self, pointer: str, depth: int = 0) -> Json:
        """Return a value made from the assertions of a schema, whatever example it has itself.

        `{required: [id], properties: {id: {type: integer}, name: {}}}` gives `{"id": 1}`.
        """
        pointer = self._nodes.resolve(pointer)
        node = self._nodes.mapping(pointer)
        if depth > _DEPTH or not node:
            return None
        kind = cast("Any", node.get("type"))
        is_object = kind == "object" or "properties" in node
        fields: dict[str, Json] = {}
        for value in self._of_parts(pointer, node, depth):
            if not isinstance(value, dict):
                return value
            is_object = True
            fields.update(value)
        members = members_of(self._nodes, parts_of(self._nodes, [pointer]) or ())
        for key, places in members.properties.items():
            if key in members.required and key not in fields:
                is_described = isinstance(self._nodes.get(places[-1]), dict)
                fields[key] = self.of_schema(places[-1], depth + 1) if is_described else "string"
        if fields or is_object:
            return fields
        if kind == "array":
            item = self.of_schema(join(pointer, "items"), depth + 1)
            return [] if item is None else [item]
        if isinstance(kind, list):
            kind = next(iter(cast("list[str]", kind)), "")
        form = node.get("format")
        if isinstance(form, str) and form in _BY_FORMAT:
            return _BY_FORMAT[form]
        if kind == "string":
            return text_for(node)
        return _BY_TYPE.get(kind) if isinstance(kind, str) else None

    def _of_parts(self, pointer: str, node: dict[str, Any], depth: int) -> Iterator[Json]:
        """Yield values of the first member of a union and of the members of an `allOf`."""
        for key in ("oneOf", "anyOf"):
            members = range(len(array_at(node, key)))
            values = (self.of_schema(join(pointer, key, at), depth + 1) for at in members)
            yield from islice((value for value in values if value is not None), 1)
        for index in range(len(array_at(node, "allOf"))):
            value = self.of_schema(join(pointer, "allOf", index), depth + 1)
            if value is not None:
                yield value

    def _given(self, pointer: str) -> Json:
        node = self._nodes.mapping(pointer)
        if "example" in node:
            return node["example"]
        for key in self._nodes.mapping(join(pointer, "examples")):
            place = self._nodes.resolve(join(pointer, "examples", key))
            return self._nodes.mapping(place).get("value")
        return None

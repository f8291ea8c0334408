"""Example values of a document: for parameters, bodies and answers."""

from __future__ import annotations

from typing import Any, cast

from ..ir import Json
from .nodes import Nodes, join
from .parts import listed

_DEPTH = 8
_BY_FORMAT: dict[str, Json] = {
    "uuid": "182bd5e5-6e1a-4fe4-a799-aa6d9a6ab26e",
    "date": "2026-01-31",
    "date-time": "2026-01-31T12:00:00Z",
    "uri": "https://example.com",
    "email": "user@example.com",
}
_BY_TYPE: dict[str, Json] = {"string": "string", "integer": 1, "number": 1.5, "boolean": True}


class Examples:
    def __init__(self, nodes: Nodes) -> None:
        self._nodes = nodes

    def of_parameter(self, pointer: str) -> Json:
        """The example of the parameter at `pointer`, or one made from its schema."""
        for media in self._nodes.mapping(join(pointer, "content")):
            return self.of_media(join(pointer, "content", media))
        return self.of_media(pointer)

    def of_media(self, pointer: str) -> Json:
        """The example of the media type or parameter at `pointer`, or one made from its schema."""
        given = self._given(pointer)
        return self.of_schema(join(pointer, "schema")) if given is None else given

    def of_schema(self, pointer: str, depth: int = 0) -> Json:
        """A value that the schema at `pointer` allows; None where it is too deep to say."""
        pointer = self._nodes.resolve(pointer)
        node = self._nodes.mapping(pointer)
        for key in ("example", "const", "default"):
            if node.get(key) is not None:
                return node[key]
        for key in ("examples", "enum"):
            if isinstance(node.get(key), list) and node[key]:
                return node[key][0]
        if depth > _DEPTH or not node:
            return None
        for key in ("oneOf", "anyOf"):
            if node.get(key):
                return self.of_schema(join(pointer, key, 0), depth + 1)
        fields: dict[str, Json] = {}
        for index in range(len(node.get("allOf") or ())):
            part = self.of_schema(join(pointer, "allOf", index), depth + 1)
            fields.update(part if isinstance(part, dict) else {})
        required = listed(node, "required")
        for key in self._nodes.mapping(join(pointer, "properties")) if required else ():
            if key in required:
                fields[key] = self.of_schema(join(pointer, "properties", key), depth + 1)
        kind = cast("Any", node.get("type"))
        if fields or kind == "object" or "properties" in node:
            return fields
        if kind == "array":
            item = self.of_schema(join(pointer, "items"), depth + 1)
            return [] if item is None else [item]
        if isinstance(kind, list):
            kind = next(iter(cast("list[str]", kind)), "")
        form = node.get("format")
        if isinstance(form, str) and form in _BY_FORMAT:
            return _BY_FORMAT[form]
        return _BY_TYPE.get(kind) if isinstance(kind, str) else None

    def _given(self, pointer: str) -> Json:
        node = self._nodes.mapping(pointer)
        if "example" in node:
            return node["example"]
        for key in self._nodes.mapping(join(pointer, "examples")):
            place = self._nodes.resolve(join(pointer, "examples", key))
            return self._nodes.mapping(place).get("value")
        return None

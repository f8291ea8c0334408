"""Whether a value of a document, such as an example, fits a schema as far as a call needs it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from ...ir import Json
from ..nodes import Nodes, join
from ..schemas.parts import array_at

_DEPTH: Final = 16
_TYPES: Final[Mapping[str, Callable[[Any], bool]]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: _is_number(value) and value == int(value),
    "number": lambda value: _is_number(value),
    "boolean": lambda value: isinstance(value, bool),
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "null": lambda value: value is None,
}


class Fit:
    """Compares values with schemas: types, required properties, enums and all that is inside."""

    def __init__(self, nodes: Nodes) -> None:
        self._nodes = nodes

    def fits(self, value: Json, pointer: str, depth: int = 0) -> bool:
        """Return whether a value fits the schema at a pointer."""
        pointer = self._nodes.resolve(pointer)
        node = self._nodes.mapping(pointer)
        if depth > _DEPTH or not node:
            return True
        if value is None and node.get("nullable") is True:
            return True
        if not _is_of_type(value, node) or not _is_in_enum(value, node):
            return False
        for at in range(len(array_at(node, "allOf"))):
            if not self.fits(value, join(pointer, "allOf", at), depth + 1):
                return False
        for key in ("oneOf", "anyOf"):
            members = range(len(array_at(node, key)))
            if members and not any(
                self.fits(value, join(pointer, key, at), depth + 1) for at in members
            ):
                return False
        return self._fits_inside(value, node, pointer, depth + 1)

    def _fits_inside(self, value: Json, node: dict[str, Any], pointer: str, depth: int) -> bool:
        if isinstance(value, list):
            items = join(pointer, "items")
            return all(self.fits(item, items, depth) for item in value)
        if not isinstance(value, dict):
            return True
        properties = self._nodes.mapping(join(pointer, "properties"))
        if any(
            isinstance(name, str) and name not in value and not self._is_read_only(pointer, name)
            for name in array_at(node, "required")
        ):
            return False
        return all(
            self.fits(item, join(pointer, "properties", name), depth)
            for name, item in value.items()
            if name in properties
        )

    def _is_read_only(self, pointer: str, name: str) -> bool:
        place = self._nodes.resolve(join(pointer, "properties", name))
        return self._nodes.mapping(place).get("readOnly") is True


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_of_type(value: Json, node: dict[str, Any]) -> bool:
    written = node.get("type")
    names = [written] if isinstance(written, str) else array_at(node, "type")
    known = [name for name in names if isinstance(name, str) and name in _TYPES]
    return not known or any(_TYPES[name](value) for name in known)


def _is_in_enum(value: Json, node: dict[str, Any]) -> bool:
    """Return whether a value is among those of an enum, and is the one of `const`."""
    allowed = node.get("enum")
    if isinstance(allowed, list) and allowed and value not in allowed:
        return False
    return node.get("const", value) == value

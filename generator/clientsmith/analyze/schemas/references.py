"""References between schemas: which schema a schema is only another name for."""

from __future__ import annotations

from typing import Any

from ..nodes import Nodes, join
from .names import candidate_of
from .parts import array_at, is_silent, members_of, parts_of


class References:
    """Follows the references of schemas; each is followed once."""

    def __init__(self, nodes: Nodes) -> None:
        self._nodes = nodes
        self._settled: dict[str, tuple[str, bool]] = {}

    def settle(self, place: str) -> tuple[str, bool]:
        """Follow the references of a schema that is only another name.

        Returns:
            The pointer of the schema that is reached, and whether `nullable` was met on the way.
        """
        passed: dict[str, bool] = {}
        while place not in self._settled:
            node = self._nodes.mapping(place)
            is_nullable = node.get("nullable") is True
            target = self._next(place, node)
            if target is None:
                self._settled[place] = place, is_nullable
            elif place in passed:  # A ring of names.
                self._settled[place] = place, False
            else:
                passed[place] = is_nullable
                place = target
        settled = self._settled[place]
        while passed:
            each, allows_null = passed.popitem()
            settled = self._settled[each] = settled[0], settled[1] or allows_null
        return settled

    def _next(self, place: str, node: dict[str, Any]) -> str | None:
        """Return the pointer that the schema at `place` only refers to; None if it is more."""
        if ("$ref" not in node and "allOf" not in node) or not is_silent(node):
            return None
        members = array_at(node, "allOf")
        if isinstance(node.get("$ref"), str) and not members:
            return node["$ref"][1:]
        if "$ref" not in node and len(members) == 1 and not candidate_of(place):
            return join(place, "allOf", 0)
        return None

    def properties(self, pointer: str) -> dict[str, str]:
        """Return the pointers of the schemas of an object's properties, by property.

        Those of the members of a union are included.
        """
        found: dict[str, str] = {}
        waiting, met = [pointer], set[str]()
        while waiting:
            place, _ = self.settle(waiting.pop())
            if place in met:
                continue
            met.add(place)
            parts = parts_of(self._nodes, [place]) or ()
            for name, places in members_of(self._nodes, parts).properties.items():
                found.setdefault(name, places[-1])
            for part in parts:
                for keyword in ("oneOf", "anyOf"):
                    members = range(len(array_at(part.node, keyword)))
                    waiting += [join(part.pointer, keyword, at) for at in reversed(members)]
        return found

"""Schemas that inherit: `allOf` with a base that has a discriminator and lists no members.

Such a base stands for any of the schemas that build on it (OpenAPI 3.1, section 4.8.25.2).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from ...document import members
from ...ir import JsonScalar
from ..nodes import Nodes, join
from .parts import alternatives, array_at, parts_of

Settle = Callable[[str], str]
"""The place where a schema really stands that is no more than another's name."""


@dataclass(frozen=True, slots=True)
class Family:
    """The schemas that extend a base by `allOf`, and the discriminator of the base."""

    discriminator: dict[str, Any]
    members: tuple[str, ...]

    @property
    def name(self) -> str:
        """The property that distinguishes the members."""
        return self.discriminator["propertyName"]


class Families:
    """The families of a document, looked up by their base."""

    def __init__(self, nodes: Nodes, settle: Settle) -> None:
        self._nodes = nodes
        self._settle = settle
        self._known: dict[str, Family | None] = {}
        self._values: dict[int, tuple[dict[str, Any], dict[str, list[str]]]] = {}
        """By the discriminator, which is kept that no other takes its id, and the place."""

    def of(self, base: str) -> Family | None:
        """Return the family of the schema at a pointer; None where it is no base of a family."""
        if base not in self._known:
            self._known[base] = self._find(base)
        return self._known[base]

    def pairs(self) -> set[tuple[str, str]]:
        """Return each schema that a component extends, with the component."""
        return {(base, heir) for base, heirs in self._heirs.items() for heir in heirs}

    def values(self, discriminator: dict[str, Any], place: str) -> list[JsonScalar]:
        """Return the values that a discriminator maps to the schema at a pointer."""
        # One with hundreds of values is asked for each of its hundreds of schemas.
        _, known = self._values.setdefault(id(discriminator), (discriminator, {}))
        if not known:
            for value, target in mapping_of(discriminator).items():
                known.setdefault(self.mapped(target), []).append(value)
        return [*known.get(place, ())]

    def mapped(self, target: Any) -> str:
        """Return the pointer of the schema that a discriminator names; else nothing."""
        if not isinstance(target, str):
            return ""
        named = join("/components/schemas", target)
        return self._settle(named if self._nodes.has(named) else target.removeprefix("#"))

    def _find(self, base: str) -> Family | None:
        own = self._nodes.mapping(base).get("discriminator")
        if own is None and base not in self._heirs:
            return None
        place = next((place for place in self._above(base) if self._tells(place)), None)
        if place is None or alternatives(parts_of(self._nodes, [base]) or ()):
            return None
        discriminator = cast("dict[str, Any]", self._nodes.mapping(place)["discriminator"])
        members = list(self._below(base))
        if place == base:
            targets = map(self.mapped, mapping_of(discriminator).values())
            members += [target for target in targets if self._nodes.mapping(target)]
        members = [member for member in dict.fromkeys(members) if member != base]
        return Family(discriminator, tuple(members)) if members else None

    @cached_property
    def _heirs(self) -> dict[str, list[str]]:
        """The components that extend each schema by `allOf`, by the schema's pointer."""
        heirs: dict[str, list[str]] = {}
        for key in self._nodes.mapping("/components/schemas"):
            place = self._settle(join("/components/schemas", key))
            for base in self._bases(place):
                if place not in heirs.setdefault(base, []):
                    heirs[base].append(place)
        return heirs

    def _bases(self, place: str) -> Iterator[str]:
        """Yield the schemas that the schema at a pointer refers to, itself or in its `allOf`."""
        waiting = [place]
        while waiting:
            place = waiting.pop()
            node = self._nodes.mapping(place)
            if isinstance(node.get("$ref"), str):
                yield self._settle(node["$ref"][1:])
            waiting += [
                join(place, "allOf", index) for index in range(len(array_at(node, "allOf")))
            ]

    def _above(self, place: str) -> Iterator[str]:
        """Yield the schema at a pointer and all that it extends, the nearest first."""
        return _reached(place, self._bases)

    def _below(self, place: str) -> Iterator[str]:
        """Yield the schema at a pointer and all that extend it."""
        return _reached(place, lambda base: self._heirs.get(base, ()))

    def _tells(self, place: str) -> bool:
        node = self._nodes.mapping(place).get("discriminator")
        if not isinstance(node, dict):
            return False
        return isinstance(cast("dict[str, Any]", node).get("propertyName"), str)


def mapping_of(discriminator: dict[str, Any]) -> dict[str, Any]:
    """Return the mapping of a discriminator: value → schema name or reference."""
    return members(discriminator.get("mapping"))


def _reached(start: str, targets: Callable[[str], Iterable[str]]) -> Iterator[str]:
    met = {start}
    waiting = deque([start])
    while waiting:
        place = waiting.popleft()
        yield place
        for other in targets(place):
            if other not in met:
                met.add(other)
                waiting.append(other)

"""Properties that are required and that no schema describes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from ..diagnostics import did_you_mean
from ..document import items, join_pointer, members
from ..document.patterns import matches, pattern_of
from .walk import Walk

_Node = dict[str, Any]
_CHOICES = ("oneOf", "anyOf")
_OTHERS = ("additionalProperties", "unevaluatedProperties")


class _Holder(NamedTuple):
    """A schema that another one is a part of, and by which keyword."""

    place: str
    keyword: str


class Required:
    """Looks for them among the schemas that it is given. All schemas of one value describe its
    properties: `allOf: [{required: [a]}, {properties: {a: {}}}]` describes `a`.
    """

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._schemas: dict[str, _Node] = {}
        self._holders: dict[str, list[_Holder]] = defaultdict(list)
        self._wanting: list[str] = []
        self._denied: list[str] = []
        """The places of schemas that values need not fit."""

    def add(self, schema: _Node, place: str) -> None:
        """Take note of the schema at a place."""
        self._schemas[place] = schema
        for keyword, part in self._parts(place):
            self._holders[part].append(_Holder(place, keyword))
        self._denied += [f"{place}/{keyword}" for keyword in ("not", "if") if keyword in schema]
        if any(name not in members(schema.get("properties")) for name in _names(schema)):
            self._wanting.append(place)

    def tell(self) -> None:
        """Tell of each that is required where nothing describes it, when all are known."""
        for place in self._wanting:
            if any(f"{place}/".startswith(f"{denied}/") for denied in self._denied):
                continue
            for index, name in enumerate(items(self._schemas[place].get("required"))):
                if isinstance(name, str) and (known := self._lacks(place, name)):
                    message = (
                        f"'{name}' is required, and no schema describes it; it may be anything"
                    )
                    hint = did_you_mean(name, known) or f"add '{name}' to 'properties'"
                    where = f"{place}/required/{index}"
                    self._walk.tell("warning", "required-property", where, message, hint)

    def _lacks(self, place: str, name: str) -> set[str]:
        """The properties of an object that has to have one of this name and does not describe it;
        none where there is no such object.
        """
        known: set[str] = set()
        waiting = [(place, "")]
        met: set[tuple[str, str]] = set()
        lacking: set[str] = set()
        while waiting:
            at, without = waiting.pop()
            if (at, without) in met:
                continue
            met.add((at, without))
            own = self._described(at, without, name)
            if name in own:
                continue
            known |= own
            above = [(each.place, each.keyword) for each in self._above(at)]
            waiting += above
            if not above:
                # An object without properties may have any.
                lacking |= known
        return lacking

    def _above(self, place: str) -> Iterator[_Holder]:
        """The schemas that hold of whatever the one at a place holds of."""
        for holder in self._holders.get(place, ()):
            is_name = len(self._schemas[holder.place]) == 1 and holder.keyword == "$ref"
            # What merely names a schema, as the type of a property does, adds nothing to it.
            if not is_name or holder.place in self._holders:
                yield holder

    def _described(self, place: str, without: str, name: str) -> set[str]:
        """The properties that a schema and its parts describe, but for the parts by one keyword;
        one of this `name` is among them where they describe all others, or others like it.
        """
        names: set[str] = set()
        waiting = [place]
        met: set[str] = set()
        while waiting:
            at = waiting.pop()
            schema = self._schemas.get(at, {})
            if at in met:
                continue
            met.add(at)
            names.update(members(schema.get("properties")))
            patterns = members(schema.get("patternProperties"))
            if any(schema.get(key) and isinstance(schema[key], dict) for key in _OTHERS) or any(
                matches(pattern_of(pattern), name) for pattern in patterns
            ):
                names.add(name)
            skipped = without if at == place and without in _CHOICES else ""
            waiting += [part for keyword, part in self._parts(at) if keyword != skipped]
        return names

    def _parts(self, place: str) -> Iterator[tuple[str, str]]:
        """The schemas that hold of the same value as the one at a place, by their keywords."""
        schema = self._schemas.get(place, {})
        if "$ref" in schema:
            target = self._walk.document.next_reference(place)
            if target is not None:
                yield "$ref", target
        for keyword in ("allOf", *_CHOICES):
            for index in range(len(items(schema.get(keyword)))):
                yield keyword, f"{place}/{keyword}/{index}"
        for keyword in ("then", "else"):
            if keyword in schema:
                yield keyword, f"{place}/{keyword}"
        for name in members(schema.get("dependentSchemas")):
            yield "dependentSchemas", f"{place}/dependentSchemas{join_pointer(name)}"


def _names(schema: _Node) -> Iterator[str]:
    return (name for name in items(schema.get("required")) if isinstance(name, str))

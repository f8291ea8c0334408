"""Rule of `required`: each required property is described by some schema of the same value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from ..diagnostics import did_you_mean
from ..document import items, join_pointer, matches, members, pattern_of
from .walk import Walk

_Node = dict[str, Any]
_CHOICES = ("oneOf", "anyOf")
_OTHERS = ("additionalProperties", "unevaluatedProperties")


class _Holder(NamedTuple):
    """A schema that applies another one to the same value, and the keyword that does."""

    place: str
    keyword: str


class Required:
    """Finds required properties that no schema of a value describes.

    All schemas of one value describe its properties together: `allOf: [{required: [a]},
    {properties: {a: {}}}]` describes `a`. So every schema is added before anything is reported.
    """

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._schemas = walk.schemas
        self._holders: dict[str, list[_Holder]] = defaultdict(list)
        self._incomplete: list[str] = []
        """The pointers of schemas that require a property without describing it themselves."""
        self._conditions: list[str] = []
        """The pointers of `not` and `if`, which values need not match."""

    def add(self, schema: _Node, place: str) -> None:
        """Add the schema at a pointer."""
        self._schemas[place] = schema
        for keyword, part in self._parts(place):
            self._holders[part].append(_Holder(place, keyword))
        self._conditions += [f"{place}/{keyword}" for keyword in ("not", "if") if keyword in schema]
        if any(name not in members(schema.get("properties")) for name in _names(schema)):
            self._incomplete.append(place)

    def report(self) -> None:
        """Report each required property that nothing describes, after all schemas were added."""
        for place in self._incomplete:
            if any(f"{place}/".startswith(f"{condition}/") for condition in self._conditions):
                continue
            for index, name in enumerate(items(self._schemas[place].get("required"))):
                if isinstance(name, str) and (known := self._lacks(place, name)):
                    message = (
                        f"no schema describes the required property '{name}'; it may be any value"
                    )
                    hint = did_you_mean(name, known) or f"add '{name}' to 'properties'"
                    where = f"{place}/required/{index}"
                    self._walk.report("warning", "required-property", where, message, hint)

    def _lacks(self, place: str, name: str) -> set[str]:
        """Return the described properties of an object that requires `name` without describing it.

        The result is empty if every object with this schema describes it, and for objects without
        any described property, which are maps. The search goes from the schema at `place` up to all
        schemas that apply it, since these may describe the property:

            Pet:  {allOf: [{$ref: Base}], properties: {name: {}}}
            Base: {required: [name], properties: {id: {}}}

        `Base` lacks `name` by itself, which `Pet` describes; if nothing else uses `Base`, nothing
        is reported.
        """
        known: set[str] = set()
        pending = [(place, "")]
        visited: set[tuple[str, str]] = set()
        lacking: set[str] = set()
        while pending:
            at, without = pending.pop()
            if (at, without) in visited:
                continue
            visited.add((at, without))
            own = self._described(at, without, name)
            if name in own:
                continue
            known |= own
            above = [(each.place, each.keyword) for each in self._above(at)]
            pending += above
            if not above:
                # An object without described properties is a map, which may have any.
                lacking |= known
        return lacking

    def _above(self, place: str) -> Iterator[_Holder]:
        """Yield the schemas that apply the schema at a pointer to the same value."""
        for holder in self._holders.get(place, ()):
            is_name = len(self._schemas[holder.place]) == 1 and holder.keyword == "$ref"
            # A mere `{$ref: …}`, as that of a property, describes nothing in addition.
            if not is_name or holder.place in self._holders:
                yield holder

    def _described(self, place: str, without: str, name: str) -> set[str]:
        """Return the properties that a schema describes, itself and by the schemas that it applies.

        `without` is `oneOf` or `anyOf` to skip the branches of the schema itself, which are
        alternatives. `name` is included if `additionalProperties` or a pattern describes it.
        """
        names: set[str] = set()
        pending = [place]
        visited: set[str] = set()
        while pending:
            at = pending.pop()
            schema = self._schemas.get(at, {})
            if at in visited:
                continue
            visited.add(at)
            names.update(members(schema.get("properties")))
            patterns = members(schema.get("patternProperties"))
            if any(schema.get(key) and isinstance(schema[key], dict) for key in _OTHERS) or any(
                matches(pattern_of(pattern), name) for pattern in patterns
            ):
                names.add(name)
            skipped = without if at == place and without in _CHOICES else ""
            pending += [part for keyword, part in self._parts(at) if keyword != skipped]
        return names

    def _parts(self, place: str) -> Iterator[tuple[str, str]]:
        """Yield each keyword and pointer by which a schema applies another to the same value."""
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

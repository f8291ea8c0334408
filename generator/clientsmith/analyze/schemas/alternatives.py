"""Unions of schemas: `oneOf` and `anyOf`, each member with the keywords beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol, cast

from ...document import split_pointer
from ...identifiers import attribute, pascal
from ...identifiers.rules import NameRules
from ...ir import (
    NULL,
    JsonScalar,
    Ref,
    TypeRef,
)
from ..nodes import Nodes, join, text_of
from .enums import is_scalar, values_of
from .families import Families, Family, mapping_of
from .names import candidate_of
from .parts import (
    Part,
    alternatives,
    array_at,
    is_object,
    is_silent,
    kinds_of,
    members_of,
    own_kinds,
    parts_of,
)
from .unions import NOTHING, mixed, some_of, tagged

_SCALARS = frozenset({"boolean", "integer", "null", "number", "string"})
_MOST_VARIANTS = 64


class Reader(Protocol):
    """The methods of the reader of schemas that reading a union calls."""

    def type_at(self, pointer: str, candidate: str) -> TypeRef:
        """Return the type of the schema at a pointer."""
        ...

    def read(self, parts: Sequence[Part] | None, key: str, candidate: str) -> TypeRef:
        """Return the type of a schema of these parts."""
        ...

    def degrade(self, pointer: str, text: str) -> None:
        """Record that a schema is typed less precisely than the document describes it."""
        ...

    def depth(self) -> int:
        """Return how many arrays and maps are around the schema being read."""
        ...


class Alternatives:
    """Reads the unions of one document."""

    def __init__(
        self,
        nodes: Nodes,
        reader: Reader,
        settle: Callable[[str], tuple[str, bool]],
        families: Families,
        rules: NameRules,
    ) -> None:
        self._nodes = nodes
        self._reader = reader
        self._settle = settle
        self._families = families
        self._rules = rules
        self._expanded: list[tuple[str, str, int]] = []
        """The unions whose members are being read: pointer, keyword, arrays and maps around it."""

    def read(
        self, parts: Sequence[Part], part: Part, keyword: str, key: str, candidate: str
    ) -> TypeRef:
        """Return the union of a `oneOf` or `anyOf`, each member with the keywords beside it."""
        expanded = part.pointer, keyword, self._reader.depth()
        if expanded in self._expanded:
            return NOTHING  # A union with itself adds no value.
        self._expanded.append(expanded)
        result = self._expansion(parts, part, keyword, key, candidate)
        self._expanded.pop()
        return result

    def _expansion(
        self, parts: Sequence[Part], part: Part, keyword: str, key: str, candidate: str
    ) -> TypeRef:
        rest = self._rest(parts, part, keyword, key)
        members: list[TypeRef] = []
        members_at: dict[str, TypeRef] = {}
        tags: dict[JsonScalar, str] = {}
        discriminator = discriminator_of([part])
        places = [
            join(part.pointer, keyword, at) for at in range(len(array_at(part.node, keyword)))
        ]
        for index, place in enumerate(places):
            suffix = self._suffix(places, index)
            member = self._variant(rest, place, join(key, keyword, index), candidate, suffix)
            members.append(member)
            members_at[self._settle(place)[0]] = member
            if discriminator and isinstance(member, Ref):
                for value in self._tag_values(part, discriminator, place):
                    tags.setdefault(value, member.name)
        if discriminator:
            default = self._default(part.node["discriminator"], members_at)
            return self._tagged(members, discriminator, tags, default, bool(default))
        return mixed(members) if keyword == "anyOf" else some_of(members)

    def _rest(self, parts: Sequence[Part], part: Part, keyword: str, key: str) -> tuple[Part, ...]:
        """Return the parts without the union's own keyword."""
        rest = tuple(other.without(keyword) if other is part else other for other in parts)
        rest = tuple(other for other in rest if not is_silent(other.node))
        again = alternatives(rest)
        if again is not None:
            count = len(array_at(part.node, keyword)) * len(array_at(again[0].node, again[1]))
            if count > _MOST_VARIANTS:
                self._reader.degrade(
                    key, f"{count} combinations of two unions are too many to type"
                )
                return tuple(other.without("oneOf", "anyOf") for other in rest)
        return rest

    def _suffix(self, places: Sequence[str], index: int) -> str:
        """Return the suffix of an unnamed member's class name: its title, or its number.

        It is empty if no other member needs a name.
        """
        if title := text_of(self._nodes.mapping(places[index]), "title"):
            return pascal(title)
        others = (place for at, place in enumerate(places) if at != index)
        kinds = (own_kinds(self._nodes.mapping(place)) for place in others)
        is_alone = all(own and _SCALARS.issuperset(own) for own in kinds)
        return "" if is_alone else f"Option{index + 1}"

    def _variant(
        self, rest: Sequence[Part], place: str, key: str, candidate: str, suffix: str
    ) -> TypeRef:
        settled, _ = self._settle(place)
        own = parts_of(self._nodes, [settled])
        if own is None:
            return NOTHING
        both = [*rest, *(part for part in own if part not in rest)]
        if _adds_nothing(rest, own) and not self._adds_members(own, both):
            return self._reader.type_at(place, candidate + suffix)
        kinds = kinds_of(own)
        if kinds == ["null"]:
            return NULL
        if kinds_of(both) == []:
            return NOTHING
        return self._reader.read(both, key, candidate + (candidate_of(settled) or suffix))

    def _adds_members(self, own: Sequence[Part], both: Sequence[Part]) -> bool:
        """Return whether the parts around a union add properties to one of its members."""
        known = members_of(self._nodes, own).properties
        return bool(known) and members_of(self._nodes, both).properties.keys() != known.keys()

    def _default(self, discriminator: Any, members: Mapping[str, TypeRef]) -> str:
        """Return the shape for unknown values of a discriminator (OpenAPI 3.2, section 4.25).

        It is empty where the document names none.
        """
        member = members.get(self._families.mapped(discriminator.get("defaultMapping")))
        return member.name if isinstance(member, Ref) else ""

    def _tag_values(self, part: Part, discriminator: str, place: str) -> list[JsonScalar]:
        """Return the discriminator's values for a member (OpenAPI 3.1, section 4.8.25).

        They are those mapped to it, else those that its own property allows, else its component's
        name.
        """
        settled, _ = self._settle(place)
        node = cast("dict[str, Any]", part.node["discriminator"])
        mapping = mapping_of(node)
        values = self._families.values(node, settled)
        own = self._allowed(settled, discriminator)
        values += [item for item in own if item not in mapping]
        return values or [split_pointer(settled)[-1]]

    def _allowed(self, place: str, property_: str) -> list[JsonScalar]:
        """Return the values, except null, that `enum` or `const` leaves a property."""
        members = members_of(self._nodes, parts_of(self._nodes, [place]) or ())
        own = values_of(parts_of(self._nodes, members.properties.get(property_, ())) or ())
        values = () if own is None else own.values
        return [cast("JsonScalar", item) for item in values if item is not None and is_scalar(item)]

    def of_family(self, family: Family, base: str, of: Mapping[str, TypeRef]) -> TypeRef:
        """Return the union of a base and the schemas that extend it.

        Args:
            family: The base's family.
            base: The pointer of the base, whose type reads unknown values of the discriminator.
            of: The type of each member, the base included, by its pointer.
        """
        own = of[base]
        otherwise = own.name if isinstance(own, Ref) else ""
        tags: dict[JsonScalar, str] = {}
        for member, type_ in of.items():
            if isinstance(type_, Ref):
                for value in self._family_values(family, member, base):
                    tags.setdefault(value, type_.name)
        default = self._default(family.discriminator, of)
        other = default or otherwise
        return self._tagged(of.values(), family.name, tags, other, bool(default))

    def _tagged(
        self,
        members: Iterable[TypeRef],
        discriminator: str,
        tags: dict[JsonScalar, str],
        otherwise: str,
        is_complete: bool,
    ) -> TypeRef:
        name = attribute(discriminator, self._rules.attributes)
        return tagged(
            members, discriminator, tags, otherwise, attribute=name, is_complete=is_complete
        )

    def _family_values(self, family: Family, member: str, base: str) -> list[JsonScalar]:
        """Return the discriminator's values for a member of a family.

        They are those of `_tag_values`, but values that the base allows every member tell nothing
        apart.
        """
        values: list[JsonScalar] = self._families.values(family.discriminator, member)
        if not values and member != base:
            values = self._allowed(member, family.name)
            values = [] if values == self._allowed(base, family.name) else values
        return values or [split_pointer(member)[-1]]


def discriminator_of(parts: Iterable[Part]) -> str:
    """Return the `discriminator` of a union; nothing without one."""
    for part in parts:
        node = part.node.get("discriminator")
        name = cast("dict[str, Any]", node).get("propertyName") if node else None
        if isinstance(name, str) and alternatives([part]):
            return name
    return ""


def _adds_nothing(rest: Sequence[Part], own: Sequence[Part]) -> bool:
    """Return whether the keywords beside a union leave a member of it as it is."""
    assertions = {key for part in rest for key in part.node if not is_silent({key: None})}
    if not assertions:
        return True
    if assertions - {"type", "required", "minProperties", "maxProperties"}:
        return False
    kinds, allowed = kinds_of(own), kinds_of(rest)
    if kinds is None and is_object(own):
        kinds = ["object"]
    return kinds is not None and (allowed is None or set(kinds) <= set(allowed))

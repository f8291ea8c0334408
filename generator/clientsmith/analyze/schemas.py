"""Schemas → types: each schema object of a document as a `TypeRef`, and the shapes these name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, cast

from ..document import MOUNT, split_pointer
from ..identifiers import TypeNames, attribute, pascal, unique
from ..ir import (
    NULL,
    Anything,
    Field,
    JsonScalar,
    ListOf,
    MapOf,
    Reason,
    Ref,
    Scalar,
    Shape,
    TupleOf,
    TypeRef,
    Union,
)
from ..ir.graph import refs
from ..ir.texts import is_seen
from .facts import Facts
from .families import Families, Family, mapping_of
from .nodes import Nodes, join, text_of
from .parts import (
    Members,
    Part,
    alternatives,
    is_bare,
    is_object,
    is_silent,
    kinds_of,
    listed,
    members_of,
    notes_of,
    own_kinds,
    parts_of,
)
from .scalars import (
    SCALARS,
    EnumValues,
    choice,
    compounds,
    constants,
    enum_doc,
    implied_kind,
    is_scalar,
    limits,
    number_or_text,
    plain,
    scalar,
    values_of,
)
from .unions import NOTHING, mixed, some_of, tagged, union

__all__ = ["Schemas", "candidate_of", "is_scalar", "union"]

_SCALARS = frozenset({"boolean", "integer", "null", "number", "string"})
_DEEPEST = 12
"""Schemas inside one another without an object between; what is deeper gets a name of its own."""
_MOST_VARIANTS = 64
_COMPONENT = "/components/schemas/"
_SUGGESTING = re.compile(
    r"/components/schemas/([^/]*)"
    r"|/components/parameters/([^/]*)/schema"
    r"|/components/(?:responses|requestBodies)/([^/]*)/content/[^/]*/schema"
    rf"|/{MOUNT}/(?P<file>[^/]*)"
    rf"|/{MOUNT}/(?:[^/]*|.*/schemas)/([^/]*)"
    r"|.*/(?:\$defs|definitions)/([^/]*)",
    re.DOTALL,
)
"""The places that suggest a name: that of a group of the match."""


class Schemas:
    """Reads schemas; remembers the shapes met, and reads their fields without recursing into one
    another.
    """

    def __init__(self, nodes: Nodes, names: TypeNames, facts: Facts) -> None:
        self._nodes = nodes
        self._facts = facts
        self._names = names
        self._waiting: list[tuple[str, str, Members | None]] = []
        self._shapes: dict[str, Shape] = {}
        self._met: set[str] = set()
        self._untyped_shapes: set[str] = set()
        self._open: list[str] = []
        """The places that are being read, and an empty text for each array or map between."""
        self._expanded: list[tuple[str, str, int]] = []
        """The unions whose members are being read: place, keyword, arrays and maps around it."""
        self._aliases: dict[str, str] = {}
        self._objects: dict[str, Ref] = {}
        """The object schemas met, by their places."""
        self._recursive: set[str] = set()
        self._settled: dict[str, tuple[str, bool]] = {}
        self._families = Families(nodes, lambda place: self._settle(place)[0])
        self.owner = ""
        self.of_forms: dict[str, dict[str, TypeRef]] = {}
        """The shapes that are members of multipart bodies, with the types of their fields there."""
        self.degraded: dict[str, list[Reason]] = {}
        """What is typed less precisely than the document does, by the `owner` that it was read for:
        the name of a shape, or what is set before a type is read.
        """

    def claim_components(self) -> None:
        """Give the document's named object schemas and unions their names, before any nested one
        can take them.
        """
        schemas = self._nodes.mapping("/components/schemas")
        for key in sorted(schemas, key=lambda key: (pascal(key) != key, key)):
            pointer = join("/components/schemas", key)
            place, _ = self._settle(pointer)
            parts = self._parts([place]) or ()
            values = values_of(parts)
            is_named = values is not None and constants(parts, values.values)
            if place == pointer and (
                is_named or self._is_shape(parts) or self._discriminator(parts)
            ):
                self._names.name(pointer, pascal(key))

    def shapes(self) -> dict[str, Shape]:
        """Every shape that a type read so far reaches, by name."""
        while self._waiting:
            self._nodes.watch.check()
            key, name, members = self._waiting.pop()
            self.owner = name
            if members is None:
                self._shapes[name] = self._alias(key, name)
            else:
                self._shapes[name] = self._shape(members, key, name)
        return self._shapes

    def type_of(self, pointer: str, candidate: str) -> TypeRef:
        """The type of the schema at `pointer`; `candidate` names it if it is an object without a
        name.
        """
        return union([self._type(pointer, candidate)])

    def doc(self, pointer: str) -> str:
        """The description at `pointer`, or at what its `$ref` leads to."""
        return _doc(notes_of(self._nodes, [pointer]))

    def object_fields(self, pointer: str, name: str) -> tuple[Field, ...] | None:
        """The fields of the object schema at `pointer`; None if it has no properties that are known
        by name.
        """
        place, _ = self._settle(pointer)
        parts = self._parts([place]) or ()
        if not self._is_shape(parts) or self._families.of(place):
            return None
        members = members_of(self._nodes, parts)
        return self._fields(members, name, place) if members.properties else None

    def _is_shape(self, parts: Sequence[Part]) -> bool:
        if not is_object(parts) or values_of(parts) is not None:
            return False
        found = alternatives(parts)
        return found is None or is_bare(self._nodes, *found)

    def properties(self, pointer: str) -> dict[str, str]:
        """The properties of the object schema at `pointer`, and of the members of a union of such,
        with the place of the schema of each.
        """
        found: dict[str, str] = {}
        waiting, met = [pointer], set[str]()
        while waiting:
            place, _ = self._settle(waiting.pop())
            if place in met:
                continue
            met.add(place)
            parts = self._parts([place]) or ()
            for name, places in members_of(self._nodes, parts).properties.items():
                found.setdefault(name, places[-1])
            for part in parts:
                for keyword in ("oneOf", "anyOf"):
                    members = range(len(listed(part.node, keyword)))
                    waiting += [join(part.pointer, keyword, at) for at in reversed(members)]
        return found

    def members(self, type_: TypeRef) -> list[Shape]:
        """The shapes that a value of a type is of, or may be of."""
        owner, shapes = self.owner, self.shapes()
        self.owner = owner
        found: dict[str, Shape] = {}
        waiting: list[TypeRef] = [type_]
        while waiting:
            one = waiting.pop()
            if isinstance(one, Union):
                waiting += reversed(one.members)
            elif isinstance(one, Ref) and one.name in shapes and one.name not in found:
                found[one.name] = shape = shapes[one.name]
                waiting += [] if shape.alias is None else [shape.alias]
        return [shape for shape in found.values() if shape.alias is None]

    def _parts(self, places: Sequence[str]) -> Sequence[Part] | None:
        return parts_of(self._nodes, places)

    def _settle(self, place: str) -> tuple[str, bool]:
        """Where a schema really stands that is no more than another's name, and whether null is
        allowed on the way.
        """
        passed: dict[str, bool] = {}
        while place not in self._settled:
            node = self._nodes.mapping(place)
            is_nullable = node.get("nullable") is True
            following = self._following(place, node)
            if following is None:
                self._settled[place] = place, is_nullable
            elif place in passed:  # A ring of names.
                self._settled[place] = place, False
            else:
                passed[place] = is_nullable
                place = following
        settled = self._settled[place]
        while passed:
            each, allows_null = passed.popitem()
            settled = self._settled[each] = settled[0], settled[1] or allows_null
        return settled

    def _following(self, place: str, node: dict[str, Any]) -> str | None:
        """The place of the schema that the one at `place`, the `node`, is just a name for."""
        if ("$ref" not in node and "allOf" not in node) or not is_silent(node):
            return None
        members = listed(node, "allOf")
        if isinstance(node.get("$ref"), str) and not members:
            return node["$ref"][1:]
        if "$ref" not in node and len(members) == 1 and not candidate_of(place):
            return join(place, "allOf", 0)
        return None

    def _type(self, pointer: str, candidate: str, *, is_inner: bool = False) -> TypeRef:
        """The type of a schema. `candidate` names it, but for one that a component's place names:
        the component itself, or what stands inside of one and `is_inner`.
        """
        place, is_nullable = self._settle(pointer)
        result = self._known(place)
        if result is None:
            inner = _inside_component(place) if is_inner else ""
            result = self._unknown(place, candidate_of(place) or inner or candidate)
        return some_of((result, NULL)) if is_nullable else result

    def _known(self, place: str) -> TypeRef | None:
        """The type of a schema that has one name wherever it is met, or needs none."""
        if place in self._aliases:
            return Ref(self._aliases[place])
        if len(self._open) > _DEEPEST:
            return None
        return self._objects.get(place) or plain(self._nodes.mapping(place))

    def _unknown(self, place: str, candidate: str) -> TypeRef:
        if family := self._families.of(place):
            return self._any_of(family, place, candidate)
        if place in self._open:
            return self._again(place, candidate)
        if len(self._open) > _DEEPEST:
            return self._later(place, candidate)
        self._open.append(place)
        parts = self._parts([place])
        result = self._read(parts, place, candidate)
        self._open.pop()
        if place in self._recursive or (_tags(result) and candidate_of(place)):
            return self._named(place, candidate, result)
        if isinstance(result, Ref) and self._is_shape(parts or ()):
            self._objects[place] = result
        return result

    def _again(self, place: str, candidate: str) -> TypeRef:
        """The type of a schema met inside itself, without an object between."""
        inside = self._open[self._open.index(place) :]
        if "" not in inside:
            return NOTHING  # A union with itself adds no value.
        # Each name in the ring is kept, so that it does not matter where the ring is entered.
        self._recursive.update(item for item in inside if item == place or candidate_of(item))
        return Ref(self._names.name(place, candidate))

    def _later(self, place: str, candidate: str) -> TypeRef:
        name = self._aliases[place] = self._names.name(place, candidate)
        self._waiting.append((place, name, None))
        return Ref(name)

    def _alias(self, place: str, name: str) -> Shape:
        self._open.append(place)
        type_ = self._read(self._parts([place]), place, name)
        self._open.pop()
        return self._alias_of(name, place, union([type_]))

    def _alias_of(self, name: str, place: str, type_: TypeRef) -> Shape:
        doc = self._own_doc(place)
        return Shape(name, place, (), doc, alias=type_, facts=self._facts.of_schemas([place], doc))

    def _named(self, place: str, candidate: str, type_: TypeRef) -> TypeRef:
        """The name for a type; null stays beside it."""
        is_nullable = (
            isinstance(type_, Union) and NULL in type_.members and place not in self._recursive
        )
        if isinstance(type_, Union) and is_nullable:
            type_ = union(member for member in type_.members if member != NULL)
        name = self._aliases[place] = self._names.name(place, candidate)
        self._shapes[name] = self._alias_of(name, place, union([type_]))
        return union((Ref(name), NULL)) if is_nullable else Ref(name)

    def _merged(self, places: Sequence[str], key: str, candidate: str) -> TypeRef:
        """The type of what all of these schemas hold of."""
        if len(places) == 1:
            return self._type(places[0], candidate, is_inner=True)
        settled = list(dict.fromkeys(self._settle(place)[0] for place in places))
        if len(settled) > 1:
            settled = self._without_bases(settled)
        if len(settled) == 1:
            own = [place for place in places if self._settle(place)[0] == settled[0]]
            # What a base holds is called by the base, whichever heir is read first.
            return self._type(own[-1], candidate, is_inner=True)
        return self._read(self._parts(settled), key, candidate)

    def _without_bases(self, places: Sequence[str]) -> list[str]:
        """The places but for those of which another one already says all."""
        own = {place: {part.pointer for part in self._parts([place]) or ()} for place in places}
        return [
            place
            for place in places
            if not any(own[place] < own[other] for other in places)
            and (own[place] or place == places[-1])
        ]

    def _read(self, parts: Sequence[Part] | None, key: str, candidate: str) -> TypeRef:
        # Members of unions are read again for each way to combine them.
        self._nodes.watch.check()
        if parts is None:
            return NOTHING
        kinds = kinds_of(parts)
        if kinds == []:
            # Schemas that contradict each other: the last one is the nearest.
            start = max(at for at, part in enumerate(parts) if "type" in part.node)
            parts = parts[start:]
            kinds = kinds_of(parts)
        values = values_of(parts)
        if values is not None:
            return self._choice(values, kinds, parts, key, candidate)
        found = alternatives(parts)
        if found is not None and is_object(parts) and is_bare(self._nodes, *found):
            found = None
        if found is not None:
            return self._variants(parts, *found, key, candidate)
        if kinds is None:
            kind = "object" if is_object(parts) else implied_kind(parts)
            return Anything() if kind is None else self._untyped(parts, kind, key, candidate)
        if number := number_or_text(parts, kinds):
            return some_of((number, NULL)) if "null" in kinds else number
        return union([self._of_kind(parts, kind, key, candidate) for kind in kinds])

    def _of_kind(self, parts: Sequence[Part], kind: str, key: str, candidate: str) -> TypeRef:
        if kind == "array":
            return self._array(parts, key, candidate)
        if kind == "object":
            return self._object(parts, key, candidate)
        if kind == "null":
            return NULL
        if kind in SCALARS:
            return scalar(parts, kind)
        self.degrade(key, f"no type is {kind!r}; it is taken as anything")
        return Anything()

    def _untyped(self, parts: Sequence[Part], kind: str, key: str, candidate: str) -> TypeRef:
        """The type of a schema without a `type` that has keywords for values of this one."""
        type_ = self._of_kind(parts, kind, key, candidate)
        if isinstance(type_, Scalar | ListOf | MapOf | TupleOf):
            return replace(type_, is_untyped=True)
        return type_

    def _array(self, parts: Sequence[Part], key: str, candidate: str) -> TypeRef:
        self._open.append("")
        first = self._tuple(parts, candidate)
        if first is None:
            places = [
                join(part.pointer, "items")
                for part in parts
                if isinstance(part.node.get("items"), dict)
            ]
            item = self._merged(places, join(key, "items"), f"{candidate}Item") if places else None
            found = limits(parts)
            if any(part.node.get("items") is False for part in parts):
                found = replace(found, max_items=0)
            first = ListOf(Anything() if item is None else union([item]), found)
        self._open.pop()
        return first

    def _tuple(self, parts: Sequence[Part], candidate: str) -> TupleOf | None:
        for part in parts:
            keyword = "prefixItems" if listed(part.node, "prefixItems") else "items"
            prefix = listed(part.node, keyword)
            if not prefix:
                continue
            items = tuple(
                self.type_of(join(part.pointer, keyword, index), f"{candidate}Item{index + 1}")
                for index in range(len(prefix))
            )
            other = "items" if keyword == "prefixItems" else "additionalItems"
            rest = part.node.get(other, part.node.get("unevaluatedItems"))
            most = part.node.get("maxItems")
            if rest is False or (isinstance(most, int) and most <= len(prefix)):
                return TupleOf(items)
            if isinstance(part.node.get(other), dict):
                return TupleOf(items, self.type_of(join(part.pointer, other), f"{candidate}Item"))
            return TupleOf(items, Anything())
        return None

    def _object(self, parts: Sequence[Part], key: str, candidate: str) -> TypeRef:
        members = members_of(self._nodes, parts)
        if not members.properties:
            return MapOf(self._extra(members, candidate) or Anything(), limits(parts))
        name = self._names.name(key, candidate_of(key) or candidate)
        if name not in self._met:
            self._met.add(name)
            self._waiting.append((key, name, members))
            if kinds_of(parts) is None:
                self._untyped_shapes.add(name)
        return Ref(name)

    def _shape(self, members: Members, key: str, name: str) -> Shape:
        doc = self._own_doc(key)
        return Shape(
            name=name,
            pointer=key,
            fields=self._fields(members, name, key),
            doc=doc,
            extra=self._extra(members, name),
            is_untyped=name in self._untyped_shapes,
            facts=self._facts.of_shape(key, doc),
        )

    def _own_doc(self, place: str) -> str:
        # What stands inside another schema is told of by the field that holds it.
        return self.doc(place) if candidate_of(place) else ""

    def _extra(self, members: Members, name: str) -> TypeRef | None:
        if not members.extra:
            return Anything() if members.is_open else None
        self._open.append("")
        types = [self._type(place, f"{name}Value") for place in dict.fromkeys(members.extra)]
        self._open.pop()
        return union(types)

    def _fields(self, members: Members, name: str, key: str) -> tuple[Field, ...]:
        fields: list[Field] = []
        names = _attributes(members.properties)
        above = join(key, "properties")
        for wire, places in members.properties.items():
            type_ = self._merged(places, join(above, wire), name + pascal(wire))
            if type_ == NOTHING:
                continue
            if isinstance(self._nodes.get(places[0]), str):
                self.degrade(
                    places[0], f"no schema describes the required {wire!r}; it may be anything"
                )
            notes = notes_of(self._nodes, places)
            doc = _doc(notes)
            fields.append(
                Field(
                    name=names[wire],
                    wire=wire,
                    type=type_,
                    required=wire in members.required,
                    doc=self._field_doc(type_, places, doc),
                    default=notes.get("default"),
                    has_default="default" in notes,
                    deprecated=notes.get("deprecated") is True,
                    read_only=notes.get("readOnly") is True,
                    write_only=notes.get("writeOnly") is True,
                    facts=self._facts.of_schemas(places, doc),
                    pointer=places[-1],
                )
            )
        return _unhidden(fields)

    def _field_doc(self, type_: TypeRef, places: Sequence[str], told: str) -> str:
        """What is told of a field, and of the values of its enum."""
        if isinstance(type_, Scalar) and type_ != NULL:
            return told
        values = enum_doc(self._parts(places) or ())
        return f"{told}\n\n{values}" if told and values else told or values

    def _choice(
        self,
        enum: EnumValues,
        kinds: Sequence[str] | None,
        parts: Sequence[Part],
        key: str,
        candidate: str,
    ) -> TypeRef:
        found = choice(enum, kinds)
        if found is not None and (named := constants(parts, found.values)):
            name = self._names.name(key, candidate_of(key) or candidate)
            doc = self._own_doc(key)
            facts = self._facts.of_schemas([key], doc)
            self._shapes[name] = Shape(name, key, (), doc, constants=named, facts=facts)
            found = replace(found, name=name)
        types: list[TypeRef] = [] if found is None else [found]
        types += compounds(enum.values)
        if None in enum.values or "null" in (kinds or ()):
            types.append(NULL)
        return union(types)

    def _variants(
        self, parts: Sequence[Part], part: Part, keyword: str, key: str, candidate: str
    ) -> TypeRef:
        """Return the union of a `oneOf` or `anyOf`, each member with all that is beside these."""
        expanded = part.pointer, keyword, self._open.count("")
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
        discriminator = self._discriminator([part])
        places = [join(part.pointer, keyword, at) for at in range(len(listed(part.node, keyword)))]
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
            return tagged(members, discriminator, tags, default, is_complete=bool(default))
        return mixed(members) if keyword == "anyOf" else some_of(members)

    def _rest(self, parts: Sequence[Part], part: Part, keyword: str, key: str) -> tuple[Part, ...]:
        """The parts without the union."""
        rest = tuple(other.without(keyword) if other is part else other for other in parts)
        rest = tuple(other for other in rest if not is_silent(other.node))
        again = alternatives(rest)
        if again is not None:
            count = len(listed(part.node, keyword)) * len(listed(again[0].node, again[1]))
            if count > _MOST_VARIANTS:
                self.degrade(key, f"{count} combinations of two unions are too many to type")
                return tuple(other.without("oneOf", "anyOf") for other in rest)
        return rest

    def _suffix(self, places: Sequence[str], index: int) -> str:
        """What is added to the name of a union for a member that has none: its title or its number,
        and nothing if no other needs a name.
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
        own = self._parts([settled])
        if own is None:
            return NOTHING
        both = [*rest, *(part for part in own if part not in rest)]
        if _adds_nothing(rest, own) and not self._adds_members(own, both):
            return self._type(place, candidate + suffix)
        kinds = kinds_of(own)
        if kinds == ["null"]:
            return NULL
        if kinds_of(both) == []:
            return NOTHING
        return self._read(both, key, candidate + (candidate_of(settled) or suffix))

    def _adds_members(self, own: Sequence[Part], both: Sequence[Part]) -> bool:
        """Whether an object of both has properties that one of its own schema has not."""
        known = members_of(self._nodes, own).properties
        return bool(known) and members_of(self._nodes, both).properties.keys() != known.keys()

    def _default(self, discriminator: Any, members: Mapping[str, TypeRef]) -> str:
        """The shape of values that the discriminator does not know (OpenAPI 3.2, section 4.25);
        empty where the document has no word on it.
        """
        member = members.get(self._families.mapped(discriminator.get("defaultMapping")))
        return member.name if isinstance(member, Ref) else ""

    def _discriminator(self, parts: Iterable[Part]) -> str:
        """The name of the property that tells the members of a union apart."""
        for part in parts:
            node = part.node.get("discriminator")
            name = cast("dict[str, Any]", node).get("propertyName") if node else None
            if isinstance(name, str) and alternatives([part]):
                return name
        return ""

    def _tag_values(self, part: Part, discriminator: str, place: str) -> list[JsonScalar]:
        """The values of the discriminator that stand for a member (OpenAPI 3.1, section 4.8.25):
        those mapped to it, those that its own property allows, else its component's name.
        """
        settled, _ = self._settle(place)
        node = cast("dict[str, Any]", part.node["discriminator"])
        mapping = mapping_of(node)
        values = self._families.values(node, settled)
        own = self._allowed(settled, discriminator)
        values += [item for item in own if item not in mapping]
        return values or [split_pointer(settled)[-1]]

    def _allowed(self, place: str, property_: str) -> list[JsonScalar]:
        """The values, but for null, that an `enum` or a `const` leaves a property of a schema."""
        members = members_of(self._nodes, self._parts([place]) or ())
        own = values_of(self._parts(members.properties.get(property_, ())) or ())
        values = () if own is None else own.values
        return [cast("JsonScalar", item) for item in values if item is not None and is_scalar(item)]

    def _any_of(self, family: Family, base: str, candidate: str) -> TypeRef:
        """The type of a value of a base or of any schema that builds on it: an alias. What the
        document does not know is a value of the base.
        """
        place = join(base, "discriminator")
        name = self._aliases[base] = self._names.name(place, f"Any{candidate}")
        of: dict[str, TypeRef] = {}
        for member in (*family.members, base):
            read = self._read(self._parts([member]), member, candidate_of(member) or candidate)
            of[member] = _not_null(read)
        own = of[base]
        otherwise = own.name if isinstance(own, Ref) else ""
        tags: dict[JsonScalar, str] = {}
        for member, type_ in of.items():
            if isinstance(type_, Ref):
                for value in self._family_values(family, member, base):
                    tags.setdefault(value, type_.name)
        default = self._default(family.discriminator, of)
        type_ = tagged(
            of.values(), family.name, tags, default or otherwise, is_complete=bool(default)
        )
        doc = self._own_doc(base)
        self._shapes[name] = Shape(name, place, (), doc, alias=type_)
        return Ref(name)

    def _family_values(self, family: Family, member: str, base: str) -> list[JsonScalar]:
        """As `_tag_values`; what the base allows every member does not tell them apart."""
        values: list[JsonScalar] = self._families.values(family.discriminator, member)
        if not values and member != base:
            values = self._allowed(member, family.name)
            values = [] if values == self._allowed(base, family.name) else values
        return values or [split_pointer(member)[-1]]

    def degrade(self, pointer: str, text: str) -> None:
        """Tell that what is read for the `owner` is less precise than what stands at `pointer`."""
        reasons = self.degraded.setdefault(self.owner, [])
        if Reason(text, pointer) not in reasons:
            reasons.append(Reason(text, pointer))


def _adds_nothing(rest: Sequence[Part], own: Sequence[Part]) -> bool:
    """Whether what stands beside a union leaves a member of it as it is."""
    told = {key for part in rest for key in part.node if not is_silent({key: None})}
    if not told:
        return True
    if told - {"type", "required", "minProperties", "maxProperties"}:
        return False
    kinds, allowed = kinds_of(own), kinds_of(rest)
    if kinds is None and is_object(own):
        kinds = ["object"]
    return kinds is not None and (allowed is None or set(kinds) <= set(allowed))


def _attributes(wires: Iterable[str]) -> dict[str, str]:
    """The attribute of each property. One that is called as on the wire keeps its name."""
    named = {wire: attribute(wire) for wire in wires}
    if len(set(named.values())) == len(named):
        return named
    given: dict[str, str] = {}
    for wire in sorted(named, key=lambda wire: (named[wire] != wire, wire)):
        given[wire] = unique(named[wire], given.values())
    return given


def _unhidden(fields: Sequence[Field]) -> tuple[Field, ...]:
    """The fields, none of them called like a shape that the types of the others mention."""
    mentioned = {name for field in fields for name in refs(field.type)}
    own = {field.name for field in fields}
    if own.isdisjoint(mentioned):
        return tuple(fields)
    taken = own | mentioned
    return tuple(
        replace(field, name=unique(f"{field.name}_", taken)) if field.name in mentioned else field
        for field in fields
    )


def _not_null(type_: TypeRef) -> TypeRef:
    if not isinstance(type_, Union) or type_.tags:
        return type_
    return union(member for member in type_.members if member != NULL)


def _tags(type_: TypeRef) -> bool:
    """Whether values of a type, or those of a member of a union, are told apart by a property."""
    if not isinstance(type_, Union):
        return False
    return bool(type_.tags) or any(_tags(member) for member in type_.members)


def _doc(notes: dict[str, Any]) -> str:
    for text in (notes.get("description"), notes.get("title")):
        if isinstance(text, str) and is_seen(text):
            return text
    return ""


def _inside_component(pointer: str) -> str:
    """The class name of what stands in a component's own properties; empty for other places."""
    if not pointer.startswith(_COMPONENT):
        return ""
    tokens = split_pointer(pointer)
    if len(tokens) % 2 == 0:
        return ""
    name = pascal(tokens[2])
    for keyword, key in zip(tokens[3::2], tokens[4::2], strict=True):
        if keyword == "properties":
            name += pascal(key)
        elif keyword != "allOf":
            return ""
    return name


def candidate_of(pointer: str) -> str:
    """The class name that a component's place suggests; empty for a place that suggests none."""
    found = _SUGGESTING.fullmatch(pointer)
    if found is None:
        return ""
    (key,) = split_pointer(f"/{found[found.lastindex or 0]}")
    return pascal(PurePosixPath(key).stem if found["file"] is not None else key)

"""Schemas → types: each schema object of a document as a `TypeRef`, and the shapes these name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...identifiers import TypeNames, pascal
from ...ir import (
    NULL,
    Anything,
    Field,
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
from ..facts import Facts
from ..naming.members import AllMemberNames
from ..nodes import Nodes, join
from .alternatives import Alternatives, discriminator_of
from .arrays import array_type
from .enums import EnumValues, apart, choice, compounds, constants, field_doc, values_of
from .families import Families, Family
from .known import Known
from .names import attribute_names, candidate_of, inside_component, without_hidden_types
from .parts import (
    Members,
    Part,
    alternatives,
    doc_of,
    is_bare,
    is_object,
    kinds_of,
    members_of,
    notes_of,
    null_with_union,
    parts_of,
    without_bases,
)
from .references import References
from .scalars import SCALARS, implied_kind, limits, number_or_text, plain, scalar
from .unions import NOTHING, has_tags, object_shapes, some_of, union, without_null

_DEEPEST = 12
"""How deep schemas may nest without an object between; a deeper one gets a name of its own."""


class Schemas:
    """Reads schemas as types, and keeps the shapes that these refer to."""

    def __init__(self, nodes: Nodes, names: TypeNames, own: AllMemberNames, facts: Facts) -> None:
        self._nodes = nodes
        self._own_names = own
        self._facts = facts
        self._names = names
        self._waiting: list[tuple[str, str, Members | None]] = []
        self.known = known = Known()
        self._shapes, self._aliases, self._objects = known.shapes, known.aliases, known.objects
        self._open: list[str] = []
        """The pointers being read, and an empty text for each array or map between them."""
        references = References(nodes)
        self._settle, self.properties = references.settle, references.properties
        self.families = Families(nodes, lambda place: self._settle(place)[0])
        self._unions = Alternatives(nodes, self, self._settle, self.families, names.rules)
        self.owner = ""
        """For whom a type is read, as in `Known.degraded`."""

    def claim_components(self) -> None:
        """Name the document's object schemas and unions before nested schemas take the names."""
        schemas = self._nodes.mapping("/components/schemas")
        for key in sorted(schemas, key=lambda key: (pascal(key) != key, key)):
            pointer = join("/components/schemas", key)
            place, _ = self._settle(pointer)
            parts = self._parts([place]) or ()
            values = values_of(parts)
            is_named = values is not None and constants(parts, values.values)
            if place == pointer and (is_named or self._is_shape(parts) or discriminator_of(parts)):
                self._names.name(pointer, pascal(key))

    def shapes(self) -> dict[str, Shape]:
        """Return every shape that a type read so far reaches, by name."""
        while self._waiting:
            self._nodes.watch.check()
            key, name, members = self._waiting.pop()
            self.owner = name
            made = self._shape(members, key, name) if members else self._alias(key, name)
            self._shapes[name] = made
        return self._shapes

    def type_of(self, pointer: str, candidate: str) -> TypeRef:
        """Return the type of the schema at a pointer.

        Args:
            pointer: The pointer of the schema.
            candidate: The class name of an object schema that has none.
        """
        return union([self._type(pointer, candidate)])

    def doc(self, pointer: str) -> str:
        """Return the description of the schema at a pointer, or of the one that it refers to."""
        return doc_of(notes_of(self._nodes, [pointer]))

    def object_fields(self, pointer: str, name: str) -> tuple[Field, ...] | None:
        """Return the fields of an object schema; None for one without named properties."""
        place, _ = self._settle(pointer)
        parts = self._parts([place]) or ()
        if not self._is_shape(parts) or self.families.of(place):
            return None
        members = members_of(self._nodes, parts)
        return self._fields(members, name, place) if members.properties else None

    def _is_shape(self, parts: Sequence[Part]) -> bool:
        if not is_object(parts) or values_of(parts) is not None:
            return False
        found = alternatives(parts)
        return found is None or is_bare(self._nodes, *found)

    def members(self, type_: TypeRef) -> list[Shape]:
        """Return the object shapes that a value of a type may have."""
        owner, shapes = self.owner, self.shapes()
        self.owner = owner
        return object_shapes(type_, shapes)

    def _parts(self, places: Sequence[str]) -> Sequence[Part] | None:
        return parts_of(self._nodes, places)

    def depth(self) -> int:
        """Return how many arrays and maps are around the schema being read."""
        return self._open.count("")

    def type_at(self, pointer: str, candidate: str) -> TypeRef:
        """Return the type of a schema, `NOTHING` where it allows no value."""
        return self._type(pointer, candidate)

    def _type(self, pointer: str, candidate: str, *, is_inner: bool = False) -> TypeRef:
        """Return the type of a schema, and of null where a `nullable` leads to it.

        The pointer of a component names it, and with `is_inner` also a schema inside a component;
        `candidate` names any other.
        """
        place, is_nullable = self._settle(pointer)
        result = self._known(place)
        if result is None:
            inner = inside_component(place) if is_inner else ""
            own = candidate_of(place) or inner or self._names.suggested.get(place)
            result = self._unknown(place, own or candidate)
        return some_of((result, NULL)) if is_nullable else result

    def _known(self, place: str) -> TypeRef | None:
        """Return the type of a schema that is named already, or needs no name; else None."""
        if place in self._aliases:
            return Ref(self._aliases[place])
        if len(self._open) > _DEEPEST:
            return None
        return self._objects.get(place) or plain(self._nodes.mapping(place))

    def _unknown(self, place: str, candidate: str) -> TypeRef:
        if family := self.families.of(place):
            return self._any_of(family, place, candidate)
        if place in self._open:
            return self._again(place, candidate)
        if len(self._open) > _DEEPEST:
            return self._read_at_the_end(place, candidate)
        self._open.append(place)
        parts = self._parts([place])
        result = self.read(parts, place, candidate)
        self._open.pop()
        if place in self.known.recursive or (has_tags(result) and candidate_of(place)):
            return self._named(place, candidate, result)
        if isinstance(result, Ref) and self._is_shape(parts or ()):
            self._objects[place] = result
        return result

    def _again(self, place: str, candidate: str) -> TypeRef:
        """Return the type of a schema met inside itself, without an object between.

        For `Tree: {type: array, items: {$ref: Tree}}` it is a reference to an alias; for a union
        with itself, nothing.
        """
        inside = self._open[self._open.index(place) :]
        if "" not in inside:
            return NOTHING  # A union with itself adds no value.
        # Each name in the ring is kept, so that it does not matter where the ring is entered.
        self.known.recursive.update(item for item in inside if item == place or candidate_of(item))
        return Ref(self._names.name(place, candidate))

    def _read_at_the_end(self, place: str, candidate: str) -> TypeRef:
        name = self._aliases[place] = self._names.name(place, candidate)
        self.known.makers[name] = self.owner
        self._waiting.append((place, name, None))
        return Ref(name)

    def _alias(self, place: str, name: str) -> Shape:
        self._open.append(place)
        type_ = self.read(self._parts([place]), place, name)
        self._open.pop()
        return self._alias_of(name, place, union([type_]))

    def _alias_of(self, name: str, place: str, type_: TypeRef) -> Shape:
        doc = self._own_doc(place)
        return Shape(name, place, (), doc, alias=type_, facts=self._facts.of_schemas([place], doc))

    def _named(self, place: str, candidate: str, type_: TypeRef) -> TypeRef:
        """Return a reference to a new alias of a type; null stays outside the alias."""
        is_nullable = (
            isinstance(type_, Union) and NULL in type_.members and place not in self.known.recursive
        )
        if isinstance(type_, Union) and is_nullable:
            type_ = union(member for member in type_.members if member != NULL)
        name = self._aliases[place] = self._names.name(place, candidate)
        self.known.makers[name] = self.owner
        self._shapes[name] = self._alias_of(name, place, union([type_]))
        return union((Ref(name), NULL)) if is_nullable else Ref(name)

    def merged(self, places: Sequence[str], key: str, candidate: str) -> TypeRef:
        """Return the type of a value that satisfies all of these schemas."""
        if len(places) == 1:
            return self._type(places[0], candidate, is_inner=True)
        settled = list(dict.fromkeys(self._settle(place)[0] for place in places))
        if len(settled) > 1:
            settled = without_bases(self._nodes, settled)
        if len(settled) == 1:
            own = [place for place in places if self._settle(place)[0] == settled[0]]
            # What a base holds is called by the base, whichever heir is read first.
            return self._type(own[-1], candidate, is_inner=True)
        return self.read(self._parts(settled), key, candidate)

    def read(self, parts: Sequence[Part] | None, key: str, candidate: str) -> TypeRef:
        """Return the type of the values that all these parts allow; None stands for `false`."""
        # Members of unions are read again for each way to combine them.
        self._nodes.watch.check()
        if parts is None:
            return NOTHING
        if (lonely := null_with_union(self._nodes, parts)) is not None:
            self.degrade(key, "`type: null` beside a union without null is read as `nullable`")
            rest = [part.without("type") if part is lonely else part for part in parts]
            return some_of((self.read(rest, key, candidate), NULL))
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
        if found is not None and not (is_object(parts) and is_bare(self._nodes, *found)):
            return self._unions.read(parts, *found, key, candidate)
        if kinds is None:
            kind = "object" if is_object(parts) else implied_kind(parts)
            return Anything() if kind is None else self._untyped(parts, kind, key, candidate)
        if number := number_or_text(parts, kinds):
            return some_of((number, NULL)) if "null" in kinds else number
        return union([self._of_kind(parts, kind, key, candidate) for kind in kinds])

    def _of_kind(self, parts: Sequence[Part], kind: str, key: str, candidate: str) -> TypeRef:
        if kind == "array":
            self._open.append("")
            type_ = array_type(self, parts, key, candidate)
            self._open.pop()
            return type_
        if kind == "object":
            return self._object(parts, key, candidate)
        if kind == "null":
            return NULL
        if kind in SCALARS:
            return scalar(parts, kind)
        self.degrade(key, f"no type is {kind!r}; it is taken as anything")
        return Anything()

    def _untyped(self, parts: Sequence[Part], kind: str, key: str, candidate: str) -> TypeRef:
        """Return the type of a schema without `type` whose keywords are for values of this kind."""
        type_ = self._of_kind(parts, kind, key, candidate)
        if isinstance(type_, Scalar | ListOf | MapOf | TupleOf):
            return replace(type_, is_untyped=True)
        return type_

    def _object(self, parts: Sequence[Part], key: str, candidate: str) -> TypeRef:
        members = members_of(self._nodes, parts)
        if not members.properties:
            return MapOf(self._extra(members, candidate) or Anything(), limits(parts))
        name = self._names.name(key, candidate_of(key) or candidate)
        if name not in self.known.met:
            self.known.met.add(name)
            self._waiting.append((key, name, members))
            if kinds_of(parts) is None:
                self.known.untyped.add(name)
        return Ref(name)

    def _shape(self, members: Members, key: str, name: str) -> Shape:
        doc = self._own_doc(key)
        return Shape(
            name=name,
            pointer=key,
            fields=self._fields(members, name, key),
            doc=doc,
            extra=self._extra(members, name),
            is_untyped=name in self.known.untyped,
            facts=self._facts.of_shape(key, doc),
        )

    def _own_doc(self, place: str) -> str:
        # The field that holds a nested schema has its description already.
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
        names = attribute_names(members.properties, key, self._own_names.fields, self._names.rules)
        above = join(key, "properties")
        for wire, places in members.properties.items():
            type_ = self.merged(places, join(above, wire), name + pascal(wire))
            if type_ == NOTHING:
                continue
            if isinstance(self._nodes.get(places[0]), str):
                self.degrade(
                    places[0], f"no schema describes the required {wire!r}; it may be anything"
                )
            notes = notes_of(self._nodes, places)
            doc = doc_of(notes)
            fields.append(
                Field(
                    name=names[wire],
                    wire=wire,
                    type=type_,
                    required=wire in members.required,
                    doc=field_doc(type_, self._parts(places) or (), doc),
                    default=notes.get("default"),
                    has_default="default" in notes,
                    deprecated=notes.get("deprecated") is True,
                    read_only=notes.get("readOnly") is True,
                    write_only=notes.get("writeOnly") is True,
                    facts=self._facts.of_schemas(places, doc),
                    pointer=places[-1],
                )
            )
        return without_hidden_types(fields, key, self._own_names.fields)

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
            named = apart(named, key, self._own_names.constants)
            doc = self._own_doc(key)
            facts = self._facts.of_schemas([key], doc)
            self._shapes[name] = Shape(name, key, (), doc, constants=named, facts=facts)
            found = replace(found, name=name)
        types: list[TypeRef] = [] if found is None else [found]
        types += compounds(enum.values)
        if None in enum.values or "null" in (kinds or ()):
            types.append(NULL)
        return union(types)

    def _any_of(self, family: Family, base: str, candidate: str) -> TypeRef:
        """Return a reference to an alias of a base or any schema that extends it.

        A value whose discriminator the document does not know is read as the base.
        """
        place = join(base, "discriminator")
        name = self._aliases[base] = self._names.name(place, f"Any{candidate}")
        self.known.makers[name] = self.owner
        names = {each: candidate_of(each) or candidate for each in (*family.members, base)}
        read = {each: self.read(self._parts([each]), each, own) for each, own in names.items()}
        of = {each: without_null(type_) for each, type_ in read.items()}
        type_ = self._unions.of_family(family, base, of)
        self._shapes[name] = Shape(name, place, (), self._own_doc(base), alias=type_)
        return Ref(name)

    def set_types_in_form(self, name: str, types: dict[str, TypeRef]) -> None:
        """Set the types that the fields of a shape have in a multipart body."""
        self.known.of_forms[name] = types
        self.known.makers[name] = self.owner

    def degrade(self, pointer: str, text: str) -> None:
        """Record that what is read for the `owner` is typed less precisely than the document."""
        reason, reasons = Reason(text, pointer), self.known.degraded.setdefault(self.owner, [])
        if reason not in reasons:
            reasons.append(reason)

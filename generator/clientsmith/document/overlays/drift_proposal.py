"""Make the overlay by which a document describes the answers that a server really sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ...identifiers import pascal
from ..document import Document
from ..plain import items, members
from ..pointers import join_pointer, look_up, split_pointer
from ..references import MOUNT
from .drift_answers import Unproposed, whole_changes
from .drift_places import UNIONS, AnswerPlaces
from .drift_records import Record
from .paths import path_of, quoted

_Object = dict[str, Any]
_TYPES: dict[type, str] = {bool: "boolean", int: "integer", float: "number"}


@dataclass(frozen=True, slots=True)
class _Key:
    """What a change is about; differences with the same key are mended together."""

    problem: str
    places: tuple[str, ...]
    """Pointers of schemas; the operation, where its answer as a whole differs."""
    name: str = ""
    """The property; the media type of an answer."""
    status: int = 0


class Proposal:
    """The actions for differences, and why there is none for others."""

    def __init__(self, document: Document, raw: _Object) -> None:
        """Begin with no actions.

        Args:
            document: The document, with which places in answers are found.
            raw: The data of its root file as it was read, with its overlays, which is changed.
        """
        self._document = document
        self._raw = raw
        self._places = AnswerPlaces(document)
        self._version = "2.0" if "swagger" in raw else str(raw.get("openapi", ""))[:3]
        self.actions: list[_Object] = []
        self.unproposed: list[tuple[Record, str]] = []

    def add(self, records: list[Record]) -> None:
        """Add the actions of all records, each change once, with all operations that show it."""
        groups: dict[_Key, list[Record]] = defaultdict(list)
        for record in records:
            try:
                groups[self._key(record)].append(record)
            except Unproposed as why:
                self.unproposed.append((record, str(why)))
        for key, group in groups.items():
            try:
                # All of a group or nothing: half of a change would be another one.
                changes = list(self._changes(key, group))
            except Unproposed as why:
                self.unproposed += [(record, str(why)) for record in group]
                continue
            said = "; ".join(
                f"{each.operation} {each.pointer or '/'} {each.problem}: seen {each.times}"
                for each in group
            )
            self.actions += [
                {"target": target, "description": said, **change} for target, change in changes
            ]

    def _key(self, record: Record) -> _Key:
        """Return what a change is: its kind, its schemas, and the property that it is about."""
        above, _, _ = record.pointer.rpartition("/")
        name = (split_pointer(record.pointer) or [""])[-1]
        match record.problem:
            case "unknown-field":
                return _Key("field", self._objects(record, above), name)
            case "missing-field":
                return _Key("optional", self._found(record, above), name)
            case "unknown-value":
                places = self._found(record, record.pointer)
                if len(places) > 1 and (unions := self._unions(record, above)):
                    return _Key("member", unions, name)
                return _Key("value", places)
            case "unexpected-null" | "invalid-value":
                return _Key("type", self._found(record, record.pointer))
            case _:
                status, media = record.status or 0, record.media_type
                return _Key(record.problem, (record.operation,), media, status)

    def _found(self, record: Record, pointer: str) -> tuple[str, ...]:
        found = self._places.schemas(record.operation, pointer, record.status)
        if not found:
            raise Unproposed("the document describes no such place in the answers of the operation")
        return tuple(found)

    def _objects(self, record: Record, pointer: str) -> tuple[str, ...]:
        """Return the schemas that a new property belongs to: those that have properties.

        In a union that is each member which is an object: which one the server meant is not known.
        """
        whole = [
            inner for at in self._found(record, pointer) for inner in self._places.alternatives(at)
        ]
        found = [self._with_properties(at) for at in whole if self._is_object(at)]
        return tuple(dict.fromkeys(found)) or (self._places.parts(whole[0])[-1],)

    def _is_object(self, pointer: str) -> bool:
        parts = [self._places.node(part) for part in self._places.parts(pointer)]
        kinds = [node["type"] for node in parts if "type" in node]
        return all("object" in _kinds(kind) for kind in kinds)

    def _with_properties(self, pointer: str) -> str:
        parts = self._places.parts(pointer)
        return next((at for at in parts if "properties" in self._places.node(at)), parts[-1])

    def _changes(self, key: _Key, group: list[Record]) -> Iterator[tuple[str, _Object]]:
        types = list(dict.fromkeys(kind for each in group for kind in each.types))
        match key.problem:
            case "field":
                for place in key.places:
                    schema = self._of_types(types)
                    yield self.target(place), {"update": {"properties": {key.name: schema}}}
            case "optional":
                yield from self._optional(key.places, key.name)
            case "value":
                yield from self._more_values(key.places, group)
            case "member":
                for place in key.places:
                    yield from self._tagged_members(place, key.name, self._values(group))
            case "type":
                if any(each.problem == "unexpected-null" for each in group):
                    types.append("null")
                for place in self._narrow(key.places, types):
                    yield from self.wider(place, types)
            case _:
                yield from whole_changes(self, key)

    def _narrow(self, places: Sequence[str], types: list[str]) -> Sequence[str]:
        """Return the places of a value in members of a union that do not allow these types yet."""
        if len(places) == 1:
            return places
        narrow = [
            at
            for at in places
            if (kind := self._places.node(at).get("type")) is None
            or not set(types) <= {*_kinds(kind)}
        ]
        return narrow or places

    def _of_types(self, types: list[str]) -> _Object:
        """Return a schema for values of these types; without any, one for all values."""
        known = [kind for kind in types if kind != "null"]
        if "integer" in known and "number" in known:
            known.remove("integer")
        schema: _Object = {"type": known[0]} if len(known) == 1 else {}
        if len(known) > 1 and self._has_type_lists:
            schema = {"type": known}
        if "array" in known and not self._has_type_lists:
            schema["items"] = {}
        if "null" not in types:
            return schema
        if not self._has_type_lists:
            return {**schema, self._nullable: True} if schema else {}
        kinds = schema.get("type", [])
        return {"type": [*([kinds] if isinstance(kinds, str) else kinds), "null"]}

    @property
    def places(self) -> AnswerPlaces:
        """What finds the parts of the document."""
        return self._places

    @property
    def version(self) -> str:
        """The version of the document: `2.0`, `3.0`, `3.1`."""
        return self._version

    @property
    def _has_type_lists(self) -> bool:
        return self._version not in ("2.0", "3.0")

    @property
    def _nullable(self) -> str:
        return "x-nullable" if self._version == "2.0" else "nullable"

    def _optional(self, places: Sequence[str], name: str) -> Iterator[tuple[str, _Object]]:
        requiring = dict.fromkeys(
            part
            for place in places
            for at in (place, *self._places.alternatives(place))
            for part in self._places.parts(at)
            if name in items(self._places.node(part).get("required"))
        )
        if not requiring:
            raise Unproposed("no schema there requires it")
        for part in requiring:
            yield f"{self.target(part)}.required[?@ == {quoted(name)}]", {"remove": True}

    def _values(self, group: list[Record]) -> list[Any]:
        values = [value for each in group for value in each.values.values()]
        if not values:
            raise Unproposed("the values were not recorded: use DriftLog(FILE, values=True)")
        return values

    def _more_values(
        self, places: Sequence[str], group: list[Record]
    ) -> Iterator[tuple[str, _Object]]:
        found = [
            next(
                (part for at in self._places.alternatives(place) for part in self._listing(at)), ""
            )
            for place in places
        ]
        holders = dict.fromkeys(filter(None, found))
        if not holders:
            raise Unproposed("no schema there lists its values")
        for holder in holders:
            known = items(self._places.node(holder)["enum"])
            more = [value for value in self._values(group) if value not in known]
            if more:
                yield f"{self.target(holder)}.enum", {"update": more}

    def _listing(self, pointer: str) -> list[str]:
        return [at for at in self._places.parts(pointer) if "enum" in self._places.node(at)]

    def _unions(self, record: Record, pointer: str) -> tuple[str, ...]:
        """Return the schemas at a place that are unions."""
        return tuple(
            part
            for at in self._places.schemas(record.operation, pointer, record.status)
            for part in self._places.parts(at)
            if any(key in self._places.node(part) for key in UNIONS)
        )

    def _tagged_members(
        self, place: str, name: str, values: list[Any]
    ) -> Iterator[tuple[str, _Object]]:
        """Yield the changes after which a union has a member for each value of its tag.

        Nothing is known of a member but the value of its tag: it has any other properties. One of a
        discriminator has to be a named schema (OpenAPI 3.1, section 4.8.25).
        """
        target, node = self.target(place), self.raw(place)
        union = next(key for key in UNIONS if key in node)
        for value in values:
            tag = {"type": _type_of(value), "enum": [value]}
            schema: _Object = {"type": "object", "required": [name], "properties": {name: tag}}
            schema["additionalProperties"] = True
            if "discriminator" not in node:
                yield f"{target}.{union}", {"update": [schema]}
                continue
            reference = f"#/components/schemas/{(named := self._new_schema(str(value)))}"
            yield "$.components.schemas", {"update": {named: schema}}
            yield f"{target}.{union}", {"update": [{"$ref": reference}]}
            mapping = {str(value): reference}
            yield f"{target}.discriminator", {"update": {"mapping": mapping}}

    def _new_schema(self, text: str) -> str:
        known = members(members(self._raw.get("components")).get("schemas"))
        # Keys of components have letters of ASCII alone (OpenAPI 3.1, section 4.8.7).
        name = base = pascal(text) if text.isascii() else "Member"
        number = 2
        while name in known:
            name, number = f"{base}{number}", number + 1
        return name

    def wider(self, place: str, types: list[str]) -> Iterator[tuple[str, _Object]]:
        """Yield the changes after which the schema at a pointer allows these types too.

        A `type: string` that was null in an answer becomes `type: [string, "null"]` in OpenAPI 3.1,
        and gets `nullable: true` in OpenAPI 3.0, which has no lists of types.
        """
        target, node = self.target(place), self.raw(place)
        written = node.get("type")
        has_null = "null" in types
        if "$ref" in node:
            yield from self._wider_reference(target, node, types)
            return
        union = next((key for key in UNIONS if key in node), "")
        if written is None and union:
            yield from self._more_members(place, union, types)
            return
        if written is None:
            raise Unproposed("its schema has no type; change it by hand")
        known = [written] if isinstance(written, str) else [*items(written)]
        more = [kind for kind in dict.fromkeys(types) if kind not in known]
        if "number" in known:
            more = [kind for kind in more if kind != "integer"]
        if not [kind for kind in more if kind != "null"] and not has_null:
            if "format" not in node:
                raise Unproposed("the type is right, so another keyword excludes the value")
            yield f"{target}.format", {"remove": True}
            return
        if "number" in more and "integer" in known:
            known[known.index("integer")] = "number"
            more.remove("number")
        if has_null and isinstance(node.get("enum"), list) and None not in node["enum"]:
            yield f"{target}.enum", {"update": [None]}
        if self._has_type_lists:
            wide = [*known, *more]
            if isinstance(written, str) and len(wide) == 1:
                yield target, {"update": {"type": wide[0]}}
                return
            yield f"{target}.type", {"remove": True}
            yield target, {"update": {"type": wide}}
            return
        if more.count("null"):
            more.remove("null")
            yield target, {"update": {self._nullable: True}}
        if not more and known != [written]:
            yield target, {"update": {"type": known[0]}}
        if more and self._version == "2.0":
            raise Unproposed("Swagger 2.0 has no schema for values of several types")
        if more:
            yield f"{target}.type", {"remove": True}
            choices = [self._of_types([kind]) for kind in (*known, *more)]
            yield target, {"update": {"anyOf": choices}}

    def _more_members(
        self, place: str, union: str, types: list[str]
    ) -> Iterator[tuple[str, _Object]]:
        """Yield the changes after which a union has members for values of these types."""
        if self._version == "2.0":
            raise Unproposed("Swagger 2.0 has no schema for values of several types")
        nodes = map(self._places.node, self._places.alternatives(place))
        known = {kind for node in nodes for kind in _kinds(node.get("type", []))}
        known |= {"integer"} if "number" in known else set()
        more = [kind for kind in types if kind not in known]
        if not more:
            raise Unproposed("a member of the union has that type; another keyword excludes it")
        target = self.target(place)
        if "null" in more and not self._has_type_lists:
            more.remove("null")
            yield target, {"update": {self._nullable: True}}
        if more:
            yield f"{target}.{union}", {"update": [self._of_types([kind]) for kind in more]}

    def _wider_reference(
        self, target: str, node: _Object, types: list[str]
    ) -> Iterator[tuple[str, _Object]]:
        """Yield the changes that leave a shared schema as it is, and allow more beside it."""
        more = [kind for kind in types if kind != "null"]
        reference = {"$ref": node["$ref"]}
        if more and self._version == "2.0":
            raise Unproposed("Swagger 2.0 has no schema for values of several types")
        yield f"{target}['$ref']", {"remove": True}
        if self._has_type_lists:
            choices = [reference, *({"type": kind} for kind in types)]
            yield target, {"update": {"anyOf": choices}}
        elif more:
            nullable = {self._nullable: True} if "null" in types else {}
            choices = [reference, *(self._of_types([kind]) for kind in more)]
            yield target, {"update": {"anyOf": choices, **nullable}}
        else:
            yield target, {"update": {"allOf": [reference], self._nullable: True}}

    def target(self, pointer: str) -> str:
        """Return the expression that selects a schema in the root file."""
        return path_of(*self._keys(pointer))

    def raw(self, pointer: str) -> _Object:
        """Return the object at a pointer, as it is in the root file."""
        return members(look_up(self._raw, join_pointer(*self._keys(pointer))))

    def _keys(self, pointer: str) -> list[str | int]:
        """Return the keys and indexes of a schema in the root file as it was read."""
        found: Any = self._raw
        keys: list[str | int] = []
        for part in split_pointer(self._document.origin(pointer)):
            if part == MOUNT:
                raise Unproposed(
                    "it is described in another file; write an overlay that extends it"
                )
            key: str | int = int(part) if isinstance(found, list) and part.isdecimal() else part
            try:
                found = look_up(found, join_pointer(part))
            except KeyError:
                raise Unproposed("its schema is not in the document as it was read") from None
            keys.append(key)
        return keys


def _kinds(written: Any) -> list[str]:
    """Return the types of a schema's `type`, which is one of them or a list."""
    return [written] if isinstance(written, str) else [str(each) for each in items(written)]


def _type_of(value: object) -> str:
    return _TYPES.get(type(value), "string")

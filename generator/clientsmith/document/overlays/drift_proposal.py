"""Make the overlay by which a document describes the answers that a server really sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from ...identifiers import pascal
from ..document import Document
from ..plain import items, members
from ..pointers import split_pointer
from .drift_answers import Key, whole_changes
from .drift_places import UNIONS, AnswerPlaces
from .drift_records import Record
from .drift_root import RootFile, Unproposed
from .drift_types import WiderTypes, kinds_of
from .paths import quoted

_Object = dict[str, Any]
_TYPES: dict[type, str] = {bool: "boolean", int: "integer", float: "number"}


class Proposal:
    """The actions for differences, and why there is none for others."""

    def __init__(self, document: Document, raw: _Object) -> None:
        """Begin with no actions.

        Args:
            document: The document, with which places in answers are found.
            raw: The data of its root file as it was read, with its overlays, which is changed.
        """
        self._root = RootFile(document, raw)
        self._places = AnswerPlaces(document)
        self._types = WiderTypes(self._root, self._places)
        self.actions: list[_Object] = []
        self.unproposed: list[tuple[Record, str]] = []

    def add(self, records: list[Record]) -> None:
        """Add the actions of all records, each change once, with all operations that show it."""
        groups: dict[Key, list[Record]] = defaultdict(list)
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

    def _key(self, record: Record) -> Key:
        """Return what a change is: its kind, its schemas, and the property that it is about."""
        above, _, _ = record.pointer.rpartition("/")
        name = (split_pointer(record.pointer) or [""])[-1]
        match record.problem:
            case "unknown-field":
                return Key("field", self._objects(record, above), name)
            case "missing-field":
                return Key("optional", self._found(record, above), name)
            case "unknown-value":
                places = self._found(record, record.pointer)
                if len(places) > 1 and (unions := self._unions(record, above)):
                    return Key("member", unions, name)
                return Key("value", places)
            case "unexpected-null" | "invalid-value":
                return Key("type", self._found(record, record.pointer))
            case _:
                status, media = record.status or 0, record.media_type
                return Key(record.problem, (record.operation,), media, status)

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
        return all("object" in kinds_of(kind) for kind in kinds)

    def _with_properties(self, pointer: str) -> str:
        parts = self._places.parts(pointer)
        return next((at for at in parts if "properties" in self._places.node(at)), parts[-1])

    def _changes(self, key: Key, group: list[Record]) -> Iterator[tuple[str, _Object]]:
        types = list(dict.fromkeys(kind for each in group for kind in each.types))
        match key.problem:
            case "field":
                for place in key.places:
                    schema = self._types.schema_of(types)
                    yield self._root.target(place), {"update": {"properties": {key.name: schema}}}
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
                    yield from self._types.changes(place, types)
            case _:
                yield from whole_changes(self._types, key)

    def _narrow(self, places: Sequence[str], types: list[str]) -> Sequence[str]:
        """Return the places of a value in members of a union that do not allow these types yet."""
        if len(places) == 1:
            return places
        narrow = [
            at
            for at in places
            if (kind := self._places.node(at).get("type")) is None
            or not set(types) <= {*kinds_of(kind)}
        ]
        return narrow or places

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
            yield f"{self._root.target(part)}.required[?@ == {quoted(name)}]", {"remove": True}

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
                yield f"{self._root.target(holder)}.enum", {"update": more}

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
        target, node = self._root.target(place), self._root.raw(place)
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
        known = members(members(self._root.data.get("components")).get("schemas"))
        # Keys of components have letters of ASCII alone (OpenAPI 3.1, section 4.8.7).
        name = base = pascal(text) if text.isascii() else "Member"
        number = 2
        while name in known:
            name, number = f"{base}{number}", number + 1
        return name


def _type_of(value: object) -> str:
    return _TYPES.get(type(value), "string")

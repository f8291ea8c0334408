"""Make the overlay by which a document describes the answers that a server really sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from ..document import Document
from ..plain import items, members
from ..pointers import join_pointer, look_up, split_pointer
from ..references import MOUNT
from .drift_places import AnswerPlaces
from .drift_records import Record
from .paths import path_of, quoted

_Object = dict[str, Any]


class Unproposed(Exception):
    """There is no change of the document that would describe a difference; the text says why."""


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
        groups: dict[tuple[str, ...], list[Record]] = defaultdict(list)
        for record in records:
            try:
                groups[self._key(record)].append(record)
            except Unproposed as why:
                self.unproposed.append((record, str(why)))
        for (problem, place, *rest), group in groups.items():
            try:
                # All of a group or nothing: half of a change would be another one.
                changes = list(self._changes(problem, place, rest, group))
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

    def _key(self, record: Record) -> tuple[str, ...]:
        """Return what a change is: its kind, its schema, and the property that it is about."""
        above, _, _ = record.pointer.rpartition("/")
        name = (split_pointer(record.pointer) or [""])[-1]
        match record.problem:
            case "unknown-field":
                return "field", self._object(record.operation, above), name
            case "missing-field":
                return "optional", self._one(record.operation, above), name
            case "unknown-value":
                return "value", self._one(record.operation, record.pointer)
            case "unexpected-null" | "invalid-value":
                return "type", self._one(record.operation, record.pointer)
            case _:
                raise Unproposed("an overlay for the response as a whole has to be written by hand")

    def _one(self, operation: str, pointer: str) -> str:
        found = self._places.schemas(operation, pointer)
        if not found:
            raise Unproposed("the document describes no such place in the answers of the operation")
        return found[0]

    def _object(self, operation: str, pointer: str) -> str:
        """Return the schema that a new property belongs to: the one that has properties."""
        found = self._places.schemas(operation, pointer)
        for place in found:
            if "properties" in self._places.node(place):
                return place
        if any(key in self._places.node(place) for place in found for key in ("oneOf", "anyOf")):
            raise Unproposed("it may belong to any member of a union")
        return [*self._places.parts(self._one(operation, pointer))][-1]

    def _changes(
        self, problem: str, place: str, rest: list[str], group: list[Record]
    ) -> Iterator[tuple[str, _Object]]:
        types = list(dict.fromkeys(kind for each in group for kind in each.types))
        match problem:
            case "field":
                schema = self._of_types(types)
                yield self._target(place), {"update": {"properties": {rest[0]: schema}}}
            case "optional":
                yield from self._optional(place, rest[0])
            case "value":
                yield from self._more_values(place, group)
            case _:
                if any(each.problem == "unexpected-null" for each in group):
                    types.append("null")
                yield from self._wider(place, types)

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
    def _has_type_lists(self) -> bool:
        return self._version not in ("2.0", "3.0")

    @property
    def _nullable(self) -> str:
        return "x-nullable" if self._version == "2.0" else "nullable"

    def _optional(self, place: str, name: str) -> Iterator[tuple[str, _Object]]:
        requiring = [
            part
            for part in self._places.parts(place)
            if name in items(self._places.node(part).get("required"))
        ]
        if not requiring:
            raise Unproposed("no schema there requires it; it may be a member of a union")
        for part in requiring:
            yield f"{self._target(part)}.required[?@ == {quoted(name)}]", {"remove": True}

    def _more_values(self, place: str, group: list[Record]) -> Iterator[tuple[str, _Object]]:
        holder = next(
            (each for each in self._places.parts(place) if "enum" in self._places.node(each)), None
        )
        if holder is None:
            raise Unproposed("the values are listed in a member of a union")
        known = items(self._places.node(holder)["enum"])
        values = [value for each in group for value in each.values.values() if value not in known]
        if not values:
            raise Unproposed("the values were not recorded: use DriftLog(FILE, values=True)")
        yield f"{self._target(holder)}.enum", {"update": list(dict.fromkeys(values))}

    def _wider(self, place: str, types: list[str]) -> Iterator[tuple[str, _Object]]:
        """Yield the changes after which the schema at a pointer allows these types too.

        A `type: string` that was null in an answer becomes `type: [string, "null"]` in OpenAPI 3.1,
        and gets `nullable: true` in OpenAPI 3.0, which has no lists of types.
        """
        target, node = self._target(place), self._node(place)
        written = node.get("type")
        has_null = "null" in types
        if "$ref" in node:
            yield from self._wider_reference(target, node, types)
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
            choices = [{"type": kind} for kind in (*known, *more)]
            yield target, {"update": {"anyOf": choices}}

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
            choices = [reference, *({"type": kind} for kind in more)]
            yield target, {"update": {"anyOf": choices, **nullable}}
        else:
            yield target, {"update": {"allOf": [reference], self._nullable: True}}

    def _target(self, pointer: str) -> str:
        """Return the expression that selects a schema in the root file."""
        return path_of(*self._keys(pointer))

    def _node(self, pointer: str) -> _Object:
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

"""Make the changes after which a schema allows values of more types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..plain import items
from .drift_places import UNIONS, AnswerPlaces
from .drift_root import RootFile, Unproposed

_Object = dict[str, Any]


@dataclass(frozen=True, slots=True)
class WiderTypes:
    """Changes schemas of a document as its version of OpenAPI writes types."""

    root: RootFile
    places: AnswerPlaces

    @property
    def _has_type_lists(self) -> bool:
        return self.root.version not in ("2.0", "3.0")

    @property
    def _nullable(self) -> str:
        return "x-nullable" if self.root.version == "2.0" else "nullable"

    def schema_of(self, types: list[str]) -> _Object:
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

    def changes(self, place: str, types: list[str]) -> Iterator[tuple[str, _Object]]:
        """Yield the changes after which the schema at a pointer allows these types too.

        A `type: string` that was null in an answer becomes `type: [string, "null"]` in OpenAPI 3.1,
        and gets `nullable: true` in OpenAPI 3.0, which has no lists of types.
        """
        target, node = self.root.target(place), self.root.raw(place)
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
        if more and self.root.version == "2.0":
            raise Unproposed("Swagger 2.0 has no schema for values of several types")
        if more:
            yield f"{target}.type", {"remove": True}
            choices = [self.schema_of([kind]) for kind in (*known, *more)]
            yield target, {"update": {"anyOf": choices}}

    def _more_members(
        self, place: str, union: str, types: list[str]
    ) -> Iterator[tuple[str, _Object]]:
        """Yield the changes after which a union has members for values of these types."""
        if self.root.version == "2.0":
            raise Unproposed("Swagger 2.0 has no schema for values of several types")
        nodes = map(self.places.node, self.places.alternatives(place))
        known = {kind for node in nodes for kind in kinds_of(node.get("type", []))}
        known |= {"integer"} if "number" in known else set()
        more = [kind for kind in types if kind not in known]
        if not more:
            raise Unproposed("a member of the union has that type; another keyword excludes it")
        target = self.root.target(place)
        if "null" in more and not self._has_type_lists:
            more.remove("null")
            yield target, {"update": {self._nullable: True}}
        if more:
            yield f"{target}.{union}", {"update": [self.schema_of([kind]) for kind in more]}

    def _wider_reference(
        self, target: str, node: _Object, types: list[str]
    ) -> Iterator[tuple[str, _Object]]:
        """Yield the changes that leave a shared schema as it is, and allow more beside it."""
        more = [kind for kind in types if kind != "null"]
        reference = {"$ref": node["$ref"]}
        if more and self.root.version == "2.0":
            raise Unproposed("Swagger 2.0 has no schema for values of several types")
        yield f"{target}['$ref']", {"remove": True}
        if self._has_type_lists:
            choices = [reference, *({"type": kind} for kind in types)]
            yield target, {"update": {"anyOf": choices}}
        elif more:
            nullable = {self._nullable: True} if "null" in types else {}
            choices = [reference, *(self.schema_of([kind]) for kind in more)]
            yield target, {"update": {"anyOf": choices, **nullable}}
        else:
            yield target, {"update": {"allOf": [reference], self._nullable: True}}


def kinds_of(written: Any) -> list[str]:
    """Return the types of a schema's `type`, which is one of them or a list."""
    return [written] if isinstance(written, str) else [str(each) for each in items(written)]

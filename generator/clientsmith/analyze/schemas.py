"""Schemas → types: each schema object of a document as a `TypeRef`, and the shapes these name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from ..ir import (
    NULL,
    Anything,
    Choice,
    Field,
    Json,
    JsonScalar,
    Limits,
    ListOf,
    MapOf,
    Reason,
    Ref,
    Scalar,
    ScalarKind,
    Shape,
    TypeRef,
    Union,
)
from ..names import TypeNames, attribute, pascal
from ..source import split_pointer
from .nodes import Nodes, join

_SCALARS: dict[str, ScalarKind] = {
    "string": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
}
_LIMITS = {
    "minimum": "minimum",
    "maximum": "maximum",
    "multipleOf": "multiple_of",
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_items",
    "maxItems": "max_items",
}
_COUNTS = frozenset({"minLength", "maxLength", "minItems", "maxItems"})


class Schemas:
    """Reads schemas; remembers the shapes met, and reads their fields without recursing into one
    another.
    """

    def __init__(self, nodes: Nodes, names: TypeNames) -> None:
        self._nodes = nodes
        self._names = names
        self._waiting: list[tuple[str, str]] = []
        self._shapes: dict[str, Shape] = {}
        self._met: set[str] = set()
        self._open: set[str] = set()
        self.owner = ""
        self.degraded: dict[str, list[Reason]] = {}
        """What is typed less precisely than the document does, by the `owner` that it was read for:
        the name of a shape, or what is set before a type is read.
        """

    def claim_components(self) -> None:
        """Give the document's named object schemas their names, before any nested one can take
        them.
        """
        schemas = self._nodes.mapping("/components/schemas")
        for key in sorted(schemas, key=lambda key: (pascal(key) != key, key)):
            pointer = join("/components/schemas", key)
            if self._is_object(pointer):
                self._names.name(pointer, pascal(key))

    def shapes(self) -> dict[str, Shape]:
        """Every shape that a type read so far reaches, by name."""
        while self._waiting:
            pointer, name = self._waiting.pop()
            self._shapes[name] = self._shape(pointer, name)
        return self._shapes

    def type_of(self, pointer: str, candidate: str) -> TypeRef:
        """The type of the schema at `pointer`; `candidate` names it if it is an object without a
        name.
        """
        schema = self._nodes.get(pointer)
        if not isinstance(schema, dict):
            return Anything()
        schema = cast("dict[str, Any]", schema)
        if isinstance(schema.get("$ref"), str):
            target = self._nodes.resolve(pointer)
            if target in self._open:
                self._degrade(target, "a schema that contains itself without an object between")
                return Anything()
            result = self.type_of(target, candidate_of(target) or candidate)
        else:
            self._open.add(pointer)
            result = self._plain(pointer, schema, candidate)
            self._open.discard(pointer)
        return union((result, NULL)) if schema.get("nullable") is True else result

    def doc(self, pointer: str) -> str:
        """The description at `pointer`, or at what its `$ref` leads to."""
        for place in (pointer, self._nodes.resolve(pointer)):
            node = self._nodes.mapping(place)
            text = node.get("description") or node.get("title")
            if isinstance(text, str):
                return text
        return ""

    def object_fields(self, pointer: str, name: str) -> tuple[Field, ...] | None:
        """The fields of the object schema at `pointer`; None if it has no properties that are known
        by name.
        """
        if not self._is_object(pointer):
            return None
        properties, required, _ = self._members(pointer, set())
        return self._fields(properties, required, name) if properties else None

    def _plain(self, pointer: str, schema: dict[str, Any], candidate: str) -> TypeRef:
        if "const" in schema:
            return Choice((schema["const"],), True) if _is_literal(schema["const"]) else Anything()
        if isinstance(schema.get("enum"), list) and schema["enum"]:
            return self._choice(pointer, schema)
        for keyword in ("oneOf", "anyOf"):
            if schema.get(keyword):
                return self._union(pointer, keyword, schema, candidate)
        if self._is_object(pointer):
            return self._object(pointer, candidate)
        if schema.get("allOf"):
            return self._all_of(pointer, schema, candidate)
        kinds = schema.get("type")
        if isinstance(kinds, list):
            kinds = cast("list[str]", kinds)
            return union(self._of_kind(pointer, schema, kind, candidate) for kind in kinds)
        if kinds is None:
            kinds = "array" if "items" in schema or "prefixItems" in schema else None
        return self._of_kind(pointer, schema, kinds, candidate)

    def _of_kind(
        self, pointer: str, schema: dict[str, Any], kind: str | None, candidate: str
    ) -> TypeRef:
        if kind == "array":
            if "items" not in schema:
                return ListOf(Anything(), _limits(schema))
            item = self.type_of(join(pointer, "items"), f"{candidate}Item")
            return ListOf(item, _limits(schema))
        if kind == "object":
            return self._object(pointer, candidate)
        if kind == "null":
            return NULL
        if kind in _SCALARS:
            form = schema.get("format")
            return Scalar(_SCALARS[kind], form if isinstance(form, str) else None, _limits(schema))
        if kind is not None:
            self._degrade(pointer, f"no type is {kind!r}; it is taken as anything")
        return Anything()

    def _object(self, pointer: str, candidate: str) -> TypeRef:
        properties, _, extra = self._members(pointer, set())
        if not properties:
            if isinstance(extra, str):
                return MapOf(self.type_of(extra, f"{candidate}Value"))
            return MapOf(Anything())
        name = self._names.name(pointer, candidate_of(pointer) or candidate)
        if name not in self._met:
            self._met.add(name)
            self._waiting.append((pointer, name))
        return Ref(name)

    def _shape(self, pointer: str, name: str) -> Shape:
        self.owner = name
        properties, required, extra = self._members(pointer, set())
        return Shape(
            name=name,
            pointer=pointer,
            fields=self._fields(properties, required, name),
            # What stands inside another schema is told of by the field that holds it.
            doc=self.doc(pointer) if candidate_of(pointer) else "",
            extra=self._extra(extra, name),
        )

    def _extra(self, extra: str | bool | None, name: str) -> TypeRef | None:
        if isinstance(extra, str):
            return self.type_of(extra, f"{name}Value")
        return Anything() if extra is True else None

    def _fields(
        self, properties: dict[str, str], required: set[str], name: str
    ) -> tuple[Field, ...]:
        fields: list[Field] = []
        for wire, pointer in properties.items():
            target = self._nodes.mapping(self._nodes.resolve(pointer))
            here = {**target, **self._nodes.mapping(pointer)}
            fields.append(
                Field(
                    name=attribute(wire),
                    wire=wire,
                    type=self.type_of(pointer, name + pascal(wire)),
                    required=wire in required,
                    doc=self.doc(pointer),
                    default=here.get("default"),
                    has_default="default" in here,
                    deprecated=here.get("deprecated") is True,
                    read_only=here.get("readOnly") is True,
                    write_only=here.get("writeOnly") is True,
                )
            )
        return tuple(fields)

    def _members(
        self, pointer: str, seen: set[str]
    ) -> tuple[dict[str, str], set[str], str | bool | None]:
        """Property → its pointer, the required ones, and what other properties may be; through
        `allOf`.
        """
        pointer = self._nodes.resolve(pointer)
        properties: dict[str, str] = {}
        required: set[str] = set()
        extra: str | bool | None = None
        if pointer in seen:
            return properties, required, extra
        seen.add(pointer)
        schema = self._nodes.mapping(pointer)
        for index in range(len(schema.get("allOf") or ())):
            more, needed, other = self._members(join(pointer, "allOf", index), seen)
            properties.update(more)
            required |= needed
            extra = other if extra is None else extra
        for key in self._nodes.mapping(join(pointer, "properties")):
            properties[key] = join(pointer, "properties", key)
        if isinstance(schema.get("required"), list):
            required |= {key for key in schema["required"] if isinstance(key, str)}
        additional = schema.get("additionalProperties")
        if isinstance(additional, dict):
            extra = join(pointer, "additionalProperties")
        elif isinstance(additional, bool):
            extra = additional
        return properties, required, extra

    def _is_object(self, pointer: str) -> bool:
        return self._object_like(pointer, set())

    def _object_like(self, pointer: str, seen: set[str]) -> bool:
        pointer = self._nodes.resolve(pointer)
        if pointer in seen:
            return False
        seen.add(pointer)
        schema = self._nodes.mapping(pointer)
        if "enum" in schema or "const" in schema or schema.get("oneOf") or schema.get("anyOf"):
            return False
        kind = schema.get("type")
        if kind == "object" or (kind is None and schema.get("properties")):
            return True
        if kind is not None:
            return False
        members = range(len(schema.get("allOf") or ()))
        return any(self._object_like(join(pointer, "allOf", index), seen) for index in members)

    def _choice(self, pointer: str, schema: dict[str, Any]) -> TypeRef:
        values: list[JsonScalar] = []
        for value in schema["enum"]:
            if not is_scalar(value) or isinstance(value, float):
                self._degrade(pointer, "an enum of values that Python's Literal cannot hold")
                return Anything()
            if all(value != known or type(value) is not type(known) for known in values):
                values.append(value)
        plain = tuple(value for value in values if value is not None)
        if not plain:
            return NULL if values else Anything()
        result: TypeRef = Choice(plain)
        kinds = schema.get("type")
        nullable = None in values or (isinstance(kinds, list) and "null" in kinds)
        return union((result, NULL)) if nullable else result

    def _union(self, pointer: str, keyword: str, schema: dict[str, Any], candidate: str) -> TypeRef:
        members: list[TypeRef] = []
        for index in range(len(schema[keyword])):
            place = join(pointer, keyword, index)
            title = self._nodes.mapping(place).get("title")
            suffix = pascal(title) if isinstance(title, str) else f"Option{index + 1}"
            members.append(self.type_of(place, candidate + suffix))
        if schema.get("properties"):
            self._degrade(pointer, f"properties beside {keyword} are left out of the type")
        discriminator = self._nodes.mapping(join(pointer, "discriminator")).get("propertyName")
        return union(members, discriminator if isinstance(discriminator, str) else None)

    def _all_of(self, pointer: str, schema: dict[str, Any], candidate: str) -> TypeRef:
        places = [join(pointer, "allOf", index) for index in range(len(schema["allOf"]))]
        types = [self.type_of(place, candidate) for place in places]
        known = [type_ for type_ in types if not isinstance(type_, Anything)]
        if not known:
            return Anything()
        if any(type_ != known[0] for type_ in known[1:]):
            self._degrade(pointer, "allOf of types other than objects is typed as its first member")
        return known[0]

    def _degrade(self, pointer: str, text: str) -> None:
        reasons = self.degraded.setdefault(self.owner, [])
        if Reason(text, pointer) not in reasons:
            reasons.append(Reason(text, pointer))


def candidate_of(pointer: str) -> str:
    """The class name that a component's place suggests; empty for a place that suggests none."""
    tokens = split_pointer(pointer)
    if tokens[:1] == ["components"] and len(tokens) >= 3:
        kind, key, rest = tokens[1], tokens[2], tokens[3:]
        own = {
            "schemas": [],
            "parameters": ["schema"],
            "responses": ["content", "*", "schema"],
            "requestBodies": ["content", "*", "schema"],
        }.get(kind)
        if (
            own is not None
            and [
                "*" if own[index : index + 1] == ["*"] else token
                for index, token in enumerate(rest)
            ]
            == own
        ):
            return pascal(key)
    if tokens[:1] == ["x-clientsmith-files"] and len(tokens) >= 2:
        return pascal(
            tokens[-1].rpartition(".")[0] or tokens[-1] if len(tokens) == 2 else tokens[-1]
        )
    if len(tokens) >= 2 and tokens[-2] in ("$defs", "definitions"):
        return pascal(tokens[-1])
    return ""


def union(members: Iterable[TypeRef], discriminator: str | None = None) -> TypeRef:
    """The type of a value that is of one of `members`: flat, without repetition, null last."""
    flat: list[TypeRef] = []
    for member in members:
        parts = member.members if isinstance(member, Union) else (member,)
        flat.extend(part for part in parts if part not in flat)
    if not flat or any(isinstance(member, Anything) for member in flat):
        return Anything()
    flat.sort(key=lambda member: member == NULL)
    return flat[0] if len(flat) == 1 else Union(tuple(flat), discriminator)


def is_scalar(value: Json) -> bool:
    """Whether `value` is a JSON scalar."""
    return value is None or isinstance(value, bool | int | float | str)


def _is_literal(value: Json) -> bool:
    return value is None or isinstance(value, bool | int | str)


def _limits(schema: dict[str, Any]) -> Limits:
    found: dict[str, Any] = {}
    for keyword, name in _LIMITS.items():
        value = schema.get(keyword)
        kinds = int if keyword in _COUNTS else (int, float)
        if isinstance(value, kinds) and not isinstance(value, bool):
            found[name] = value
    for keyword, bound, name in (
        ("exclusiveMinimum", "minimum", "exclusive_minimum"),
        ("exclusiveMaximum", "maximum", "exclusive_maximum"),
    ):
        value = schema.get(keyword)
        if value is True and bound in found:  # OpenAPI 3.0 marks the bound itself.
            found[name] = found.pop(bound)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            found[name] = value
    return Limits(**found)

"""Answers that fit a schema, for what Prism cannot make, or makes against the document."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

from .document import Described, Node, types_of
from .judge import SEVERAL, Judge
from .patterns import text_matching
from .texts import TEXTS

_DEEPEST = 24
"""Values in one another; a schema that asks for more has no value that ends."""


class NoAnswer(Exception):
    """No value was found that fits a schema."""


def answer(operation: Described, judge: Judge, kind: str) -> tuple[int, bytes] | None:
    """Return the status and the JSON of the first success that a document describes.

    Of an answer in a media type other than JSON, `kind`, it is the JSON that stands for it. None
    where there is no such success, or no value is found that jsonschema approves of.
    """
    # Where a media type has no schema, another one beside it may have.
    tried = [(status, each) for status in operation.successes() for each in (kind, "*/*")]
    for status, each in tried:
        schema = operation.answer(status, each)
        for optional in () if schema is None else (3, 1, 0):
            try:
                value = _Maker(optional).value(schema, 0)
            except (NoAnswer, LookupError, TypeError, ValueError, RecursionError):
                continue
            findings = judge.findings(value, schema, "body", True)
            # Members of a `oneOf` that overlap, as many do, make no value wrong for its first.
            if all(each.message.endswith(SEVERAL) for each in findings):
                return status, json.dumps(value).encode()
    return None


class _Maker:
    """Makes values whose objects have the properties that are not required to some depth only."""

    def __init__(self, optional: int) -> None:
        self._optional = optional
        self._draw = Random(optional)

    def value(self, schema: Node, depth: int) -> Any:
        """Return a value for a schema.

        Raises:
            NoAnswer: the schema allows none, or none that ends.
        """
        if depth > _DEEPEST or schema.data is False:
            raise NoAnswer
        if schema.data is True:
            return "any"
        schema = _extending(schema)
        parts = list(self._parts(schema, depth))
        parts += _own_tag(parts)
        rules: dict[str, Any] = {}
        for part in parts:
            for key, rule in part.data.items():
                rules[key] = _both(key, rules[key], rule) if key in rules else rule
        if "const" in rules:
            return rules["const"]
        if rules.get("enum"):
            return next((each for each in rules["enum"] if each is not None), None)
        types = [each for part in parts[:1] for each in sorted(types_of(part))] or [
            each for part in parts for each in sorted(types_of(part))
        ]
        named = rules.get("type") or next((each for each in types if each != "null"), "")
        kind = (
            named
            if isinstance(named, str)
            else next((each for each in named if each != "null"), "null")
        )
        if kind == "object" or (not kind and "properties" in rules):
            return self._object(parts, rules, depth)
        if kind == "array":
            return self._array(parts, rules, depth)
        return self._scalar(kind, rules)

    def _parts(self, schema: Node, depth: int) -> Iterator[Node]:
        """Yield a schema, all members of its `allOf`, and the first of a union that is not null."""
        if depth > _DEEPEST:
            raise NoAnswer
        yield schema
        for member in schema.rows("allOf"):
            yield from self._parts(member, depth + 1)
        for keyword in ("oneOf", "anyOf"):
            for at, member in enumerate(schema.rows(keyword)):
                if isinstance(member.data, dict) and member.get("type") != "null":
                    yield from self._parts(member, depth + 1)
                    if tag := _tag(schema, keyword, at):
                        yield Node(schema.files, schema.uri, schema.pointer, tag)
                    break

    def _object(self, parts: list[Node], rules: Mapping[str, Any], depth: int) -> dict[str, Any]:
        needed = rules.get("required")
        names = [str(name) for name in needed] if isinstance(needed, list) else []
        found: dict[str, list[Node]] = {}
        for part in parts:
            own = part.part("properties")
            for name, schema in () if own is None else own.items():
                # What has but one value comes first: it is that of a discriminator.
                found.setdefault(name, []).insert(0 if "const" in schema else 99, schema)
        made: dict[str, Any] = {}
        for name, schemas in found.items():
            is_written_only = any(each.get("writeOnly") is True for each in schemas)
            if is_written_only or (name not in names and depth >= self._optional):
                continue
            try:
                made[name] = self.value(_joined(schemas), depth + 1)
            except NoAnswer:
                if name in names:
                    raise
        for name in names:
            if name not in found:
                made[name] = "any"
        extra = next(
            (p.part("additionalProperties") for p in parts if "additionalProperties" in p), None
        )
        while len(made) < int(rules.get("minProperties", 0)):
            value = self.value(extra, depth + 1) if extra is not None else "any"
            made[f"key{len(made)}"] = value
        return made

    def _array(self, parts: list[Node], rules: Mapping[str, Any], depth: int) -> list[Any]:
        rows = [row for part in parts for row in part.rows("prefixItems")]
        made = [self.value(row, depth + 1) for row in rows]
        items = next((part["items"] for part in parts if "items" in part), None)
        least = int(rules.get("minItems", 0))
        wanted = max(least, 1 if depth < self._optional and not rows else 0)
        wanted = min(wanted, int(rules.get("maxItems", wanted)))
        while len(made) < wanted:
            if items is None:
                made.append(f"any {len(made)}")
                continue
            try:
                value = self.value(items, depth + 1)
            except NoAnswer:
                if len(made) < least:
                    raise
                break
            if rules.get("uniqueItems") and value in made:
                value = next((e for e in items.get("enum") or () if e not in made), None)
                value = f"any {len(made)}" if value is None else value
            made.append(value)
        return made

    def _scalar(self, kind: str, rules: Mapping[str, Any]) -> Any:
        if kind == "boolean":
            return True
        if kind in ("integer", "number"):
            return _number(kind, rules)
        if kind == "null":
            return None
        short, long = int(rules.get("minLength", 0)), int(rules.get("maxLength", 1000))
        if isinstance(pattern := rules.get("pattern"), str):
            text = text_matching([pattern], short, long, self._draw)
            if text is None:
                raise NoAnswer
            return text
        text = TEXTS.get(str(rules.get("format")), "text")
        return (text + "a" * (short - len(text)))[:long]


def _both(key: str, one: Any, other: Any) -> Any:
    """Return the value of a keyword for two schemas that hold at once."""
    if key == "required" and isinstance(one, list) and isinstance(other, list):
        return [*one, *other]
    if key == "enum" and isinstance(one, list) and isinstance(other, list):
        return [each for each in one if each in other]
    if key.startswith("min") and isinstance(one, int | float) and isinstance(other, int | float):
        return max(one, other)
    if key.startswith("max") and isinstance(one, int | float) and isinstance(other, int | float):
        return min(one, other)
    return one


def _joined(schemas: list[Node]) -> Node:
    """Return one schema for a property that several schemas describe."""
    first, *others = schemas
    if not others:
        return first
    data = {"allOf": [_reference(each) for each in schemas]}
    return Node(first.files, first.uri, first.pointer, data)


def _reference(schema: Node) -> Any:
    """Return a reference to a schema, or the schema itself if no file has it, as that of a tag."""
    reference = {"$ref": schema.ref}
    try:
        found = Node(schema.files, schema.uri, "", reference).followed()
    except LookupError:
        return schema.data
    return reference if found.data == schema.data else schema.data


def _tag(schema: Node, keyword: str, at: int) -> dict[str, Any] | None:
    """Return a schema of the property that selects this member of a union with a discriminator."""
    reported = schema.get("discriminator")
    name = reported.get("propertyName") if isinstance(reported, dict) else None
    ref = schema.data[keyword][at].get("$ref")
    if not name or not isinstance(ref, str):
        return None
    mapping = reported.get("mapping") or {}
    last = ref.rpartition("/")[2]
    value = next((key for key, to in mapping.items() if to in (ref, last)), last)
    return {"properties": {name: {"const": value}}, "required": [name]}


def _extending(schema: Node) -> Node:
    """Return the first schema that a discriminator selects, where the schema itself is none.

    `Problem` with `discriminator: {mapping: {about:blank: GenericProblem}}` is of no kind itself:
    the value is a `GenericProblem`.
    """
    reported = schema.get("discriminator")
    mapping = reported.get("mapping") if isinstance(reported, dict) else None
    if not isinstance(mapping, dict) or not mapping or "oneOf" in schema or "anyOf" in schema:
        return schema
    own = schema.pointer.rpartition("/")[2]
    targets = [str(each) for each in mapping.values()]
    if any(each.rpartition("/")[2] == own for each in targets):
        return schema
    ref = targets[0] if "/" in targets[0] else f"#/components/schemas/{targets[0]}"
    return Node(schema.files, schema.uri, schema.pointer, {"$ref": ref}).followed()


def _own_tag(parts: list[Node]) -> list[Node]:
    """Return the property with which a schema that others extend names the first of `parts`."""
    schema = parts[0]
    for part in parts:
        reported = part.get("discriminator")
        name = reported.get("propertyName") if isinstance(reported, dict) else reported
        if not isinstance(name, str) or "oneOf" in part or "anyOf" in part:
            continue
        *_, around, last = ["", "", *schema.pointer.split("/")]
        if around not in ("schemas", "definitions"):
            *_, last = part.pointer.split("/")
        mapping = (reported.get("mapping") or {}) if isinstance(reported, dict) else {}
        value = schema.get("x-ms-discriminator-value") or next(
            (key for key, to in mapping.items() if to.rpartition("/")[2] == last), last
        )
        data = {"properties": {name: {"const": value}}, "required": [name]}
        return [Node(schema.files, schema.uri, schema.pointer, data)]
    return []


def _number(kind: str, rules: Mapping[str, Any]) -> int | float:
    least, most = rules.get("minimum"), rules.get("maximum")
    above, below = rules.get("exclusiveMinimum"), rules.get("exclusiveMaximum")
    # In OpenAPI 3.0 these two say whether the limit itself is out.
    low = least if not isinstance(above, int | float) or isinstance(above, bool) else above
    high = most if not isinstance(below, int | float) or isinstance(below, bool) else below
    step = rules.get("multipleOf") or (1 if kind == "integer" else 0.5)
    is_out = low is not None and above not in (None, False)
    number = 1 if low is None else -(-low // step) * step
    if is_out and number <= low:
        number += step
    if high is not None and number > high:
        number = high // step * step
        if below not in (None, False) and number >= high:
            number -= step
    return int(number) if kind == "integer" or number == int(number) else number

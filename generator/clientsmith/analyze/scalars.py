"""Schemas of single values → types: kinds with their formats and limits, enums and consts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple, cast

from ..document import CONTAINERS, Pattern, items, matches, pattern_of
from ..identifiers import snake, unique, words
from ..ir import (
    NO_LIMITS,
    NULL,
    OR_TEXT,
    Among,
    Choice,
    Constant,
    Json,
    JsonScalar,
    Limits,
    ListOf,
    MapOf,
    Scalar,
    ScalarKind,
    TypeRef,
)
from .media import Kind, kind_of
from .nodes import join, seen
from .parts import Part, is_plain, listed
from .unions import union

SCALARS: dict[str, ScalarKind] = {
    "string": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
}
# Formats of the OpenAPI Format Registry that are read and written as another one is.
_SAME: dict[tuple[str, str | None], str] = {
    ("string", "uint64"): "int64",
    ("string", "decimal128"): "decimal",
    ("number", "decimal128"): "decimal",
}
_WHOLE = frozenset(f"{sign}int{bits}" for sign in ("", "u") for bits in (8, 16, 32, 64))
"""The formats of whole numbers (OpenAPI Format Registry)."""
# Such as `^-?(?:0|[1-9]\d*)(?:\.\d+)?$`, which ASP.NET Core writes: each fits digits, and no word.
_OF_DIGITS = re.compile(r"\^(?=.*(?:\\d|0-9))(?:\\[d.]|\[eE\]|[-+?:|0-9.,(){}\[\]*])+\$")
CONTENT = "a media type"
"""In place of a format: a text that is the bytes of a media type, where there are such."""
_SCALAR = (bool, int, float, str)
_LEAST = {
    "minimum": "minimum",
    "exclusiveMinimum": "exclusive_minimum",
    "minLength": "min_length",
    "minItems": "min_items",
    "minProperties": "min_properties",
}
_MOST = {
    "maximum": "maximum",
    "exclusiveMaximum": "exclusive_maximum",
    "maxLength": "max_length",
    "maxItems": "max_items",
    "maxProperties": "max_properties",
}
_LIMITING = frozenset({*_LEAST, *_MOST, "multipleOf", "uniqueItems"})
_COUNTS = frozenset(
    ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")
)
_NUMBERS = frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"})
_TEXTS = frozenset({"minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType"})
_ARRAYS = frozenset(
    {"items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains", "unevaluatedItems"}
)
_TEXT_FORMATS = frozenset(
    (
        *("binary", "byte", "date", "date-time", "duration", "email", "hostname", "ipv4", "ipv6"),
        *("json-pointer", "password", "time", "uri", "uri-reference", "url", "uuid"),
    )
)


def implied_kind(parts: Sequence[Part]) -> str | None:
    """The JSON type of a schema that names none, told from keywords that concern one type alone."""
    keys = {key for part in parts for key in part.node}
    if keys & _ARRAYS:
        return "array"
    formats = {
        part.node.get("format") for part in parts if isinstance(part.node.get("format"), str)
    }
    if keys & _TEXTS or formats & _TEXT_FORMATS:
        return "string"
    return "number" if keys & _NUMBERS else None


def scalar(parts: Sequence[Part], kind: str) -> Scalar:
    """The scalar of this kind with the format and the limits of all parts."""
    formats = [form for part in parts if isinstance(form := part.node.get("format"), str)]
    encoded = any(part.node.get("contentEncoding") == "base64" for part in parts)
    form = "byte" if encoded else formats[-1] if formats else None
    if form is None and kind == "string" and any(_is_content(part.node) for part in parts):
        form = CONTENT
    found = limits(parts)
    if kind == "string" and (patterns := _patterns(parts)):
        found = replace(found, patterns=patterns)
    bare = _unlimited(kind, form)
    return bare if found is NO_LIMITS else Scalar(bare.kind, bare.format, found)


def number_or_text(parts: Sequence[Part], kinds: Sequence[str]) -> Scalar | None:
    """The number that a schema allows as text, too, which its pattern tells to be the same number:
    `{type: [integer, string], pattern: "^-?[0-9]+$"}`. None for all other schemas.
    """
    numbers = [kind for kind in ("number", "integer") if kind in kinds]
    if not numbers or set(kinds) - {"null"} != {*numbers, "string"}:
        return None
    patterns = [part.node["pattern"] for part in parts if isinstance(part.node.get("pattern"), str)]
    if not patterns or not all(_OF_DIGITS.fullmatch(each) for each in patterns):
        return None
    return replace(scalar(parts, numbers[0]), format=OR_TEXT)


def _is_content(node: dict[str, Any]) -> bool:
    """Whether a text is the bytes of a media type that is no text (OpenAPI 3.1, 4.8.14.6)."""
    media_type, encoding = node.get("contentMediaType"), node.get("contentEncoding", "binary")
    return (
        isinstance(media_type, str)
        and encoding in ("7bit", "8bit", "binary")
        and kind_of(media_type) not in (Kind.TEXT, Kind.JSON)
    )


def _patterns(parts: Iterable[Part]) -> tuple[Pattern, ...]:
    """The patterns of all parts. One that the document's own values break is not checked: the API
    does not either.
    """
    found: dict[str, Pattern] = {}
    values: list[Any] = []
    for part in parts:
        node = part.node
        if isinstance(source := node.get("pattern"), str) and source:
            found[source] = pattern_of(source)
        values += [node.get("default"), node.get("example"), *listed(node, "examples")]
    texts = [value for value in values if isinstance(value, str)] if found else []
    return tuple(
        each if all(matches(each, text) for text in texts) else replace(each, regex="")
        for each in found.values()
    )


def plain(node: dict[str, Any]) -> Scalar | None:
    """The type of a schema object that asserts a kind, a format with it or not, and nothing else;
    None for all others.
    """
    kind, form = node.get("type"), node.get("format")
    if not isinstance(kind, str) or kind not in SCALARS or not is_plain(node):
        return None
    return _unlimited(kind, form if isinstance(form, str) else None)


@lru_cache(1_024)
def _unlimited(kind: str, form: str | None) -> Scalar:
    # Most of the fields of a document are of a few such types.
    kind = "integer" if kind == "number" and form in _WHOLE else kind
    return Scalar(SCALARS[kind], _SAME.get((kind, form), form))


def limits(parts: Iterable[Part]) -> Limits:
    """The limits of all parts: of two, the narrower."""
    found: dict[str, Any] = {}
    for part in parts:
        if _LIMITING.isdisjoint(part.node):
            continue
        for names, narrower in ((_LEAST, max), (_MOST, min)):
            for keyword, name in names.items():
                value = part.node.get(keyword)
                if _is_limit(keyword, value):
                    found[name] = narrower(found[name], value) if name in found else value
        for keyword, bound, name in (
            ("exclusiveMinimum", "minimum", "exclusive_minimum"),
            ("exclusiveMaximum", "maximum", "exclusive_maximum"),
        ):
            # OpenAPI 3.0 marks the bound itself.
            if part.node.get(keyword) is True and bound in found:
                found[name] = found.pop(bound)
        if _is_limit("multipleOf", part.node.get("multipleOf")):
            found["multiple_of"] = part.node["multipleOf"]
        if part.node.get("uniqueItems") is True:
            found["unique_items"] = True
    return Limits(**found) if found else NO_LIMITS


def _is_limit(keyword: str, value: Any) -> bool:
    kinds = int if keyword in _COUNTS else (int, float)
    return isinstance(value, kinds) and not isinstance(value, bool)


class EnumValues(NamedTuple):
    """The values that the `enum` and `const` keywords of a schema allow."""

    values: list[Json]
    is_const: bool
    """Whether there is a `const` among the keywords."""
    pointer: str
    """The pointer of the keyword; of several, of the last."""
    listed: list[Any]
    """The values of that keyword as the document lists them."""


def values_of(parts: Iterable[Part]) -> EnumValues | None:
    """Return the values that `enum` and `const` of all parts allow; None where no part has either.

    Of `allOf: [{enum: [a, b]}, {enum: [b, c]}]` they are `[b]`.
    """
    values: list[Json] | None = None
    is_const, pointer, last = False, "", list[Any]()
    for part in parts:
        own, keyword = listed(part.node, "enum"), "enum"
        if "const" in part.node:
            own, keyword, is_const = [part.node["const"]], "const", True
        if not own:
            continue
        pointer, last = join(part.pointer, keyword), own
        kept = own if values is None else [item for item in values if _among(item, own)]
        # Two enums with nothing in common contradict each other: the later one counts.
        values = _distinct(kept or own)
    return None if values is None else EnumValues(values, is_const, pointer, last)


def choice(enum: EnumValues, kinds: Sequence[str] | None) -> Choice | None:
    """Return the type of the scalars among these values, but for null; None if there are none."""
    scalars = [item for item in enum.values if item is not None and is_scalar(item)]
    named = [kind for kind in kinds or () if kind != "null"]
    plain = tuple(_as_kind(cast("JsonScalar", item), named) for item in scalars)
    distinct = tuple(cast("list[JsonScalar]", _distinct(plain)))
    if not distinct:
        return None
    return Choice(
        distinct,
        enum.is_const and len(distinct) == 1,
        pointer=enum.pointer,
        indexes=_indexes(distinct, [_as_kind(item, named) for item in enum.listed]),
    )


def _indexes(values: Sequence[JsonScalar], listed: Sequence[JsonScalar]) -> tuple[int, ...]:
    """Return the index of each value in a list; nothing where they are 0, 1, 2 and so on.

    Of `["a", "b"]` in `["a", "a", "b"]` they are `(0, 2)`.
    """
    if [*listed[: len(values)]] == [*values]:
        return ()
    known: dict[tuple[bool, JsonScalar], int] = {}
    for index, value in enumerate(listed):
        if is_scalar(value):
            known.setdefault((isinstance(value, bool), value), index)
    return tuple(known.get((isinstance(value, bool), value), 0) for value in values)


def compounds(values: Iterable[Json]) -> list[Among]:
    """The arrays among the values of an enum, and the objects."""
    found: list[Among] = []
    values = list(values)
    for kind in (list, dict):
        own = [value for value in values if isinstance(value, kind)]
        if own:
            type_ = union(_type_of(value) for value in own)
            found.append(Among(type_, tuple(json.dumps(value) for value in own)))
    return found


def _type_of(value: Json) -> TypeRef:
    """The type that a value shows."""
    match value:
        case list():
            return ListOf(union(map(_type_of, value)))
        case dict():
            return MapOf(union(map(_type_of, value.values())))
        case None:
            return NULL
        case bool():
            return Scalar("boolean")
        case str():
            return Scalar("string")
        case _:
            return Scalar("integer" if isinstance(value, int) else "number")


def _as_kind(value: JsonScalar, named: Sequence[str]) -> JsonScalar:
    """A value of an enum as the type beside it wants it: YAML makes numbers of unquoted texts."""
    if named == ["string"] and isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if named == ["integer"] and isinstance(value, float) and value.is_integer():
        return int(value)
    if named == ["integer"] and isinstance(value, str) and value.lstrip("-").isdecimal():
        return int(value)
    return value


def is_scalar(value: Json) -> bool:
    """Whether `value` is a JSON scalar."""
    return value is None or isinstance(value, _SCALAR)


def _distinct(values: Iterable[Json]) -> list[Json]:
    found: list[Json] = []
    scalars: set[tuple[bool, Any]] = set()
    for value in values:
        if type(value) in CONTAINERS:
            if not _among(value, found):
                found.append(value)
            continue
        # As `_among`, at once.
        key = isinstance(value, bool), value
        if key not in scalars:
            scalars.add(key)
            found.append(value)
    return found


def _among(value: Json, others: Iterable[Json]) -> bool:
    # True equals 1 in Python, and not in JSON.
    return any(
        value == other and isinstance(value, bool) == isinstance(other, bool) for other in others
    )


def constants(parts: Iterable[Part], kept: Iterable[Json]) -> tuple[Constant, ...]:
    """The values of an enum, of those `kept`, that the document gives names."""
    known = list(kept)
    found: dict[str, Constant] = {}
    for part in parts:
        pairs = zip(_value_names(part), listed(part.node, "enum"), strict=False)
        for index, (name, value) in enumerate(pairs):
            is_named = isinstance(name, str) and words(name)
            if is_named and is_scalar(value) and _among(value, known):
                doc = _description(part, index, value)
                own = unique(snake(name).rstrip("_").upper(), found)
                found[own] = Constant(
                    own, cast("JsonScalar", value), doc, join(part.pointer, "enum", index)
                )
        if found:
            break
    return tuple(found.values())


def _value_names(part: Part) -> list[Any]:
    return listed(part.node, "x-enum-varnames") or listed(part.node, "x-enumNames")


def enum_doc(parts: Iterable[Part]) -> str:
    """What the document tells of the values of an enum, a line each: their names
    (`x-enum-varnames`, `x-enumNames`) and descriptions (`x-enum-descriptions`).
    """
    for part in parts:
        values = listed(part.node, "enum")
        if not values:
            continue
        names = _value_names(part)
        lines: list[str] = []
        for index, value in enumerate(values) if names or _descriptions(part) else ():
            name = seen(names[index]) if index < len(names) else ""
            told_of = (name, _description(part, index, value))
            text = ": ".join(each for each in told_of if each and each != value)
            if text:
                lines.append(f"- {value}: {text}")
        if lines:
            return "\n".join(lines)
        # What the type itself cannot tell.
        if any(isinstance(value, float | dict | list) for value in values):
            return f"One of {', '.join(json.dumps(value) for value in values)}."
    return ""


def _descriptions(part: Part) -> Any:
    return part.node.get("x-enum-descriptions") or part.node.get("x-enumDescriptions")


def _description(part: Part, index: int, value: Any) -> str:
    """What is told of the value at `index`, by its place in a list or by the value itself."""
    told = _descriptions(part)
    if isinstance(told, dict):
        return seen(cast("dict[str, Any]", told).get(str(value)))
    texts = items(told)
    return seen(texts[index]) if index < len(texts) else ""

"""Schemas of single values → types: kinds with their formats and limits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from ...document import Pattern, matches, pattern_of
from ...ir import (
    NO_LIMITS,
    OR_TEXT,
    Limits,
    Scalar,
    ScalarKind,
)
from ..media_types import Kind, kind_of
from .parts import Part, array_at, is_plain

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
    """Return the JSON type of a schema without `type`, by keywords for one type alone."""
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
    """Return the scalar of a kind with the format and the limits of all parts."""
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
    """Return the number that a schema also allows as text; None for all other schemas.

    Of `{type: [integer, string], pattern: "^-?[0-9]+$"}` the pattern shows that the text is that
    number.
    """
    numbers = [kind for kind in ("number", "integer") if kind in kinds]
    if not numbers or set(kinds) - {"null"} != {*numbers, "string"}:
        return None
    patterns = [part.node["pattern"] for part in parts if isinstance(part.node.get("pattern"), str)]
    if not patterns or not all(_OF_DIGITS.fullmatch(each) for each in patterns):
        return None
    return replace(scalar(parts, numbers[0]), format=OR_TEXT)


def _is_content(node: dict[str, Any]) -> bool:
    """Return whether a text is the bytes of a binary media type (OpenAPI 3.1, 4.8.14.6)."""
    media_type, encoding = node.get("contentMediaType"), node.get("contentEncoding", "binary")
    return (
        isinstance(media_type, str)
        and encoding in ("7bit", "8bit", "binary")
        and kind_of(media_type) not in (Kind.TEXT, Kind.JSON)
    )


def _patterns(parts: Iterable[Part]) -> tuple[Pattern, ...]:
    """Return the patterns of all parts.

    One that the document's own examples break is not checked, since the API does not check it
    either.
    """
    found: dict[str, Pattern] = {}
    values: list[Any] = []
    for part in parts:
        node = part.node
        if isinstance(source := node.get("pattern"), str) and source:
            found[source] = pattern_of(source)
        values += [node.get("default"), node.get("example"), *array_at(node, "examples")]
    texts = [value for value in values if isinstance(value, str)] if found else []
    return tuple(
        each if all(matches(each, text) for text in texts) else replace(each, regex="")
        for each in found.values()
    )


def plain(node: dict[str, Any]) -> Scalar | None:
    """Return the type of a schema of no more than a type and a format; None for all others."""
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
    """Return the limits of all parts: of two, the narrower."""
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

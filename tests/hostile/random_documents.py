"""Whole documents made at random, sound and unsound, by hypothesis."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from .payloads import TEXTS

# Surrogates and numbers without a value are refused while reading: nothing else would be seen.
_HOSTILE = [text for text in TEXTS.values() if len(text) < 1_000 and "\ud800" not in text]
_TEXT = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20), st.sampled_from(_HOSTILE)
)
_WORD = st.one_of(st.sampled_from(["id", "name", "kind", "list", "class", "Name", "a-b"]), _TEXT)
_NAMES = ("A", "B", "C", "a", "Some.Thing", "1", "None")
_NAME = st.sampled_from(_NAMES)
_FLOAT = st.floats(allow_nan=False, allow_infinity=False)
_SCALAR = st.one_of(st.none(), st.booleans(), st.integers(), _FLOAT, _TEXT)
_ANY = st.recursive(
    _SCALAR,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_WORD, inner, max_size=3),
    max_leaves=5,
)
_FORMATS = [
    "date-time",
    "date",
    "time",
    "duration",
    "uuid",
    "uri",
    "email",
    "ipv4",
    "ipv6",
    "byte",
    "binary",
    "decimal",
    "int64",
    "x",
]
_TYPES = ["string", "integer", "number", "boolean", "array", "object", "null"]


def _schema(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    several = st.lists(inner, min_size=1, max_size=2)
    return st.fixed_dictionaries(
        {},
        optional={
            "type": st.sampled_from(_TYPES)
            | st.lists(st.sampled_from(_TYPES), min_size=1, max_size=3, unique=True),
            "format": st.sampled_from(_FORMATS) | _TEXT,
            "title": _TEXT,
            "description": _TEXT,
            "enum": st.lists(_SCALAR, min_size=1, max_size=4),
            "x-enum-varnames": st.lists(_TEXT, max_size=4),
            "const": _ANY,
            "default": _ANY,
            "example": _ANY,
            "nullable": st.booleans(),
            "readOnly": st.booleans(),
            "writeOnly": st.booleans(),
            "deprecated": st.booleans(),
            "pattern": _TEXT,
            "minimum": st.integers() | _FLOAT,
            "maxLength": st.integers(0, 5),
            "items": inner,
            "prefixItems": several,
            "properties": st.dictionaries(_WORD, inner, max_size=4),
            "required": st.lists(_WORD, max_size=3),
            "additionalProperties": inner | st.booleans(),
            "patternProperties": st.dictionaries(_TEXT, inner, max_size=2),
            "allOf": several,
            "oneOf": several,
            "anyOf": several,
            "not": inner,
            "discriminator": st.fixed_dictionaries(
                {"propertyName": _WORD},
                optional={"mapping": st.dictionaries(_TEXT, _NAME, max_size=2)},
            ),
            "$defs": st.dictionaries(_NAME, inner, max_size=2),
            "x-odd": _ANY,
        },
    )


_REFERENCE = st.builds(lambda name: {"$ref": f"#/components/schemas/{name}"}, _NAME)
_SCHEMA = st.recursive(
    _REFERENCE | st.booleans() | st.just({"type": "string"}), _schema, max_leaves=3
)
_MEDIA = st.sampled_from(
    [
        "application/json",
        "application/problem+json",
        "text/plain",
        "application/xml",
        "multipart/form-data",
        "application/x-www-form-urlencoded",
        "application/octet-stream",
        "text/event-stream",
        "application/jsonl",
        "image/*",
        "*/*",
    ]
)
_CONTENT = st.dictionaries(
    _MEDIA | _TEXT,
    st.fixed_dictionaries({}, optional={"schema": _SCHEMA, "example": _ANY}),
    max_size=2,
)
_PARAMETER = st.fixed_dictionaries(
    {"name": _WORD, "in": st.sampled_from(["query", "header", "cookie"]), "schema": _SCHEMA},
    optional={
        "required": st.booleans(),
        "style": st.sampled_from(
            ["form", "simple", "label", "matrix", "deepObject", "pipeDelimited", "x"]
        ),
        "explode": st.booleans(),
        "description": _TEXT,
        "example": _ANY,
        "deprecated": st.booleans(),
    },
)
_ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
_OPERATION = st.fixed_dictionaries(
    {
        "responses": st.dictionaries(
            st.sampled_from(["200", "201", "204", "2XX", "404", "default"]),
            st.fixed_dictionaries({"description": _TEXT}, optional={"content": _CONTENT}),
            min_size=1,
            max_size=3,
        ),
        "parameters": st.lists(_PARAMETER, max_size=3).map(lambda others: [_ID, *others]),
    },
    optional={
        "operationId": _WORD,
        "summary": _TEXT,
        "description": _TEXT,
        "tags": st.lists(_TEXT, max_size=2),
        "deprecated": st.booleans(),
        "requestBody": st.fixed_dictionaries(
            {"content": _CONTENT}, optional={"required": st.booleans()}
        ),
    },
)
_SEGMENT = st.sampled_from(["things", "list", "class", "_runtime", "models", "a.b", "Ünï"])
_PATH = st.lists(_SEGMENT, max_size=2).map(lambda segments: "/".join(["", *segments, "{id}"]))
DOCUMENTS = st.fixed_dictionaries(
    {
        "openapi": st.sampled_from(["3.0.3", "3.1.0"]),
        "info": st.fixed_dictionaries({"title": _TEXT, "version": _TEXT}),
        "servers": st.just([{"url": "https://things.example"}]),
        "paths": st.dictionaries(
            _PATH,
            st.dictionaries(
                st.sampled_from(["get", "put", "post", "delete", "patch"]),
                _OPERATION,
                min_size=1,
                max_size=2,
            ),
            min_size=1,
            max_size=3,
        ),
        "components": st.fixed_dictionaries(
            {"schemas": st.fixed_dictionaries(dict.fromkeys(_NAMES, _schema(_SCHEMA)))}
        ),
    }
)
"""OpenAPI documents whose references all lead somewhere; much else in them may be wrong."""

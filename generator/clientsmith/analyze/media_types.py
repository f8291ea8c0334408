"""Which media types are JSON, text or files, and the kinds that a request body can have."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from ..identifiers import snake
from ..ir import RANGES


class Kind(IntEnum):
    """The kinds of request bodies, the best typed first."""

    JSON = 0
    FORM = 1
    MULTIPART = 2
    LINES = 3
    TEXT = 4
    RAW = 5


_LINES = frozenset(
    {
        "application/json-lines",
        "application/json-seq",
        "application/jsonl",
        "application/jsonlines",
        "application/ndjson",
        "application/x-json-stream",
        "application/x-jsonlines",
        "application/x-ndjson",
        "application/stream+json",
    }
)
_TEXTS = frozenset(
    {"application/graphql", "application/javascript", "application/sql", "application/toml"}
)
_NAMED = {
    Kind.JSON: "json",
    Kind.FORM: "form",
    Kind.MULTIPART: "multipart",
    Kind.LINES: "lines",
}
_OF_TEXTS = frozenset(
    (
        *("title", "description", "example", "examples", "default", "deprecated", "externalDocs"),
        *("format", "maxLength", "minLength", "nullable", "pattern", "readOnly", "writeOnly"),
        "$comment",
    )
)
"""The keywords that do not make another type of a schema without one."""
_SUFFIXES = {"text/plain": "text", "application/octet-stream": "binary"}


def essence(name: str) -> str:
    """Return a media type without its parameters, in lower case."""
    return name.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Return whether a media type is JSON: `application/json`, or `+json` (RFC 6839, 3.1)."""
    bare = essence(media_type)
    return bare in ("application/json", "text/json") or bare.endswith("+json")


def may_be_json(media_type: str) -> bool:
    """Return whether a media type is JSON, or a range that matches it such as `*/*`."""
    bare = essence(media_type)
    return is_json(bare) or bare in {"*", *RANGES}


def describes_text(schema: Mapping[str, object]) -> bool:
    """Return whether a schema describes a text, or nothing but what a text has.

    `text/plain: {schema: {description: The UTC time}}` describes `20230415T084153`, no JSON.
    """
    if "type" in schema:
        return schema["type"] == "string"
    return all(key in _OF_TEXTS or key.startswith("x-") for key in schema)


def kind_of(name: str) -> Kind:
    """Return the kind of body that a media type of a request stands for."""
    bare = essence(name)
    if bare in _LINES:
        return Kind.LINES
    if is_json(name) or bare in ("*", "*/*"):
        return Kind.JSON
    if bare == "application/x-www-form-urlencoded":
        return Kind.FORM
    if bare.startswith("multipart/"):
        return Kind.MULTIPART
    is_text = bare.startswith("text/") or bare.endswith(("xml", "yaml", "/yml", "-yml"))
    return Kind.TEXT if is_text or bare in _TEXTS else Kind.RAW


def sent_as(name: str, kind: Kind) -> str:
    """Return the Content-Type of a body whose media type, maybe a range, the document names."""
    if kind is Kind.MULTIPART:
        # The boundary is the call's own.
        return "multipart/form-data" if "*" in name else essence(name)
    if "*" not in name:
        return name
    return {Kind.JSON: "application/json", Kind.TEXT: "text/plain"}.get(
        kind, "application/octet-stream"
    )


def suffix(name: str, kind: Kind) -> str:
    """Return the suffix of the call that sends this media type: `create_form`."""
    bare = essence(name)
    if bare.endswith("xml"):
        return "xml"
    if kind in _NAMED and bare in ("application/json", "multipart/form-data"):
        return _NAMED[kind]
    if kind in (Kind.FORM, Kind.LINES):
        return _NAMED[kind]
    if kind is Kind.RAW and "*" in bare:
        return "binary"
    return _SUFFIXES.get(bare) or snake(bare.partition("/")[2].replace("*", "any"))

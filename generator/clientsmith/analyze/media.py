"""The kinds of media types that a request body can have."""

from __future__ import annotations

from enum import IntEnum

from ..identifiers import snake
from .nodes import is_json


class Kind(IntEnum):
    """How a body is given, the best typed first."""

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
_SUFFIXES = {"text/plain": "text", "application/octet-stream": "binary"}


def essence(name: str) -> str:
    """A media type without its parameters, in lower case."""
    return name.partition(";")[0].strip().lower()


def kind_of(name: str) -> Kind:
    """The kind of a media type."""
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
    """The Content-Type of a body that the document describes under `name`, which may be a range of
    media types.
    """
    if kind is Kind.MULTIPART:
        # The boundary is the call's own.
        return "multipart/form-data" if "*" in name else essence(name)
    if "*" not in name:
        return name
    return {Kind.JSON: "application/json", Kind.TEXT: "text/plain"}.get(
        kind, "application/octet-stream"
    )


def suffix(name: str, kind: Kind) -> str:
    """What tells the call that sends this from the usual call of its operation."""
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

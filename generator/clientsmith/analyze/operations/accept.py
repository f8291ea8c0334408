"""The Accept header of requests (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from ...ir import AnswerKind
from ..media_types import is_json


def essence_of(media: str) -> str:
    """Return a media type without its parameters, `*/*` for the `*` of older documents."""
    name = media.partition(";")[0].strip().lower()
    return "*/*" if name == "*" else name


def asked_media_type(media: str, kind: AnswerKind) -> str:
    """Return a media type as the Accept header has it: with its parameters, but no charset.

    For a range, JSON is asked for first, since the schema types it: `*/*` gives `application/json,
    */*;q=0.8`.
    """
    name, *parameters = media.split(";")
    name = essence_of(name)
    if kind == "json" and "*" in name:
        return "application/json" if is_json(name) else f"application/json, {name};q=0.8"
    kept = [part.strip() for part in parameters if not part.strip().lower().startswith("charset")]
    return ";".join([name, *kept])


def accept_header(asked: list[str]) -> str:
    """Return the value of the Accept header of a call, JSON first."""
    names = dict.fromkeys(name for item in asked for name in item.split(", "))
    return ", ".join(sorted(names, key=lambda name: not is_json(name))) or "application/json"

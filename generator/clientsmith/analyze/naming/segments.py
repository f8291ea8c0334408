"""Paths as segments: what each says, and what they have in common."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from ...identifiers import words
from .reserved import member_name

# A verb on what stands before it (Google's AIP-136): `/files:batchGet`, `/files/{id}:copy`.
CUSTOM_VERB = re.compile(r"(?<=[^/]):([A-Za-z][A-Za-z0-9_-]*)$")
_PREFIX = re.compile(r"apis?|rest|\d+|\d{4}-\d\d-\d\d|v\d+([._]\d+)*([a-z]+\d*)?", re.IGNORECASE)
_FORMATS = frozenset({"json", "xml"})


def segments_of(path: str) -> list[str]:
    """Return the segments of a path, without a custom verb and a format at the end.

    `/v1/files/{id}:copy` gives `v1`, `files`, `{id}`, and `/pets/json` gives `pets`. The text
    behind a `#`, which tells operations on one path apart and is never sent, counts as one more
    segment.
    """
    path, _, mark = path.partition("#")
    path = CUSTOM_VERB.sub("", path.partition("?")[0])
    segments = [segment for segment in path.split("/") if segment]
    if segments[1:] and segments[-1].lower() in _FORMATS:
        segments.pop()
    is_named = any(not is_parameter(segment) for segment in segments)
    return [*segments, mark] if mark and (is_named or "=" in mark) else segments


def query_flags(path: str) -> list[str]:
    """Return the names of the flags in a path's query: `beta` of `/pets?beta=true`."""
    query = path.partition("?")[2].partition("#")[0]
    return [flag.removesuffix("=true") for flag in query.split("&") if flag.endswith("=true")]


def literal_of(segment: str) -> str:
    """Return the literal text of a segment: `export` of `export.{format}`, else nothing."""
    return re.sub(r"\{[^{}]*\}|\.(?:json|xml)$", " ", segment).strip()


@lru_cache(4_096)
def is_parameter(segment: str) -> bool:
    """Return whether a segment has no word that is not part of a parameter."""
    return "{" in segment and not words(literal_of(segment))


def action_of(segment: str) -> str | None:
    """Return the call that a segment such as `Action=GetUser` names; None for any other.

    Services with one path tell operations apart by such a parameter, also as
    `X-Target=Users_2012.GetUser`.
    """
    match = re.fullmatch(r"[\w-]+=(?:[\w.-]*\.)?(\w+)", segment)
    return member_name(match[1]) if match is not None and words(match[1]) else None


def common_prefix(paths: list[list[str]]) -> list[str]:
    """Return the segments that most paths begin with and that name only the API: `api`, `v1`."""
    found: list[str] = []
    while True:
        at = len(found)
        begun = (path for path in paths if len(path) > at + 1 and path[:at] == found)
        next_segments = Counter(path[at] for path in begun if _PREFIX.fullmatch(path[at]))
        (segment, count), *_ = next_segments.most_common(1) or [("", 0)]
        if count * 2 <= len(paths) or (not found and segment.isdecimal()):
            return found
        found.append(segment)


def shared_length(segments: list[str], prefix: list[str]) -> int:
    """Return how many segments of a prefix a path begins with, always leaving it one."""
    most = 0
    for own, other in zip(segments[:-1], prefix, strict=False):
        if own != other:
            break
        most += 1
    return most

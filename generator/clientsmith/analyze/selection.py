"""Selecting operations of a document: by tag, by path, by method and path, or by operationId."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from ..diagnostics import did_you_mean
from ..source import Document
from .nodes import places

_TAG = "tag:"
_OPERATION = re.compile(r"([A-Z]+) (/.*)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a selector looks at of an operation."""

    key: str
    """`METHOD /path`."""
    identifier: str | None
    """Its operationId, where the document gives one."""
    tags: tuple[str, ...]

    @property
    def path(self) -> str:
        return self.key.partition(" ")[2]


def candidates_of(document: Document) -> tuple[Candidate, ...]:
    """Every operation of a document, as selectors see it."""
    found: list[Candidate] = []
    for place in places(document):
        operation = cast("dict[str, Any]", document.get(place.pointer))
        tags, identifier = operation.get("tags"), operation.get("operationId")
        named = cast("list[Any]", tags) if isinstance(tags, list) else []
        found.append(
            Candidate(
                place.key,
                identifier if isinstance(identifier, str) else None,
                tuple(tag for tag in named if isinstance(tag, str)),
            )
        )
    return tuple(found)


def selected(
    candidates: Sequence[Candidate], include: Iterable[str], exclude: Iterable[str]
) -> set[str]:
    """The keys of the operations that a selector of `include` matches (all, without any) and none
    of `exclude`.
    """
    include, exclude = tuple(include), tuple(exclude)
    return {
        candidate.key
        for candidate in candidates
        if (not include or any(matches(text, candidate) for text in include))
        and not any(matches(text, candidate) for text in exclude)
    }


def matches(selector: str, candidate: Candidate) -> bool:
    """Whether a selector names this operation.

    `tag:NAME`, `/path`, `METHOD /path` or an operationId. In a path, `*` stands for anything within
    a segment, `**` for anything, and `/**` at the end for the path before it too; braces are as in
    the document.
    """
    if selector.startswith(_TAG):
        return selector.removeprefix(_TAG) in candidate.tags
    if selector.startswith("/"):
        return _fits(selector, candidate.path)
    if (parts := _OPERATION.fullmatch(selector)) is not None:
        return candidate.key.startswith(f"{parts[1]} ") and _fits(parts[2], candidate.path)
    return selector == candidate.identifier


def meant(selector: str, candidates: Iterable[Candidate]) -> str:
    """A hint for a selector that matches nothing: the nearest of its kind."""
    if selector.startswith(_TAG):
        known = {f"{_TAG}{tag}" for candidate in candidates for tag in candidate.tags}
    elif selector.startswith("/"):
        known = {candidate.path for candidate in candidates}
    elif _OPERATION.fullmatch(selector):
        known = {candidate.key for candidate in candidates}
    else:
        known = {candidate.identifier for candidate in candidates if candidate.identifier}
        known |= {f"{_TAG}{tag}" for candidate in candidates for tag in candidate.tags}
    return did_you_mean(selector, sorted(known)) or (
        "a selector is tag:NAME, /path, METHOD /path or an operationId; in a path, * stands for a"
        " segment and ** for any number of them"
    )


def _fits(pattern: str, path: str) -> bool:
    if pattern.endswith("/**") and _fits(pattern.removesuffix("/**"), path):
        return True
    words = {"*": "[^/]*", "**": ".*"}
    parts = (words.get(part, re.escape(part)) for part in re.split(r"(\*\*?)", pattern))
    return re.fullmatch("".join(parts), path) is not None

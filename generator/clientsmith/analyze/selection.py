"""The selection of operations and webhooks by tag, path, method, operationId or name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..diagnostics import did_you_mean
from ..document import Document, items
from ..openapi import METHODS
from .nodes import Nodes, endpoints, join
from .webhooks import WEBHOOKS

_TAG = "tag:"
_WEBHOOK = "webhook:"
_OPERATION = re.compile(r"([A-Z]+) (/.*)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An operation or a webhook, by all that a selector can match."""

    key: str
    """`METHOD /path`, or `webhook:NAME`."""
    identifier: str | None
    """Its operationId, where the document gives one."""
    tags: tuple[str, ...]

    @property
    def path(self) -> str:
        """The path of an operation."""
        return self.key.partition(" ")[2]


def candidates_of(document: Document) -> tuple[Candidate, ...]:
    """Return every operation and every webhook of a document, as selectors see them."""
    nodes = Nodes(document)
    found = [
        _candidate(endpoint.key, nodes.mapping(endpoint.pointer))
        for endpoint in endpoints(document)
    ]
    for key in WEBHOOKS:
        for name in nodes.mapping(f"/{key}"):
            item = nodes.resolve(join("", key, name))
            held = [nodes.mapping(join(item, method)) for method in METHODS]
            found += [_candidate(f"{_WEBHOOK}{name}", each) for each in held if each]
    return tuple(found)


def _candidate(key: str, operation: Mapping[str, Any]) -> Candidate:
    identifier = operation.get("operationId")
    return Candidate(
        key,
        identifier if isinstance(identifier, str) else None,
        tuple(tag for tag in items(operation.get("tags")) if isinstance(tag, str)),
    )


def selected(
    candidates: Sequence[Candidate], include: Iterable[str], exclude: Iterable[str]
) -> set[str]:
    """Return the keys of the operations that `include` matches and `exclude` does not.

    Without `include`, all match.
    """
    include, exclude = tuple(include), tuple(exclude)
    return {
        candidate.key
        for candidate in candidates
        if (not include or any(matches(text, candidate) for text in include))
        and not any(matches(text, candidate) for text in exclude)
    }


def matches(selector: str, candidate: Candidate) -> bool:
    """Return whether a selector matches this operation or webhook.

    A selector is `tag:NAME`, `/path`, `METHOD /path`, `webhook:NAME` or an operationId. In a path
    or in the name of a webhook, `*` matches within a segment, `**` anything, and `/**` at the end
    the path before it too; braces are as in the document.
    """
    if selector.startswith(_TAG):
        return selector.removeprefix(_TAG) in candidate.tags
    if selector.startswith(_WEBHOOK) or candidate.key.startswith(_WEBHOOK):
        return selector == candidate.identifier or _fits(selector, candidate.key)
    if selector.startswith("/"):
        return _fits(selector, candidate.path)
    if (parts := _OPERATION.fullmatch(selector)) is not None:
        return candidate.key.startswith(f"{parts[1]} ") and _fits(parts[2], candidate.path)
    return selector == candidate.identifier


def hint_for(selector: str, candidates: Iterable[Candidate]) -> str:
    """Return a hint for a selector that matches nothing: the nearest of its kind."""
    if selector.startswith(_TAG):
        known = {f"{_TAG}{tag}" for candidate in candidates for tag in candidate.tags}
    elif selector.startswith(_WEBHOOK):
        known = {each.key for each in candidates if each.key.startswith(_WEBHOOK)}
    elif selector.startswith("/"):
        known = {candidate.path for candidate in candidates}
    elif _OPERATION.fullmatch(selector):
        known = {candidate.key for candidate in candidates}
    else:
        known = {candidate.identifier for candidate in candidates if candidate.identifier}
        known |= {f"{_TAG}{tag}" for candidate in candidates for tag in candidate.tags}
    return did_you_mean(selector, sorted(known)) or (
        "a selector is tag:NAME, /path, METHOD /path, webhook:NAME or an operationId; in a path,"
        " * stands for a segment and ** for any number of them"
    )


def _fits(pattern: str, path: str) -> bool:
    if pattern.endswith("/**") and _fits(pattern.removesuffix("/**"), path):
        return True
    words = {"*": "[^/]*", "**": ".*"}
    parts = (words.get(part, re.escape(part)) for part in re.split(r"(\*\*?)", pattern))
    return re.fullmatch("".join(parts), path) is not None

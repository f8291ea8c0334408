"""Find the schemas of a document that describe a place in the answers of an operation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..document import Document
from ..plain import items, members
from ..pointers import join_pointer, split_pointer

_SUCCESS = re.compile(r"2(?:\d\d|XX)|default", re.IGNORECASE)
_MOST = 500
"""The schemas that describe one value together, at most."""


class AnswerPlaces:
    """Finds the schemas of answers in a document whose references are local."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def schemas(self, operation: str, pointer: str) -> list[str]:
        """Return the pointers of the schemas of a place in an operation's answers, outermost first.

        They are those that the value has on its way: of the property `name`, the schema that is
        written there, which may be a `$ref`. Empty if the document has no such operation or place.
        """
        for answer in self._answers(operation):
            found = answer
            for key in split_pointer(pointer):
                found = next(iter(self._inner(found, key)), "")
                if not found:
                    break
            if found:
                return self.parts(found)
        return []

    def parts(self, pointer: str) -> list[str]:
        """Return the pointers of the schemas that describe a value together, without unions'."""
        found: dict[str, None] = {}
        pending = [pointer]
        while pending and len(found) < _MOST:
            at = pending.pop(0)
            if at in found or not isinstance(self._get(at), dict):
                continue
            found[at] = None
            node = members(self._get(at))
            if isinstance(node.get("$ref"), str):
                pending.append(node["$ref"].removeprefix("#"))
            pending += [f"{at}/allOf/{index}" for index in range(len(items(node.get("allOf"))))]
        return list(found)

    def node(self, pointer: str) -> dict[str, Any]:
        """Return the schema at a pointer."""
        return members(self._get(pointer))

    def _answers(self, operation: str) -> Iterator[str]:
        """Yield the pointers of the schemas of an operation's answers, of success first."""
        method, _, path = operation.partition(" ")
        item = f"/paths{join_pointer(path)}"
        place = f"{item}/{method.lower()}"
        if not isinstance(self._get(place), dict):
            place = f"{item}/additionalOperations{join_pointer(method)}"
        responses = members(members(self._get(place)).get("responses"))
        statuses = [status for status in responses if _SUCCESS.fullmatch(status)]
        for status in sorted(statuses, key=lambda each: (each.lower() == "default", each)):
            answer = self._document.follow(f"{place}/responses{join_pointer(status)}").end
            for media in members(members(self._get(answer)).get("content")):
                content = self._document.follow(f"{answer}/content{join_pointer(media)}").end
                for key in ("schema", "itemSchema"):
                    if isinstance(members(self._get(content)).get(key), dict):
                        yield f"{content}/{key}"

    def _inner(self, pointer: str, key: str) -> Iterator[str]:
        """Yield the schemas of a property, or of the items where the key is `*`."""
        pending, visited = self.parts(pointer), set[str]()
        while pending and len(visited) < _MOST:
            at = pending.pop(0)
            if at in visited:
                continue
            visited.add(at)
            node = members(self._get(at))
            if key in members(node.get("properties")):
                yield f"{at}/properties{join_pointer(key)}"
            if key == "*" and isinstance(node.get("items"), dict):
                yield f"{at}/items"
            if isinstance(node.get("additionalProperties"), dict):
                yield f"{at}/additionalProperties"
            for union in ("oneOf", "anyOf"):
                for index in range(len(items(node.get(union)))):
                    pending += self.parts(f"{at}/{union}/{index}")

    def _get(self, pointer: str) -> Any:
        try:
            return self._document.get(pointer)
        except KeyError:
            return None

"""Find the schemas of a document that describe a place in the answers of an operation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..document import Document
from ..plain import items, members
from ..pointers import join_pointer, split_pointer

_SUCCESS = re.compile(r"2(?:\d\d|XX)", re.IGNORECASE)
_MOST = 500
"""The schemas that describe one value together, at most."""
UNIONS = ("oneOf", "anyOf")


class AnswerPlaces:
    """Finds the schemas of answers in a document whose references are local."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def schemas(self, operation: str, pointer: str, status: int | None) -> list[str]:
        """Return the pointers of the schemas of a place in an operation's answers.

        Each is the schema that is written there, which may be a `$ref`: several where members of a
        union have the place. Empty if the document has no such operation or place.
        """
        for answer in self._answers(operation, status):
            found = [answer]
            for key in split_pointer(pointer):
                found = list(dict.fromkeys(inner for at in found for inner in self._inner(at, key)))
            if found:
                return found
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

    def alternatives(self, pointer: str) -> list[str]:
        """Return the pointers of the schemas of which a value has one: those of a union inside."""
        found: dict[str, None] = {}
        pending, seen = [pointer], set[str]()
        while pending and len(seen) < _MOST:
            at = pending.pop(0)
            if at in seen:
                continue
            seen.add(at)
            inner = self.union_members(at)
            pending += inner
            if not inner:
                found[at] = None
        return list(found)

    def union_members(self, pointer: str) -> list[str]:
        """Return the pointers of the members of the unions that a schema has."""
        return [
            f"{at}/{union}/{index}"
            for at in self.parts(pointer)
            for union in UNIONS
            for index in range(len(items(self.node(at).get(union))))
        ]

    def node(self, pointer: str) -> dict[str, Any]:
        """Return the schema at a pointer."""
        return members(self._get(pointer))

    def operation(self, operation: str) -> str:
        """Return the pointer of an operation; empty if the document has none of that name."""
        method, _, path = operation.partition(" ")
        item = f"/paths{join_pointer(path)}"
        for place in (
            f"{item}/{method.lower()}",
            f"{item}/additionalOperations{join_pointer(method)}",
        ):
            if isinstance(self._get(place), dict):
                return place
        return ""

    def response(self, operation: str, status: int) -> str:
        """Return the pointer of the answer that is documented for a status, else an empty text.

        A `default` beside other answers of success is that of errors.
        """
        place = self.operation(operation)
        keys = list(members(self.node(place).get("responses"))) if place else []
        has_success = any(map(_SUCCESS.fullmatch, keys))
        wanted = [str(status), f"{status // 100}XX", *([] if has_success else ["DEFAULT"])]
        for each in wanted:
            for key in keys:
                if key.upper() == each:
                    return self._document.follow(f"{place}/responses{join_pointer(key)}").end
        return ""

    def contents(self, response: str) -> list[str]:
        """Return the pointers of the schemas of an answer's bodies."""
        found: list[str] = []
        for media in members(self.node(response).get("content")):
            content = self._document.follow(f"{response}/content{join_pointer(media)}").end
            found += [
                f"{content}/{key}"
                for key in ("schema", "itemSchema")
                if isinstance(self.node(content).get(key), dict)
            ]
        return found

    def _answers(self, operation: str, status: int | None) -> Iterator[str]:
        """Yield the pointers of the schemas of an operation's answers, of success first."""
        if status is not None and (own := self.response(operation, status)):
            yield from self.contents(own)
        place = self.operation(operation)
        responses = members(self.node(place).get("responses")) if place else {}
        statuses = sorted(each for each in responses if _SUCCESS.fullmatch(each))
        for each in (*statuses, *(each for each in responses if each.lower() == "default")):
            yield from self.contents(
                self._document.follow(f"{place}/responses{join_pointer(each)}").end
            )

    def _inner(self, pointer: str, key: str) -> list[str]:
        """Return the schemas of a property, or of the items where the key is `*`.

        Each member of a union may have its own.
        """
        found: dict[str, None] = {}
        pending, seen, others = [pointer], set[str](), list[str]()
        while pending and len(seen) < _MOST:
            at = pending.pop(0)
            if at in seen:
                continue
            seen.add(at)
            own = next(self._own(at, key), "")
            if own:
                found[own] = None
                continue
            pending += self.union_members(at)
            others += [
                f"{part}/additionalProperties"
                for part in self.parts(at)
                if isinstance(self.node(part).get("additionalProperties"), dict)
            ]
        return list(found) or others[:1]

    def _own(self, pointer: str, key: str) -> Iterator[str]:
        for at in self.parts(pointer):
            node = self.node(at)
            if key in members(node.get("properties")):
                yield f"{at}/properties{join_pointer(key)}"
            if key == "*" and isinstance(node.get("items"), dict):
                yield f"{at}/items"

    def _get(self, pointer: str) -> Any:
        try:
            return self._document.get(pointer)
        except KeyError:
            return None

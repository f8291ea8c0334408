"""Looking things up in a document, by JSON pointer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from ..ir import Reason
from ..source import Document, join_pointer

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class Refused(Exception):
    """An operation that no call can be made of. It costs the client that operation and no more."""

    def __init__(self, text: str, pointer: str) -> None:
        super().__init__(text)
        self.reason = Reason(text, pointer)


@dataclass(frozen=True, slots=True)
class Place:
    """An operation's place in the document."""

    method: str
    path: str
    pointer: str
    identifier: str

    @property
    def key(self) -> str:
        return f"{self.method.upper()} {self.path}"


def places(document: Document) -> Iterator[Place]:
    """Every operation of the document, in its order."""
    paths = document.data.get("paths")
    for path in cast("dict[str, Any]", paths) if isinstance(paths, dict) else ():
        pointer = join("/paths", path)
        item = document.get(pointer)
        while isinstance(item, dict) and "$ref" in item:
            pointer = str(cast("dict[str, Any]", item)["$ref"])[1:]
            item = document.get(pointer)
        node = cast("dict[str, Any]", item) if isinstance(item, dict) else {}
        for method in METHODS:
            operation = node.get(method)
            if isinstance(operation, dict):
                identifier = cast("dict[str, Any]", operation).get("operationId")
                if not isinstance(identifier, str) or not identifier.strip():
                    identifier = f"{method} {path.replace('/', ' ')}"
                yield Place(method, path, join(pointer, method), identifier)


class Nodes:
    """The nodes of a document."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def get(self, pointer: str) -> Any:
        """What stands at `pointer`; None where nothing does."""
        try:
            return self._document.get(pointer)
        except KeyError:
            return None

    def has(self, pointer: str) -> bool:
        """Whether something stands at `pointer`."""
        try:
            self._document.get(pointer)
        except KeyError:
            return False
        return True

    def mapping(self, pointer: str) -> dict[str, Any]:
        """The object at `pointer`; an empty one where there is none."""
        node = self.get(pointer)
        return cast("dict[str, Any]", node) if isinstance(node, dict) else {}

    def resolve(self, pointer: str) -> str:
        """The place that `pointer` leads to when the `$ref`s found there are followed."""
        seen = {pointer}
        while True:
            target = self.mapping(pointer).get("$ref")
            if not isinstance(target, str):
                return pointer
            pointer = target[1:]
            if pointer in seen:
                return pointer
            seen.add(pointer)


def join(pointer: str, *keys: str | int) -> str:
    """The pointer to what stands below `pointer` under these keys."""
    return pointer + join_pointer(*keys)


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON: `application/json` or a `+json` one (RFC 6839, section 3.1)."""
    essence = media_type.partition(";")[0].strip().lower()
    return essence in ("application/json", "*/*") or essence.endswith("+json")


def text_of(node: Mapping[str, Any], key: str) -> str:
    """The text at `key`, stripped; an empty one where there is none."""
    value = node.get(key)
    return value.strip() if isinstance(value, str) else ""

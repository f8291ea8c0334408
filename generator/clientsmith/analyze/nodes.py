"""Looking things up in a document, by JSON pointer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, cast

from ..document import Document, Plain, follow, join, members
from ..identifiers import words
from ..ir import Reason
from ..ir.texts import is_visible
from ..limits import UNWATCHED, Watch
from ..openapi import METHODS


class Refused(Exception):
    """An operation that no call can be made of, at the cost of that operation alone."""

    def __init__(self, text: str, pointer: str) -> None:
        super().__init__(text)
        self.reason = Reason(text, pointer)


@dataclass(frozen=True)
class Endpoint:
    """An operation by its method and path, and where the document has it."""

    method: str
    """As the document writes it: `get`, or `COPY` among the additional operations."""
    path: str
    pointer: str
    identifier: str
    """The operationId, or one made of method and path where there is none."""
    item: str
    """The pointer of the path item."""

    @property
    def http_method(self) -> str:
        """The method as it is sent (OpenAPI 3.2, section 4.9.1)."""
        return self.method.upper() if self.method in METHODS else self.method

    @cached_property
    def key(self) -> str:
        """`METHOD /path`."""
        return f"{self.http_method} {self.path}"


def identifier_of(method: str, path: str) -> str:
    """Return the substitute for the operationId of an operation that has none."""
    return f"{method} {path.replace('/', ' ')}"


def endpoints(document: Document) -> Iterator[Endpoint]:
    """Yield every operation of a document, in its order.

    An operationId that FastAPI made is replaced by the function's name, where no other operation
    has it.
    """
    found = [*_endpoints(document)]
    own = {endpoint.key: _function_of(endpoint) for endpoint in found}
    taken = Counter([*own.values(), *(endpoint.identifier for endpoint in found)])
    for endpoint in found:
        name = own[endpoint.key]
        yield replace(endpoint, identifier=name) if name and taken[name] == 1 else endpoint


def _function_of(endpoint: Endpoint) -> str:
    """Return the function that FastAPI made an operationId of; empty for any other operationId.

    It is `read_item` of `read_item_items__id__get` for `GET /items/{id}`.
    """
    made = re.sub(r"\W", "_", endpoint.path) + f"_{endpoint.method}"
    name = endpoint.identifier.removesuffix(made)
    return name if name != endpoint.identifier and name.isidentifier() and words(name) else ""


def _endpoints(document: Document) -> Iterator[Endpoint]:
    for path, item in members(document.data.get("paths")).items():
        if not path.startswith("/") or not isinstance(item, dict):
            continue
        pointer = join("/paths", path)
        for method, operation, inner in operations_of(cast("dict[str, Any]", item)):
            identifier = operation.get("operationId")
            if not isinstance(identifier, str) or not words(identifier):
                identifier = identifier_of(method, path)
            yield Endpoint(method, path, pointer + inner, identifier, pointer)


def operations_of(item: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the operations of a path item: method, operation, and its pointer inside the item."""
    for method in METHODS:
        if isinstance(item.get(method), dict):
            yield method, item[method], f"/{method}"
    for method, operation in members(item.get("additionalOperations")).items():
        if isinstance(operation, dict):
            inner = join("", "additionalOperations", method)
            yield method, cast("dict[str, Any]", operation), inner


class Nodes:
    """The nodes of a document."""

    def __init__(self, document: Document, watch: Watch = UNWATCHED) -> None:
        self._find = document.get
        self.watch = watch
        self.left_out = frozenset(part.pointer for part in document.left_out)
        """The places of what stands there in place of a faulty part."""
        self._known: dict[str, Any] = {}
        self.parts: dict[str, tuple[Any, ...]] = {}
        """What schemas consist of, as `parts_of` found it, by their places."""

    def get(self, pointer: str) -> Any:
        """Return the value at a pointer; None where there is none."""
        known = self._known
        if pointer not in known:
            self.watch.check()
            try:
                known[pointer] = self._find(pointer)
            except KeyError:
                known[pointer] = None
        return known[pointer]

    def has(self, pointer: str) -> bool:
        """Return whether there is a value at a pointer."""
        if self.get(pointer) is not None:
            return True
        try:
            self._find(pointer)
        except KeyError:
            return False
        return True

    def mapping(self, pointer: str) -> dict[str, Any]:
        """Return the object at a pointer; an empty one where there is none."""
        node: Plain = self.get(pointer)
        return node if isinstance(node, dict) else {}

    def inside(self, pointer: str) -> dict[str, str]:
        """Return the pointer of each member of the object at a pointer, by its key."""
        places: dict[str, str] = {}
        for key, node in self.mapping(pointer).items():
            place = places[key] = join(pointer, key)
            self._known[place] = node
        return places

    def resolve(self, pointer: str) -> str:
        """Return the pointer that is reached from a pointer by following its `$ref`s."""
        return follow(pointer, self._reference).end if self._reference(pointer) else pointer

    def _reference(self, pointer: str) -> str | None:
        target = self.mapping(pointer).get("$ref")
        return target[1:] if isinstance(target, str) else None


def text_of(node: Mapping[str, Any], key: str) -> str:
    """Return the text at a key, stripped; empty where there is none that a reader sees."""
    return visible_text(node.get(key))


def visible_text(value: Any) -> str:
    """Return a text, stripped; empty for other values, and for texts that a reader does not see."""
    return value.strip() if isinstance(value, str) and is_visible(value) else ""

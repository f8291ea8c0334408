"""The check of a document before a client is made of it, strict or lenient.

A lenient one lets a fault cost the smallest part that it stands in: a schema is taken as anything,
a parameter, an example or a link is left out, an answer or a body is any JSON, an operation is
refused.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple, cast

from ..diagnostics import ClientsmithError, Diagnostic, arrange, has_errors
from ..document import MOUNT, Document, LeftOut, exists, join_pointer, members, split_pointer
from ..limits import UNWATCHED, Watch
from ..openapi import METHODS
from . import Fault, faults
from .keywords import LISTS_OF_SCHEMAS, MAPS_OF_SCHEMAS, SCHEMAS

_ANY: Final = "*"
_VALUED: Final = {"schema": "schema", "content": "content", "example": "example"}
# Kind of a part → key in it → kind of what stands there. A plural holds parts of one kind.
_GRAMMAR: Final[Mapping[str, Mapping[str, str]]] = {
    "document": {
        "paths": "paths",
        "webhooks": "webhooks",
        "components": "components",
        "servers": "servers",
        "tags": "tags",
        "security": "security",
        "info": "info",
        "externalDocs": "link to documentation",
    },
    "info": {_ANY: "text about the document"},
    "paths": {_ANY: "path item"},
    "webhooks": {_ANY: "path item"},
    "path items": {_ANY: "path item"},
    "path item": {
        **dict.fromkeys(METHODS, "operation"),
        "additionalOperations": "operations",
        "parameters": "parameters",
        "servers": "servers",
    },
    "operations": {_ANY: "operation"},
    "operation": {
        "parameters": "parameters",
        "requestBody": "body",
        "responses": "responses",
        "callbacks": "callbacks",
        "servers": "servers",
        "security": "security",
        "tags": "tags",
        "externalDocs": "link to documentation",
    },
    "parameters": {_ANY: "parameter"},
    "parameter": {**_VALUED, "examples": "examples"},
    "body": {"content": "content"},
    "bodies": {_ANY: "body"},
    "responses": {_ANY: "response"},
    "response": {"headers": "headers", "content": "content", "links": "links"},
    "headers": {_ANY: "header"},
    "header": {**_VALUED, "examples": "examples"},
    "content": {_ANY: "media type"},
    "media type": {
        "schema": "schema",
        "itemSchema": "schema",
        "example": "example",
        "examples": "examples",
        "encoding": "encodings",
    },
    "encodings": {_ANY: "encoding"},
    "encoding": {"headers": "headers"},
    "links": {_ANY: "link"},
    "examples": {_ANY: "example"},
    "callbacks": {_ANY: "callback"},
    "callback": {_ANY: "path item"},
    "security schemes": {_ANY: "security scheme"},
    "schemas": {_ANY: "schema"},
    "components' schemas": {_ANY: "schema"},
    "components' parameters": {_ANY: "parameter"},
    "schema": {
        **dict.fromkeys(SCHEMAS, "schema"),
        **dict.fromkeys((*LISTS_OF_SCHEMAS, *MAPS_OF_SCHEMAS, "definitions"), "schemas"),
        "discriminator": "discriminator",
        "externalDocs": "link to documentation",
    },
    "components": {
        "schemas": "components' schemas",
        "parameters": "components' parameters",
        "responses": "responses",
        "requestBodies": "bodies",
        "headers": "headers",
        "examples": "examples",
        "links": "links",
        "callbacks": "callbacks",
        "pathItems": "path items",
        "securitySchemes": "security schemes",
        "mediaTypes": "content",
    },
}
_ANY_JSON: Final[Mapping[str, Any]] = {"content": {"application/json": {}}}
_GONE: Final = object()
# Parts of a document that are taken as empty where it lacks them.
_NEEDED: Final = frozenset(("/info", "/paths"))
# What takes the place of a part; a fault elsewhere is one of the whole document.
_INSTEAD: Final[Mapping[str, object]] = {
    "path item": {},
    "operation": {},
    "info": {},
    "components": {},
    "components' schemas": {},
    "components' parameters": {},
    "bodies": {},
    "link to documentation": _GONE,
    "text about the document": _GONE,
    # In a list, a part that went would move those after it from their places.
    "parameter": {"name": "left out", "in": "cookie", "schema": {}},
    "body": _ANY_JSON,
    "response": {"description": "", **_ANY_JSON},
    "media type": {},
    "schema": {},
    "parameters": [],
    "responses": {},
    "content": {},
    "operations": {},
    **dict.fromkeys(("header", "headers", "link", "links", "example", "examples"), _GONE),
    **dict.fromkeys(("callback", "callbacks", "encoding", "encodings", "discriminator"), _GONE),
    **dict.fromkeys(("servers", "tags", "security", "security scheme"), _GONE),
    **dict.fromkeys(("security schemes", "webhooks", "path items"), _GONE),
}


class _Part(NamedTuple):
    pointer: str
    kind: str


def checked(
    document: Document,
    found: tuple[Fault, ...],
    *,
    lenient: bool,
    watch: Watch = UNWATCHED,
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """A document that a client can be made of, and all that is doubtful with it; `found` is what
    validation found.

    What validation says is ignored is not in it, nor, where the check is `lenient`, any faulty
    part: `left_out` of the document names those. One without such parts comes back as it is.

    Raises:
        ClientsmithError: with all problems, if there are errors; a lenient check has them where a
            fault stands in no part that can be left out.
    """
    told = arrange([*document.warnings, *(fault.diagnostic for fault in found)])
    if has_errors(told) and not lenient:
        raise ClientsmithError(told)
    lost = list(_lost(found))
    ignored = [split_pointer(fault.pointer) for fault in found if fault.ignored]
    data = document.data
    for keys in sorted(ignored, reverse=True):
        data = _with(data, keys, _GONE)
    if ignored or lost:
        document = document.without(data, lost)
    if not has_errors(told):
        return document, told
    warnings = list(document.warnings)
    # What refers into a part that is left out leads nowhere then, and is a fault in the next round.
    while any(fault.diagnostic.severity == "error" for fault in found):
        document = _without_faults(document, found, warnings)
        gone = {part.pointer for part in document.left_out}
        kinds = _Kinds(document)
        found = tuple(
            fault
            for fault in faults(document, watch=watch)
            if fault.diagnostic.severity == "error" and _remains(fault.pointer, kinds, gone)
        )
    return document, arrange(warnings)


def _lost(found: Iterable[Fault]) -> Iterator[LeftOut]:
    """Yield what operations lose by warnings: `contents` of an answer, which no client reads."""
    faulty = {
        fault.pointer.rpartition("/")[0] for fault in found if fault.diagnostic.severity == "error"
    }
    for fault in found:
        # `requestBody: {contents: …}` is an error already: the body has no `content`.
        if fault.loses and fault.pointer.rpartition("/")[0] not in faulty:
            yield LeftOut(fault.pointer, "", fault.diagnostic.message)


def _remains(pointer: str, kinds: _Kinds, gone: Collection[str]) -> bool:
    """Whether a client is made of the place of a fault when the parts that are `gone` are."""
    part = kinds.part_at(pointer)
    return _is_at_root(pointer) if part is None else part.pointer not in gone


def _is_at_root(pointer: str) -> bool:
    """Whether a place is in the root file. In another one, no client is made of what no part refers
    to that is known.
    """
    return split_pointer(pointer)[:1] != [MOUNT]


def _without_faults(
    document: Document, found: tuple[Fault, ...], told: list[Diagnostic]
) -> Document:
    """The document without the parts that errors of `found` stand in, which are added to `told`."""
    kinds = _Kinds(document)
    parts: dict[_Part, str] = {}
    fatal: list[Diagnostic] = []
    for pointer, problem, *_ in found:
        part = kinds.part_at(pointer) if problem.severity == "error" else None
        if part is not None:
            parts.setdefault(part, problem.message)
            message = f"{problem.message}; {_fate(part)}"
            told.append(replace(problem, severity="warning", message=message))
        elif problem.severity == "error" and _is_at_root(pointer):
            fatal.append(problem)
        else:
            is_error = problem.severity == "error"
            told.append(replace(problem, severity="warning") if is_error else problem)
    if fatal:
        raise ClientsmithError(fatal)
    data = document.data
    # The outer ones first: an inner one goes with its outer one, or stands in what is kept of it.
    for part in sorted(parts, key=lambda part: (len(part.pointer), part)):
        data = _with(data, split_pointer(part.pointer), _instead(document, part))
    left_out = (
        LeftOut(place, part.kind, f"{_fate(part)}: {why}")
        for part, why in parts.items()
        for place in _places(document, part)
    )
    return document.without(data, left_out)


def _fate(part: _Part) -> str:
    if part.kind in ("operation", "path item"):
        return f"the {part.kind} is refused"
    if part.pointer == "/paths":
        return "the client has no calls of operations"
    if part.kind in ("schema", "body", "response", "media type"):
        return f"the {part.kind} is taken as anything"
    verb = "are" if part.kind.endswith("s") else "is"
    return f"the {part.kind} {verb} left out"


def _places(document: Document, part: _Part) -> Iterator[str]:
    """Where a part stands; of a path item, its operations."""
    yield part.pointer
    if part.kind == "path item":
        yield from (f"{part.pointer}/{method}" for method in _instead(document, part) or ())


def _instead(document: Document, part: _Part) -> Any:
    """What takes the place of a part. Of an operation remains what it is called by."""
    if part.pointer in _NEEDED and not exists(document.data, part.pointer):
        return {}
    node = document.get(part.pointer)
    if part.kind == "operation":
        return _called(node)
    if part.kind == "path item" and isinstance(node, dict):
        item = cast("dict[str, Any]", node)
        return {method: _called(item[method]) for method in METHODS if method in item}
    return _INSTEAD[part.kind]


def _called(operation: Any) -> dict[str, Any]:
    identifier = members(operation).get("operationId")
    kept = {"operationId": identifier} if isinstance(identifier, str) else {}
    return {**kept, "responses": {"default": {"description": ""}}}


class _Kinds:
    """The kinds of the parts of a document; of those in other files, by what refers to them."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._holders: dict[str, str] | None = None
        self._known: dict[str, str | None] = {}

    def part_at(self, pointer: str) -> _Part | None:
        """The smallest part with a stand-in that a pointer lies in."""
        found: _Part | None = None
        for part in self._parts(pointer):
            found = part if part.kind in _INSTEAD else found
        return found

    def _parts(self, pointer: str) -> Iterator[_Part]:
        """The parts that a pointer leads through, the outer ones first."""
        kind, keys, place = "document", split_pointer(pointer), ""
        if keys[:1] == [MOUNT]:
            place = self._nearest_target(pointer)
            kind = self._kind_of_target(place) or ""
            keys = split_pointer(pointer)[len(split_pointer(place)) :]
            yield _Part(place, kind)
        for key in keys:
            inner = _GRAMMAR.get(kind, {})
            kind = inner.get(key) or inner.get(_ANY) or ""
            place += join_pointer(key)
            # A key that is missing is a fault of what lacks it.
            if place in _NEEDED and not exists(self._document.data, place):
                yield _Part(place, "info")
            if not kind or not exists(self._document.data, place):
                return
            yield _Part(place, kind)

    def _nearest_target(self, pointer: str) -> str:
        """The innermost place around a pointer of another file that a reference leads to."""
        place = pointer
        while place and place not in self._targets():
            place = place.rpartition("/")[0]
        return place

    def _targets(self) -> dict[str, str]:
        if self._holders is None:
            self._holders = {}
            for reference in self._document.references():
                self._holders.setdefault(reference.target, reference.pointer)
        return self._holders

    def _kind_of_target(self, target: str) -> str | None:
        if target in self._known:
            return self._known[target]
        # A ring of references has no kind that anything else gives it.
        self._known[target] = None
        holder = self._targets().get(target)
        if holder is not None:
            kind = [part for part in self._parts(holder) if part.pointer == holder]
            self._known[target] = kind[0].kind if kind else None
        return self._known[target]


def _with(node: Any, keys: list[str], value: object) -> Any:
    """`node` with another value at a path, or with none; the rest is shared, not copied. Where the
    path leads nowhere, `node` itself.
    """
    if not keys:
        return value
    key, *rest = keys
    if isinstance(node, list):
        items = cast("list[Any]", node)
        at = int(key) if key.isdecimal() else len(items)
        if at >= len(items):
            return items
        changed = _with(items[at], rest, value)
        # A schema that went would move those after it from their places.
        return [*items[:at], {} if changed is _GONE else changed, *items[at + 1 :]]
    if not isinstance(node, dict) or (key not in node and (rest or value is _GONE)):
        return cast("Any", node)
    own = members(node)
    changed = _with(own[key], rest, value) if rest else value
    if changed is _GONE:
        return {name: item for name, item in own.items() if name != key}
    return {**own, key: changed}

"""Apply the faults of a document: a strict run ends, a lenient run does without the faulty parts.

A lenient run loses only the smallest part around each fault. A schema becomes one that accepts any
value, a parameter, an example or a link is left out, a response or a body becomes any JSON, and an
operation is refused.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple, cast

from ..diagnostics import ClientsmithError, Diagnostic, arrange, has_errors
from ..document import MOUNT, Document, LeftOut, exists, join_pointer, members, split_pointer
from ..limits import UNWATCHED, Watch
from ..openapi import METHODS
from .checks import faults
from .fault import Fault
from .keywords import LISTS_OF_SCHEMAS, MAPS_OF_SCHEMAS, SCHEMAS

_ANY: Final = "*"
_VALUED: Final = {"schema": "schema", "content": "content", "example": "example"}
# Kind of a part → key in it → kind of the part there. A kind in the plural holds parts of one kind.
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
_REMOVED: Final = object()
# Required keys of a document, which are taken as empty if they are missing.
_NEEDED: Final = frozenset(("/info", "/paths"))
# Kind of a part → its replacement. A fault that is in none of these concerns the whole document.
_REPLACEMENTS: Final[Mapping[str, object]] = {
    "path item": {},
    "operation": {},
    "info": {},
    "components": {},
    "components' schemas": {},
    "components' parameters": {},
    "bodies": {},
    "link to documentation": _REMOVED,
    "text about the document": _REMOVED,
    # Removing an item of a list would change the pointers of the items after it.
    "parameter": {"name": "left out", "in": "cookie", "schema": {}},
    "body": _ANY_JSON,
    "response": {"description": "", **_ANY_JSON},
    "media type": {},
    "schema": {},
    "parameters": [],
    "responses": {},
    "content": {},
    "operations": {},
    **dict.fromkeys(("header", "headers", "link", "links", "example", "examples"), _REMOVED),
    **dict.fromkeys(("callback", "callbacks", "encoding", "encodings", "discriminator"), _REMOVED),
    **dict.fromkeys(("servers", "tags", "security", "security scheme"), _REMOVED),
    **dict.fromkeys(("security schemes", "webhooks", "path items"), _REMOVED),
}


class _Part(NamedTuple):
    """A part of a document: its pointer, and its kind by `_GRAMMAR`."""

    pointer: str
    kind: str


def checked(
    document: Document,
    found: tuple[Fault, ...],
    *,
    lenient: bool,
    watch: Watch = UNWATCHED,
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Return the document without what its faults remove, and all diagnostics.

    Args:
        document: The document.
        found: Its faults, from `faults`.
        lenient: Whether faulty parts are left out, which `Document.left_out` then lists.
        watch: Ends work that takes too long.

    Raises:
        ClientsmithError: with all diagnostics, if there are errors; in a lenient run, only if a
            fault is in no part that can be left out.
    """
    diagnostics = arrange([*document.warnings, *(fault.diagnostic for fault in found)])
    if has_errors(diagnostics) and not lenient:
        raise ClientsmithError(diagnostics)
    lost = list(_lost(found))
    ignored = [split_pointer(fault.pointer) for fault in found if fault.ignored]
    data = document.data
    for keys in sorted(ignored, reverse=True):
        data = _with(data, keys, _REMOVED)
    if ignored or lost:
        document = document.without(data, lost)
    if not has_errors(diagnostics):
        return document, diagnostics
    warnings = list(document.warnings)
    # A reference into a part that was left out leads nowhere, and is a fault in the next round.
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
    """Yield what operations lose by a mere warning: `contents` of a response is ignored."""
    faulty = {
        fault.pointer.rpartition("/")[0] for fault in found if fault.diagnostic.severity == "error"
    }
    for fault in found:
        # `requestBody: {contents: …}` is an error already: the body has no `content`.
        if fault.loses and fault.pointer.rpartition("/")[0] not in faulty:
            yield LeftOut(fault.pointer, "", fault.diagnostic.message)


def _remains(pointer: str, kinds: _Kinds, gone: Collection[str]) -> bool:
    """Return whether a pointer is still in the document without the parts `gone`."""
    part = kinds.part_at(pointer)
    return _is_at_root(pointer) if part is None else part.pointer not in gone


def _is_at_root(pointer: str) -> bool:
    """Return whether a pointer is in the root file.

    A fault of another file that is in no known part is in none that a client uses.
    """
    return split_pointer(pointer)[:1] != [MOUNT]


def _without_faults(
    document: Document, found: tuple[Fault, ...], warnings: list[Diagnostic]
) -> Document:
    """Return the document without the parts that have errors; add these to `warnings`."""
    kinds = _Kinds(document)
    parts: dict[_Part, str] = {}
    fatal: list[Diagnostic] = []
    for pointer, problem, *_ in found:
        part = kinds.part_at(pointer) if problem.severity == "error" else None
        if part is not None:
            parts.setdefault(part, problem.message)
            message = f"{problem.message}; {_effect(part)}"
            warnings.append(replace(problem, severity="warning", message=message))
        elif problem.severity == "error" and _is_at_root(pointer):
            fatal.append(problem)
        else:
            is_error = problem.severity == "error"
            warnings.append(replace(problem, severity="warning") if is_error else problem)
    if fatal:
        raise ClientsmithError(fatal)
    data = document.data
    # Outer parts first: an inner part is removed with the outer one, or is in what is kept of it.
    for part in sorted(parts, key=lambda part: (len(part.pointer), part)):
        data = _with(data, split_pointer(part.pointer), _replacement(document, part))
    left_out = (
        LeftOut(pointer, part.kind, f"{_effect(part)}: {why}")
        for part, why in parts.items()
        for pointer in _pointers(document, part)
    )
    return document.without(data, left_out)


def _effect(part: _Part) -> str:
    """Return what happens to a part, for a message."""
    if part.kind in ("operation", "path item"):
        return f"the {part.kind} is refused"
    if part.pointer == "/paths":
        return "the client has no calls"
    if part.kind in ("schema", "media type"):
        return f"the {part.kind} accepts any value"
    if part.kind in ("body", "response"):
        return f"the {part.kind} may be any JSON"
    verb = "are" if part.kind.endswith("s") else "is"
    return f"the {part.kind} {verb} left out"


def _pointers(document: Document, part: _Part) -> Iterator[str]:
    """Yield the pointer of a part and, for a path item, of each operation."""
    yield part.pointer
    if part.kind == "path item":
        yield from (f"{part.pointer}/{method}" for method in _replacement(document, part) or ())


def _replacement(document: Document, part: _Part) -> Any:
    """Return the replacement of a part; that of an operation keeps its operationId."""
    if part.pointer in _NEEDED and not exists(document.data, part.pointer):
        return {}
    node = document.get(part.pointer)
    if part.kind == "operation":
        return _name_only(node)
    if part.kind == "path item" and isinstance(node, dict):
        item = cast("dict[str, Any]", node)
        return {method: _name_only(item[method]) for method in METHODS if method in item}
    return _REPLACEMENTS[part.kind]


def _name_only(operation: Any) -> dict[str, Any]:
    """Return an operation with nothing but its operationId, by which it is named."""
    identifier = members(operation).get("operationId")
    kept = {"operationId": identifier} if isinstance(identifier, str) else {}
    return {**kept, "responses": {"default": {"description": ""}}}


class _Kinds:
    """Determines the kind of each part of a document.

    The kind of a part in the root file follows from the keys of its pointer: `/paths/~1pets/get` is
    an operation. In another file it is the kind of the reference to it.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._referrers: dict[str, str] | None = None
        self._known: dict[str, str | None] = {}

    def part_at(self, pointer: str) -> _Part | None:
        """Return the smallest part around a pointer that has a replacement."""
        found: _Part | None = None
        for part in self._parts(pointer):
            found = part if part.kind in _REPLACEMENTS else found
        return found

    def _parts(self, pointer: str) -> Iterator[_Part]:
        """Yield the parts that contain a pointer, outer ones first."""
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
            # A fault of a missing key is one of the part that should have it.
            if place in _NEEDED and not exists(self._document.data, place):
                yield _Part(place, "info")
            if not kind or not exists(self._document.data, place):
                return
            yield _Part(place, kind)

    def _nearest_target(self, pointer: str) -> str:
        """Return the nearest pointer around a pointer of another file that a reference names."""
        place = pointer
        while place and place not in self._targets():
            place = place.rpartition("/")[0]
        return place

    def _targets(self) -> dict[str, str]:
        """Return each pointer that a reference names, with that of the first such reference."""
        if self._referrers is None:
            self._referrers = {}
            for reference in self._document.references():
                self._referrers.setdefault(reference.target, reference.pointer)
        return self._referrers

    def _kind_of_target(self, target: str) -> str | None:
        if target in self._known:
            return self._known[target]
        # For a ring of references, which has no kind.
        self._known[target] = None
        referrer = self._targets().get(target)
        if referrer is not None:
            kind = [part for part in self._parts(referrer) if part.pointer == referrer]
            self._known[target] = kind[0].kind if kind else None
        return self._known[target]


def _with(node: Any, keys: list[str], value: object) -> Any:
    """Return data with another value at a path, or with none; return it as it is without that path.

    The rest is shared with the original, not copied.
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
        # Removing an item would change the pointers of the items after it.
        return [*items[:at], {} if changed is _REMOVED else changed, *items[at + 1 :]]
    if not isinstance(node, dict) or (key not in node and (rest or value is _REMOVED)):
        return cast("Any", node)
    own = members(node)
    changed = _with(own[key], rest, value) if rest else value
    if changed is _REMOVED:
        return {name: item for name, item in own.items() if name != key}
    return {**own, key: changed}

"""Writes the parts of an `Api` that a comparison reads as plain data, and reads them again.

Equal nodes are written once: `nodes` has each after those that it refers to, so that neither
direction needs a stack as deep as the document. A node is `[class, field, …]`, and a field is a
JSON scalar, a list for a tuple, or an object with one key: `{"n": 7}` is node 7, `{"j": …}` any
other JSON value.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any, cast

from .. import ir
from ..diagnostics import Span
from ..document import Pattern
from ..identifiers.rules import NameRules
from ..ir import Api, Operation, Shape

_SCALARS = frozenset({str, int, float, bool, type(None)})
_TEXTS = frozenset({"doc", "summary", "description"})
"""Fields of prose. A report says only whether they changed, so a short hash takes their place."""
_LEFT_OUT: Mapping[str, object] = {
    "aliases": (),
    "argument_names": {},
    "call_rules": {},
    "calls": {},
    "constant_names": {},
    "coverage": (),
    "credentials": {},
    "custom": {},
    "documented_servers": (),
    "example": {},
    "example_response": None,
    "encoded_arguments": (),
    "facts": (),
    "field_names": {},
    "header_shapes": (),
    "headers": (),
    "indexes": (),
    "deferred": frozenset[str](),
    "left": (),
    "now": (),
    "removed": (),
    "removed_classes": {},
    "removed_options": (),
    "renamed": (),
    "renamed_classes": {},
    "renamed_options": (),
    "request_body": None,
    "responses": (),
    "rules": NameRules(),
    "security_schemes": (),
    "servers": (),
    "since": "",
    "sources": ir.Sources(),
    "styles": (),
    "switch": None,
    "tags": (),
    "types": {},
    "wanted_types": {},
}
"""Fields that no comparison reads, with the value that they have after reading."""
_KEPT = {("Union", "tags"), ("Security", "credentials")}
Locate = Callable[[str], Span]


def text_mark(text: str) -> str:
    """Return a short hash of a text of prose; empty for an empty text."""
    if not text:
        return ""
    return f"~{hashlib.blake2b(text.encode('utf-8', 'surrogatepass'), digest_size=6).hexdigest()}"


def is_same_text(one: str, other: str) -> bool:
    """Return whether two texts of prose are the same, where either may be its hash."""
    return one == other or text_mark(one) == other or one == text_mark(other)


def dump_facts(api: Api, locate: Locate) -> dict[str, Any]:
    """Return what a comparison reads of an API, as JSON values.

    `facts` is the same wherever the document's lines are; `places` has the line and column of each
    pointer.
    """
    writer = _Writer()
    root = writer.value(api)
    files: dict[str, int] = {}
    places: list[list[int]] = []
    for pointer in writer.pointers:
        span = locate(pointer)
        places.append([files.setdefault(span.file, len(files)), span.line, span.column])
    facts = {
        "classes": [[name, *_written(_class(name))] for name in writer.classes],
        "nodes": writer.nodes,
        "root": root["n"],
        "shapes": writer.shapes,
    }
    return {"facts": facts, "files": list(files), "places": places}


class _Writer:
    def __init__(self) -> None:
        self.nodes: list[list[Any]] = []
        self.classes: dict[str, int] = {}
        self.pointers: dict[str, int] = {}
        self.shapes: dict[str, int] = {}
        """The pointers that are kept as text, since shapes and operations are matched by them."""
        self._known: dict[str, int] = {}
        # By ids: the API keeps every node as long as this does.
        self._written: dict[int, int] = {}

    def value(self, value: Any) -> Any:
        kind = cast("type[Any]", value.__class__)
        if kind in _SCALARS:
            return value
        if kind is tuple:
            return [self.value(item) for item in value]
        if is_dataclass(kind):
            return {"n": self._node(value)}
        return {"j": value}

    def _node(self, node: Any) -> int:
        found = self._written.get(id(node))
        if found is None:
            found = self._written[id(node)] = self._new(node)
        return found

    def _new(self, node: Any) -> int:
        name = type(node).__name__
        entry: list[Any] = [self.classes.setdefault(name, len(self.classes))]
        for field in _written(_class(name)):
            value = getattr(node, field)
            if field == "pointer":
                entry.append(self._pointer(node, value))
            elif field in _TEXTS:
                entry.append(text_mark(value))
            elif value.__class__ in _SCALARS:
                entry.append(value)
            elif field == "default":
                entry.append({"j": value} if isinstance(value, list | dict) else value)
            else:
                entry.append(self.value(value))
        key = repr(entry)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = len(self.nodes)
            self.nodes.append(entry)
        return found

    def _pointer(self, node: object, pointer: str) -> int | None:
        if not pointer:
            return None
        at = self.pointers.setdefault(pointer, len(self.pointers))
        if isinstance(node, Shape | Operation):
            self.shapes[pointer] = at
        return at


def load_facts(data: Mapping[str, Any], shown: Callable[[str], str]) -> tuple[Api, Locate]:
    """Return the API of `dump_facts`, and the function that locates its pointers.

    `shown` turns the path of a file as it was written into the one that a report shows.

    Raises:
        ValueError: the data is not what `dump_facts` returns.
    """
    try:
        facts: dict[str, Any] = data["facts"]
        places: list[list[int]] = data["places"]
        files = [shown(name) for name in data["files"]]
        texts = {at: pointer for pointer, at in facts["shapes"].items()}
        makers = [_maker(_class(name), names, texts) for name, *names in facts["classes"]]
        nodes: list[Any] = []
        for kind, *values in facts["nodes"]:
            nodes.append(makers[kind](_read_all(values, nodes)))
        api = nodes[facts["root"]]
    except (LookupError, TypeError, AttributeError) as problem:
        raise ValueError(f"no facts of an API: {problem}") from problem
    if not isinstance(api, Api):
        raise ValueError("no facts of an API: the root is another node")

    def locate(pointer: str) -> Span:
        at = facts["shapes"][pointer] if pointer in facts["shapes"] else int(pointer[1:])
        file, line, column = places[at]
        return Span(files[file], line, column)

    return api, locate


def _read_all(values: list[Any], nodes: list[Any]) -> list[Any]:
    # Most values are scalars, and stay what they are.
    return [_read(value, nodes) if value.__class__ in (list, dict) else value for value in values]


def _read(value: Any, nodes: list[Any]) -> Any:
    if isinstance(value, list):
        return tuple(_read_all(cast("list[Any]", value), nodes))
    if isinstance(value, dict):
        ((kind, inner),) = cast("dict[str, Any]", value).items()
        return nodes[inner] if kind == "n" else inner
    return value


@cache
def _class(name: str) -> type[Any]:
    found = getattr(ir, name) if name in ir.__all__ else None
    if not isinstance(found, type) or not is_dataclass(found):
        # `document.Pattern` is the one class of the IR that is another package's.
        found = Pattern if name == "Pattern" else None
    if found is None:
        raise ValueError(f"no facts of an API: {name!r} is no node")
    return found


@cache
def _written(kind: type[Any]) -> tuple[str, ...]:
    return tuple(
        field.name for field in fields(kind) if field.init and not _is_left_out(kind, field.name)
    )


def _is_left_out(kind: type[Any], name: str) -> bool:
    return name in _LEFT_OUT and (kind.__name__, name) not in _KEPT


def _maker(
    kind: type[Any], names: Iterable[str], texts: Mapping[int, str]
) -> Callable[[list[Any]], Any]:
    """Return a function that makes a node of the values of the fields that were written.

    A field that the class no longer has is dropped, one that it has since gets its default.
    """
    given = {name: at for at, name in enumerate(names)}
    known = [field for field in fields(kind) if field.init]
    plan = [
        (given.get(field.name), field.name == "pointer", _default(kind, field)) for field in known
    ]

    def make(values: list[Any]) -> Any:
        arguments: list[Any] = []
        for at, is_pointer, default in plan:
            if at is None:
                arguments.append(default)
            elif is_pointer:
                place = values[at]
                arguments.append("" if place is None else texts.get(place) or f"@{place}")
            else:
                arguments.append(values[at])
        return kind(*arguments)

    return make


def _default(kind: type[Any], field: Field[Any]) -> Any:
    if _is_left_out(kind, field.name):
        return _LEFT_OUT[field.name]
    if field.default is not MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not MISSING else None

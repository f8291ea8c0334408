"""Check what a document promises: that examples, defaults and enums fit their schemas, and more.

None of it keeps a client from being made, so only `clientsmith validate` checks it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..document import MOUNT, items, join_pointer, members
from .display import quoted, short
from .samples import Mismatch, Samples, key_of
from .walk import Walk

_Node = dict[str, Any]

_JSON = re.compile(r"application/(?:[^;]+\+)?json(?:;.*)?|\*/\*|application/\*", re.IGNORECASE)
_FORM = re.compile(r"multipart/.*|application/x-www-form-urlencoded(?:;.*)?", re.IGNORECASE)
_SUCCESS = re.compile(r"[123](?:\d\d|XX)|default", re.IGNORECASE)
_ENUM_ONLY = ("enum", "default", "example", "examples", "const")


def check_promises(walk: Walk) -> None:
    """Add the faults of a walk that visited all of its document."""
    promises = _Promises(walk)
    promises.of_operations()
    promises.of_schemas()
    promises.of_content()


class _Promises:
    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._document = walk.document
        self._samples = Samples(walk.document, walk.version)

    def of_operations(self) -> None:
        """Check that operations describe success, and that no two ids differ by case alone."""
        for pointer in self._walk.visited("operation"):
            # What a client answers to a webhook is its own affair.
            if not pointer.startswith(("/paths/", f"/{MOUNT}/")) or "/callbacks/" in pointer:
                continue
            responses = members(members(self._document.get(pointer)).get("responses"))
            if responses and not any(_SUCCESS.fullmatch(status) for status in responses):
                message = "no response describes success: only errors are described"
                hint = "add the response of a call that succeeds, such as '200' or '204'"
                place = f"{pointer}/responses"
                self._walk.report("warning", "response-success", place, message, hint, at_key=True)
        first: dict[str, tuple[str, str]] = {}
        for identifier, places in self._walk.identifiers.items():
            place = next(iter(places.values()))
            other, before = first.setdefault(identifier.casefold(), (identifier, place))
            if other != identifier:
                message = (
                    f"operationId '{identifier}' differs from '{other}' by case alone; "
                    + self._walk.first_at(before)
                )
                self._walk.report(
                    "warning", "operation-id-case", place, message, "rename one of them"
                )

    def of_schemas(self) -> None:
        """Check the examples, the default and the enum of each schema."""
        for place, schema in self._walk.schemas.items():
            self._walk.watch.check()
            if "enum" in schema:
                self._enum(schema, place)
            default = schema.get("default")
            if default is not None:
                self._default(schema, default, f"{place}/default")
            # `example: null` is how many generators write that there is none.
            if schema.get("example") is not None:
                self._sample("example", schema, schema["example"], f"{place}/example")
            for index, example in enumerate(items(schema.get("examples"))):
                self._sample("example", schema, example, f"{place}/examples/{index}")

    def _enum(self, schema: _Node, place: str) -> None:
        first: dict[str, int] = {}
        rest = {key: value for key, value in schema.items() if key not in _ENUM_ONLY}
        # A value of another type is reported by itself.
        others = {key: value for key, value in rest.items() if key not in ("type", "nullable")}
        for index, value in enumerate(items(schema["enum"])):
            where = f"{place}/enum/{index}"
            before = first.setdefault(key_of(value), index)
            if before != index:
                message = f"duplicate enum value {quoted(value)}; " + self._walk.first_at(
                    f"{place}/enum/{before}"
                )
                self._walk.report("warning", "enum-duplicate", where, message, "remove one of them")
            elif others and (found := self._samples.mismatch(rest, value)) is not None:
                if _is_type(found):
                    continue
                message = f"the enum value {quoted(value)} is never valid: {found.message}"
                hint = "remove it, or correct the schema"
                self._walk.report("warning", "enum-unreachable", where, message, hint)

    def _default(self, schema: _Node, default: Any, place: str) -> None:
        """Check a default by all keywords but those that are checked in every run."""
        rest = {key: value for key, value in schema.items() if key != "enum"}
        found = self._samples.mismatch(rest, default)
        if found is not None and not _is_type(found):
            self._report("default", found, place, "default-invalid")

    def of_content(self) -> None:
        """Check the examples of parameters, headers, bodies and responses."""
        for kind in ("parameter", "header"):
            for pointer in self._walk.visited(kind):
                self._examples(members(self._document.get(pointer)), pointer, "")
        for pointer in self._walk.visited("media type"):
            name = pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
            self._examples(members(self._document.get(pointer)), pointer, name)

    def _examples(self, owner: _Node, pointer: str, media: str) -> None:
        schema = owner.get("schema")
        if not isinstance(schema, dict):
            return
        for place, value in self._values(owner, pointer):
            self._walk.watch.check()
            is_form = _FORM.fullmatch(media) and isinstance(value, dict)
            if not media or _JSON.fullmatch(media) or is_form:
                self._sample("example", members(schema), value, place)

    def _values(self, owner: _Node, pointer: str) -> Iterator[tuple[str, Any]]:
        if "example" in owner:
            yield f"{pointer}/example", owner["example"]
        for name in members(owner.get("examples")):
            place = self._walk.resolve(f"{pointer}/examples{join_pointer(name)}")
            example = {} if place is None else members(self._document.get(place))
            for key in ("value", "dataValue"):
                if key in example:
                    yield f"{place}/{key}", example[key]

    def _sample(self, what: str, schema: _Node, value: Any, place: str) -> None:
        found = self._samples.mismatch(schema, value)
        if found is not None:
            self._report(what, found, place, "example")

    def _report(self, what: str, found: Mismatch, place: str, code: str) -> None:
        inner = f" at {short(found.pointer)}" if found.pointer else ""
        more = f" (and {found.others} more)" if found.others else ""
        message = f"the {what} does not fit its schema{inner}: {found.message}{more}"
        hint = found.hint or f"correct the {what}, or its schema"
        self._walk.report("warning", code, place + found.pointer, message, hint)


def _is_type(found: Mismatch) -> bool:
    """Return whether a value is of the wrong type as a whole, which every run reports."""
    return found.rule == "type" and not found.pointer

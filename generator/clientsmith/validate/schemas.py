"""Schema Objects: the values of their keywords, and what they say together."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any, cast

from ..diagnostics import ClientsmithError, Severity, did_you_mean, nearest
from ..document import items, join_pointer, members
from ..document.patterns import pattern_of
from ..limits import over
from .keywords import (
    KEYWORDS,
    LISTS_OF_SCHEMAS,
    MAPS_OF_SCHEMAS,
    NEEDED,
    PYTHON_TYPES,
    SCHEMAS,
    TYPE_SLIPS,
    TYPES,
    Keyword,
    is_flag,
    is_number,
    is_schema,
    types_of,
)
from .required import Required
from .walk import Walk
from .words import kind_of, quoted

_Node = dict[str, Any]


class Schemas:
    """Checks Schema Objects, each once."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._seen: set[int] = set()
        self._other_version: dict[str, list[str]] = defaultdict(list)
        self._required = Required(walk)

    def visit(self, pointer: str) -> None:
        """Check the schema at a pointer and all it is made of, those of other files included."""
        stack: list[tuple[Any, str]] = [(self._walk.document.get(pointer), pointer)]
        while stack:
            node, place = stack.pop()
            if type(node) is not dict:
                continue
            schema = members(node)
            if id(schema) in self._seen:
                continue
            self._count(schema, place)
            self._required.add(schema, place)
            for key, value in schema.items():
                keyword = KEYWORDS.get(key)
                if keyword is None:
                    continue
                if not keyword.fits(value):
                    self._tell_keyword(schema, key, keyword, place)
                if key in SCHEMAS:
                    stack.append((value, f"{place}/{key}"))
                elif key in LISTS_OF_SCHEMAS:
                    inner = enumerate(items(value))
                    stack.extend((item, f"{place}/{key}/{index}") for index, item in inner)
                elif key in MAPS_OF_SCHEMAS:
                    named = members(value).items()
                    stack.extend(
                        (item, f"{place}/{key}{join_pointer(name)}") for name, item in named
                    )
            if isinstance(schema.get("$ref"), str):
                target = self._walk.resolve(place)
                if target is not None:
                    stack.append((self._walk.document.get(target), target))
            self._check_schema(schema, place)

    def _count(self, schema: _Node, place: str) -> None:
        self._walk.watch.check()
        self._seen.add(id(schema))
        allowed = self._walk.watch.limits.schemas
        if len(self._seen) > allowed:
            told = "the document has too many schemas"
            span = self._walk.document.span(place)
            raise ClientsmithError([over("schemas", allowed, told, span)])

    def _tell_keyword(self, schema: _Node, key: str, keyword: Keyword, place: str) -> None:
        value = schema[key]
        hint = ""
        if value is None:
            mend = 'write "null" with its quotes' if key == "type" else "give it a value"
            hint = f"{mend}, or remove the key"
        elif key == "required" and isinstance(value, bool):
            hint = "name the property in 'required' of the object that has it"
        elif key == "items" and isinstance(value, list):
            hint = "a list with a schema for each place is 'prefixItems'"
        message = f"'{key}' has to be {keyword.wanted}, not {kind_of(value)}"
        if isinstance(value, list) and keyword.wanted.startswith("a list"):
            message = f"'{key}' has to be {keyword.wanted}"
        if key == "type" and isinstance(value, list) and None in value:
            message = "null stands in 'type' without quotes, as a value and not as a type's name"
            hint = 'write "null" with its quotes'
        if key not in MAPS_OF_SCHEMAS or not isinstance(value, dict):
            # An empty list says nothing.
            needed = key in NEEDED and value != []
            severity: Severity = "error" if needed else "warning"
            where = f"{place}/{key}"
            self._walk.tell(severity, "schema", where, message, hint, ignored=not needed)
            return
        for name, inner in members(value).items():
            if not is_schema(inner):
                message = f"'{name}' in '{key}' has to be a schema, not {kind_of(inner)}"
                inner_place = f"{place}/{key}{join_pointer(name)}"
                self._walk.tell("error", "schema", inner_place, message)

    def _check_schema(self, schema: _Node, place: str) -> None:
        if "type" in schema:
            self._check_type(schema, place)
        if "enum" in schema or "default" in schema:
            self._check_values(schema, place)
        if "discriminator" in schema:
            self._check_discriminator(members(schema["discriminator"]), f"{place}/discriminator")
        if isinstance(schema.get("pattern"), str):
            self._check_pattern(schema["pattern"], f"{place}/pattern")
        if self._walk.version == "3.0":
            for key in ("exclusiveMinimum", "exclusiveMaximum"):
                if is_number(schema.get(key)):
                    self._other_version[f"'{key}' as a number"].append(f"{place}/{key}")
        else:
            if "nullable" in schema:
                self._other_version["'nullable'"].append(f"{place}/nullable")
            for key in ("exclusiveMinimum", "exclusiveMaximum"):
                if is_flag(schema.get(key)):
                    self._other_version[f"'{key}' as true or false"].append(f"{place}/{key}")

    def _check_type(self, schema: _Node, place: str) -> None:
        written = schema["type"]
        for name in [written] if isinstance(written, str) else items(written):
            if isinstance(name, str) and name not in TYPES:
                meant = TYPE_SLIPS.get(name.lower()) or nearest(name, TYPES)
                hint = f"did you mean '{meant}'?" if meant else f"one of {', '.join(TYPES)}"
                message = f"no type is '{name}'; it is taken as anything"
                self._walk.tell("warning", "schema-type", f"{place}/type", message, hint)
        if self._walk.version == "3.0" and (isinstance(written, list) or written == "null"):
            what = "'type' as a list" if isinstance(written, list) else "'type: null'"
            self._other_version[what].append(f"{place}/type")
        if written == "array" and "items" not in schema and self._walk.version == "3.0":
            message = "an array without 'items'; its items are taken as anything"
            self._walk.tell("warning", "array-items", f"{place}/type", message, "describe them")

    def _check_values(self, schema: _Node, place: str) -> None:
        types = [name for name in types_of(schema) if name in PYTHON_TYPES]

        def fits(value: Any) -> bool:
            return not types or any(PYTHON_TYPES[name](value) for name in types)

        allowed = schema.get("enum")
        if isinstance(allowed, list):
            for index, value in enumerate(cast("list[Any]", allowed)):
                if not fits(value):
                    message = f"the value {quoted(value)} is not of the type {' or '.join(types)}"
                    self._walk.tell("warning", "enum-type", f"{place}/enum/{index}", message)
            if not allowed:
                message = "an enum without values allows nothing; it is ignored"
                self._walk.tell("warning", "enum-empty", f"{place}/enum", message)
        if "default" not in schema:
            return
        default = schema["default"]
        where = f"{place}/default"
        if not fits(default):
            if default is None:
                message = "the default is null, which the type does not allow; it is ignored"
                hint = "allow null, or remove the default"
                self._walk.tell("warning", "default-null", where, message, hint)
            else:
                message = f"the default is {kind_of(default)}, not of the type {' or '.join(types)}"
                self._walk.tell("warning", "default-type", where, message)
        elif isinstance(allowed, list) and allowed and default not in (*allowed, None):
            words = [value for value in cast("list[Any]", allowed) if isinstance(value, str)]
            hint = did_you_mean(default, words) if isinstance(default, str) else ""
            message = f"the default {quoted(default)} is not one of the enum's values"
            self._walk.tell("warning", "default-enum", where, message, hint)

    def _check_discriminator(self, discriminator: _Node, place: str) -> None:
        if discriminator and not isinstance(discriminator.get("propertyName"), str):
            message = "a discriminator names its property in 'propertyName'"
            self._walk.tell("error", "discriminator", place, message)
        for value, target in members(discriminator.get("mapping")).items():
            if isinstance(target, str) and target in self._walk.schema_names:
                continue
            # References were checked with all the others.
            if isinstance(target, str) and target.startswith("#"):
                continue
            message = f"'{value}' is mapped to {quoted(target)}, which is no schema"
            near = self._walk.meant(str(target), self._walk.schema_names)
            hint = f"did you mean '{near}'?" if near else ""
            where = f"{place}/mapping{join_pointer(value)}"
            self._walk.tell("warning", "discriminator-mapping", where, message, hint, ignored=True)

    def _check_pattern(self, pattern: str, place: str) -> None:
        if pattern_of(pattern).regex:
            return
        try:
            # One that only the other engine cannot read, such as `(?=a)`, is no fault.
            re.compile(pattern)
        except (re.error, OverflowError, RecursionError) as bad:
            message = f"this regular expression is not checked, Python cannot read it: {bad}"
            self._walk.tell("warning", "pattern", place, message)

    def tell_undescribed(self) -> None:
        """Tell of what is required and described nowhere, when all schemas are checked."""
        self._required.tell()

    def tell_other_version(self) -> None:
        """Tell of words of another OpenAPI version, each kind once: where one is there are
        hundreds.
        """
        other = "3.1" if self._walk.version == "3.0" else "3.0"
        for what, places in self._other_version.items():
            count = f" ({len(places):,} places)" if len(places) > 1 else ""
            message = f"{what} is OpenAPI {other}, the document is {self._walk.version}{count}"
            hint = f"it is taken as {other} means it"
            self._walk.tell("warning", "version-mix", min(places), message, hint, at_key=True)

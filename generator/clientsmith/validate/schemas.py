"""Rules of Schema Objects: the values of keywords, and keywords that contradict each other."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any, cast

from ..diagnostics import ClientsmithError, Severity, did_you_mean, nearest
from ..diagnostics.counts import counted
from ..document import items, join_pointer, members, pattern_of
from ..limits import over
from .display import kind_of, quoted
from .keywords import (
    KEYWORDS,
    LISTS_OF_SCHEMAS,
    MAPS_OF_SCHEMAS,
    NEEDED,
    OLD_TYPES,
    OTHERS,
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

_Node = dict[str, Any]
_KNOWN = frozenset((*KEYWORDS, *OTHERS))
# `tpye` resembles `type` by 0.75; names of extensions without x-, such as `label`, do by less.
_MISSPELLED = 0.75
# Comparing takes a millisecond, and a document may have any number of names.
_COMPARED = 100


class Schemas:
    """Checks Schema Objects, each once."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._visited: set[int] = set()
        self._other_version: dict[str, list[str]] = defaultdict(list)
        self._misspelled: dict[str, list[str]] = defaultdict(list)
        self._similar: dict[str, str | None] = {}
        self._required = Required(walk)

    def visit(self, pointer: str) -> None:
        """Check the schema at a pointer and all schemas that it contains or refers to."""
        stack: list[tuple[Any, str]] = [(self._walk.document.get(pointer), pointer)]
        while stack:
            node, place = stack.pop()
            if type(node) is not dict:
                continue
            schema = members(node)
            if id(schema) in self._visited:
                continue
            self._count(schema, place)
            self._required.add(schema, place)
            for key, value in schema.items():
                keyword = KEYWORDS.get(key)
                if keyword is None:
                    if key not in _KNOWN and self._similar_keyword(key):
                        self._misspelled[key].append(f"{place}{join_pointer(key)}")
                    continue
                if not keyword.fits(value):
                    self._report_keyword(schema, key, keyword, place)
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

    def _similar_keyword(self, key: str) -> str | None:
        """Return the keyword that a name seems to stand for: `propertis` → `properties`."""
        if key not in self._similar:
            if key.startswith("x-") or len(self._similar) >= _COMPARED:
                return None
            self._similar[key] = nearest(key, _KNOWN, _MISSPELLED)
        return self._similar[key]

    def report_misspelled(self) -> None:
        """Report names that resemble a keyword, each once with a count."""
        for key, places in self._misspelled.items():
            count = f" ({counted(len(places), 'place')})" if len(places) > 1 else ""
            message = f"a schema has no keyword '{key}'; it is ignored{count}"
            hint = f"did you mean '{self._similar[key]}'?"
            self._walk.report("warning", "schema-keyword", places[0], message, hint, at_key=True)

    def _count(self, schema: _Node, place: str) -> None:
        self._walk.watch.check()
        self._visited.add(id(schema))
        allowed = self._walk.watch.limits.schemas
        if len(self._visited) > allowed:
            message = "the document has too many schemas"
            span = self._walk.document.span(place)
            raise ClientsmithError([over("schemas", allowed, message, span)])

    def _report_keyword(self, schema: _Node, key: str, keyword: Keyword, place: str) -> None:
        """Report that the value of a keyword has a wrong type, and how it is written.

        `required: true` on a property, for example, belongs into the list of the object around it.
        """
        value = schema[key]
        hint = ""
        if value is None:
            fix = 'write "null" in quotes' if key == "type" else "give it a value"
            hint = f"{fix}, or remove the key"
        elif key == "required" and isinstance(value, bool):
            hint = "list the property in 'required' of the object that has it"
        elif key == "items" and isinstance(value, list):
            hint = "use 'prefixItems' for a list with a schema for each item"
        message = f"'{key}' must be {keyword.expected}, not {kind_of(value)}"
        if isinstance(value, list) and keyword.expected.startswith("a list"):
            message = f"'{key}' must be {keyword.expected}"
        if key == "type" and isinstance(value, list) and None in value:
            message = "'type' has the value null and not the name of the type \"null\""
            hint = 'write "null" in quotes'
        if key not in MAPS_OF_SCHEMAS or not isinstance(value, dict):
            # An empty list restricts nothing.
            needed = key in NEEDED and value != []
            severity: Severity = "error" if needed else "warning"
            where = f"{place}/{key}"
            self._walk.report(severity, "schema", where, message, hint, ignored=not needed)
            return
        for name, inner in members(value).items():
            if not is_schema(inner):
                message = f"'{name}' in '{key}' must be a schema, not {kind_of(inner)}"
                inner_place = f"{place}/{key}{join_pointer(name)}"
                self._walk.report("error", "schema", inner_place, message)

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
                similar = TYPE_SLIPS.get(name.lower()) or nearest(name, TYPES)
                hint = (
                    f"did you mean '{similar}'?" if similar else f"the types are {', '.join(TYPES)}"
                )
                message, severity = f"there is no type '{name}'", cast("Severity", "error")
                if name in OLD_TYPES:
                    message, severity = f"{message}; the schema accepts any value", "warning"
                self._walk.report(severity, "schema-type", f"{place}/type", message, hint)
        if self._walk.version == "3.0" and (isinstance(written, list) or written == "null"):
            what = "'type' as a list" if isinstance(written, list) else "'type: null'"
            self._other_version[what].append(f"{place}/type")
        if written == "array" and "items" not in schema and self._walk.version == "3.0":
            message = "an array without 'items'; its items may be any value"
            hint = "add 'items' with the schema of the items"
            self._walk.report("warning", "array-items", f"{place}/type", message, hint)

    def _check_values(self, schema: _Node, place: str) -> None:
        types = [name for name in types_of(schema) if name in PYTHON_TYPES]

        def fits(value: Any) -> bool:
            return not types or any(PYTHON_TYPES[name](value) for name in types)

        allowed = schema.get("enum")
        if isinstance(allowed, list):
            for index, value in enumerate(cast("list[Any]", allowed)):
                if not fits(value):
                    message = f"the enum value {quoted(value)} is not of type {' or '.join(types)}"
                    self._walk.report("warning", "enum-type", f"{place}/enum/{index}", message)
            if not allowed:
                message = "the enum has no values, so that nothing would be valid; it is ignored"
                self._walk.report("warning", "enum-empty", f"{place}/enum", message)
        if "default" not in schema:
            return
        default = schema["default"]
        where = f"{place}/default"
        if not fits(default):
            if default is None:
                message = "the default is null, which the schema does not allow; it is ignored"
                hint = "make the schema nullable, or remove the default"
                self._walk.report("warning", "default-null", where, message, hint)
            else:
                message = f"the default is {kind_of(default)}, not of type {' or '.join(types)}"
                self._walk.report("warning", "default-type", where, message)
        elif isinstance(allowed, list) and allowed and default not in (*allowed, None):
            words = [value for value in cast("list[Any]", allowed) if isinstance(value, str)]
            hint = did_you_mean(default, words) if isinstance(default, str) else ""
            message = f"the default {quoted(default)} is not one of the enum's values"
            self._walk.report("warning", "default-enum", where, message, hint)

    def _check_discriminator(self, discriminator: _Node, place: str) -> None:
        if discriminator and not isinstance(discriminator.get("propertyName"), str):
            message = "the discriminator has no 'propertyName', which must be text"
            self._walk.report("error", "discriminator", place, message)
        for value, target in members(discriminator.get("mapping")).items():
            if isinstance(target, str) and target in self._walk.schema_names:
                continue
            # A reference, which `References` checks.
            if isinstance(target, str) and target.startswith("#"):
                continue
            message = f"'{value}' is mapped to {quoted(target)}, which is not a schema"
            near = self._walk.similar(str(target), self._walk.schema_names)
            hint = f"did you mean '{near}'?" if near else ""
            where = f"{place}/mapping{join_pointer(value)}"
            self._walk.report(
                "warning", "discriminator-mapping", where, message, hint, ignored=True
            )

    def _check_pattern(self, pattern: str, place: str) -> None:
        if pattern_of(pattern).regex:
            return
        try:
            # A valid pattern that pydantic's engine cannot check, such as `(?=a)`, is no fault.
            re.compile(pattern)
        except (re.error, OverflowError, RecursionError) as bad:
            message = f"the regular expression is not valid, and not checked by clients: {bad}"
            self._walk.report("warning", "pattern", place, message)

    def report_undescribed(self) -> None:
        """Report required properties that no schema describes, after all schemas are checked."""
        self._required.report()

    def report_other_version(self) -> None:
        """Report keywords of another version of OpenAPI, each kind once with a count."""
        other = "3.1" if self._walk.version == "3.0" else "3.0"
        for what, places in self._other_version.items():
            count = f" ({counted(len(places), 'place')})" if len(places) > 1 else ""
            message = f"{what} is OpenAPI {other}, but the document is {self._walk.version}{count}"
            hint = f"it is read as in OpenAPI {other}"
            self._walk.report("warning", "version-mix", min(places), message, hint, at_key=True)

"""The forms of a document that say the same, brought into one, so that later stages know only it.

Paths begin with a slash. A path item stands under its path, whatever it was referred to; so does a
Media Type Object. A schema beside a `$ref` stands in an `allOf` with it, as OpenAPI 3.1 means it
(JSON Schema 2020-12, 8.2.3.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, cast

from ..openapi import METHODS
from .chains import follow, next_reference
from .plain import items, members
from .pointers import exists, join_pointer, look_up, split_pointer
from .references import Reference, holds_names

_SHAPING = frozenset(
    (
        *("properties", "patternProperties", "additionalProperties", "items", "prefixItems"),
        *("required", "enum", "const", "allOf", "anyOf", "oneOf", "not", "pattern"),
        *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
        *("minLength", "maxLength", "minItems", "maxItems", "uniqueItems"),
        *("minProperties", "maxProperties"),
    )
)
_REFERENCE_OBJECTS = frozenset(
    (
        *("parameters", "responses", "headers", "requestBodies", "examples", "links"),
        *("callbacks", "securitySchemes", "paths", "webhooks", "pathItems"),
    )
)


_OF_DOCUMENTS = frozenset(
    ("components", "externalDocs", "info", "paths", "security", "servers", "tags", "webhooks")
)
_REFERRED_TO = frozenset(
    ("$defs", "definitions", "paths", "pathItems", "patternProperties", "properties", "schemas")
)
_IN_SECTIONS = re.compile("/paths|/webhooks|/components/[^/]+")
_OF_OPERATIONS = frozenset(("operationId", "requestBody", "responses"))


class Remark(NamedTuple):
    """Something to warn of, at the key of a pointer."""

    code: str
    pointer: str
    message: str
    hint: str
    target: str = ""
    """Where a reference leads that stands for all names of a section, if that is nowhere."""


class Unfolding(NamedTuple):
    moves: tuple[Mapping[str, str], ...]
    """Pointer → the pointer under which the same part stood before; the last step last."""
    remarks: tuple[Remark, ...]
    shares: bool
    """Whether parts may stand in several places, or in themselves."""


def unfold(data: dict[str, Any], references: Iterable[Reference]) -> Unfolding:
    """Bring `data` into the one form, in place. Every reference of it is local."""
    work = _Unfolder(data)
    references = work.spliced(list(references))
    work.references(references)
    for section in ("paths", "webhooks"):
        work.path_items(section)
    renamed = work.rooted_paths()
    return Unfolding((work.moves, renamed), tuple(work.remarks), work.shares)


class _Unfolder:
    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self.moves: dict[str, str] = {}
        self.remarks: list[Remark] = []
        self.shares = False

    def spliced(self, references: list[Reference]) -> list[Reference]:
        """Replace each `$ref` that OpenAPI does not allow where it stands by what it leads to, such
        as that of an operation, of `info` or of all `schemas`; return the other references.
        """
        places: set[str] = set()
        gone: set[str] = set()
        # The inner ones first: what they are replaced by is copied with the part around them.
        for reference in sorted(references, key=lambda each: -each.pointer.count("/")):
            if reference.key != "$ref" or not self._is_out_of_place(reference):
                continue
            if self._splice(reference):
                places.add(reference.pointer)
            elif reference.of_names and _IN_SECTIONS.fullmatch(reference.pointer):
                self._empty(reference)
                gone.add(reference.pointer)
        if places:
            where = min(places)
            count = f" ({len(places):,} places)" if len(places) > 1 else ""
            message = f"OpenAPI has no '$ref' here; what it leads to is taken in its place{count}"
            hint = "put what it leads to here, or bundle the document"
            self.remarks.append(Remark("ref-place", where + "/$ref", message, hint))
        return [each for each in references if each.pointer not in places | gone]

    def _empty(self, reference: Reference) -> None:
        """Take a section as empty whose names are lost: `$ref` is not the name of a schema."""
        section = split_pointer(reference.pointer)[-1]
        message = f"the '$ref' in place of all '{section}' leads nowhere"
        hint = "write the names here, each with its own $ref"
        target = reference.holder.pop("$ref").removeprefix("#")
        place = reference.pointer + "/$ref"
        self.remarks.append(Remark("ref-section", place, message, hint, target))

    def _is_out_of_place(self, reference: Reference) -> bool:
        keys = split_pointer(reference.pointer)
        if reference.of_names or (len(keys) == 1 and keys[0] in _OF_DOCUMENTS):
            return True
        if len(keys) == 2 and keys[0] in ("tags", "servers"):
            return True
        try:
            found: Any = look_up(self.data, reference.target)
        except KeyError:
            return False
        if isinstance(found, list | str):
            # Such as a list of parameters, or a description.
            return True
        above, last = ["", "", *keys][-2:]
        if above != "additionalOperations" and (last not in METHODS or holds_names(above)):
            return False
        end = self._end(reference.pointer)
        return end is not None and not _OF_OPERATIONS.isdisjoint(members(look_up(self.data, end)))

    def _splice(self, reference: Reference) -> bool:
        """Put what a reference leads to in its place; return false where that is nowhere."""
        end = self._end(reference.pointer)
        if end is None:
            return False
        self.shares = True
        found, holder = look_up(self.data, end), reference.holder
        if isinstance(found, dict):
            del holder["$ref"]
            # A schema stays where others may refer to it: it is one, and has one name.
            are_apart = split_pointer(reference.pointer)[-1] in _REFERRED_TO
            for key, value in cast("dict[str, Any]", found).items():
                if key not in holder:
                    inner = end + join_pointer(key)
                    holder[key] = {"$ref": f"#{inner}"} if are_apart else value
                    self._move(reference.pointer + join_pointer(key), inner)
        elif reference.pointer:
            *above, last = split_pointer(reference.pointer)
            around = look_up(self.data, join_pointer(*above))
            around[int(last) if isinstance(around, list) else last] = found
            for at in range(len(items(found))):
                place = join_pointer(at)
                self._move(reference.pointer + place, end + place)
        return True

    def references(self, references: Iterable[Reference]) -> None:
        merges = not str(self.data.get("openapi", "")).startswith("3.0") and "openapi" in self.data
        ignored: list[tuple[str, list[str]]] = []
        for reference in references:
            if reference.key != "$ref":
                continue
            owner, last = ["", "", *split_pointer(reference.pointer)][-2:]
            if owner == "content" and "/" in last:
                self._media_type(reference)
            elif owner == "parameters" and merges and "description" in reference.holder:
                self._described(reference)
            elif len(reference.holder) > 1 and owner not in _REFERENCE_OBJECTS:
                beside = [key for key in reference.holder if _shapes(reference.holder, key)]
                if beside and merges:
                    self._merge(reference)
                elif beside:
                    ignored.append((reference.pointer, beside))
        if ignored:
            self._tell_ignored(ignored)

    def _media_type(self, reference: Reference) -> None:
        end = self._end(reference.pointer)
        if end is not None:
            *keys, last = split_pointer(reference.pointer)
            look_up(self.data, join_pointer(*keys))[last] = look_up(self.data, end)
            self.shares = True
            self.moves[reference.pointer] = end

    def _described(self, reference: Reference) -> None:
        """A parameter with the description beside its reference (OpenAPI 3.1, 4.8.23)."""
        end = self._end(reference.pointer)
        parameter = None if end is None else look_up(self.data, end)
        if end is None or not isinstance(parameter, dict):
            return
        holder = reference.holder
        description = holder["description"]
        holder.clear()
        holder.update(cast("dict[str, Any]", parameter), description=description)
        place = f"{reference.pointer}/description"
        self.moves |= {reference.pointer: end, place: place}

    def _merge(self, reference: Reference) -> None:
        holder = reference.holder
        others = items(holder.get("allOf"))
        target = holder.pop("$ref")
        holder["allOf"] = [*others, {"$ref": target}]
        place = join_pointer("allOf", len(others))
        self.moves[reference.pointer + place] = reference.pointer

    def _tell_ignored(self, ignored: list[tuple[str, list[str]]]) -> None:
        """Once: where one is there are hundreds."""
        pointer, keys = min(ignored)
        count = f" ({len(ignored):,} places)" if len(ignored) > 1 else ""
        listed = ", ".join(f"'{key}'" for key in keys)
        message = f"{listed} beside a '$ref' is ignored in OpenAPI 3.0{count}"
        place = pointer + join_pointer(keys[0])
        hint = "put the $ref into an allOf, or name the version 3.1"
        self.remarks.append(Remark("ref-siblings", place, message, hint))

    def path_items(self, section: str) -> None:
        items = self.data.get(section)
        if not isinstance(items, dict):
            return
        for name, item in cast("dict[str, Any]", items).items():
            if isinstance(item, dict) and "$ref" in item:
                made = self._path_item(join_pointer(section, name))
                if made is not None:
                    items[name] = made

    def _path_item(self, pointer: str) -> dict[str, Any] | None:
        """The path item that a chain of references makes: what stands nearer counts before what is
        referred to, parameters of both are kept.
        """
        chain = self._chain(pointer)
        if chain is None:
            return None
        made: dict[str, Any] = {}
        parameters: dict[tuple[Any, Any], tuple[str, Any]] = {}
        for place in reversed(chain):
            for key, value in members(look_up(self.data, place)).items():
                if key == "parameters" and isinstance(value, list):
                    for index, parameter in enumerate(cast("list[Any]", value)):
                        inner = place + join_pointer(key, index)
                        parameters[self._identity(inner)] = (inner, parameter)
                elif key != "$ref":
                    made[key] = value
                    self._move(pointer + join_pointer(key), place + join_pointer(key))
        if parameters:
            made["parameters"] = [parameter for _, parameter in parameters.values()]
            for index, (place, _) in enumerate(parameters.values()):
                self._move(pointer + join_pointer("parameters", index), place)
        return made

    def _move(self, pointer: str, before: str) -> None:
        # What stands nearer took the place of what is referred to.
        self.moves.pop(pointer, None)
        if pointer != before:
            self.moves[pointer] = before

    def rooted_paths(self) -> dict[str, str]:
        """Have each path begin with a slash; what was renamed."""
        items = members(self.data.get("paths"))
        renamed: dict[str, str] = {}
        named: dict[str, Any] = {}
        for path, item in items.items():
            rooted = f"/{path}"
            if path.startswith(("/", "x-")) or "://" in path or rooted in items:
                named[path] = item
                continue
            named[rooted] = item
            written = join_pointer("paths", path)
            renamed[join_pointer("paths", rooted)] = written
            message = f"the path '{path}' does not begin with '/'; it is taken as '{rooted}'"
            self.remarks.append(Remark("path-name", written, message, f"write '{rooted}'"))
        if renamed:
            self.data["paths"] = named
        return renamed

    def _identity(self, pointer: str) -> tuple[Any, Any]:
        """What tells a parameter from others: its place and name."""
        end = self._end(pointer)
        parameter = None if end is None else look_up(self.data, end)
        if not isinstance(parameter, dict):
            return pointer, None
        members = cast("dict[str, Any]", parameter)
        return str(members.get("in")), str(members.get("name"))

    def _chain(self, pointer: str) -> list[str] | None:
        """The pointers from a place to the end of its `$ref`s; None where they lead nowhere."""
        chain = follow(pointer, lambda place: next_reference(self.data, place))
        is_lost = chain.ring or not exists(self.data, chain.end)
        return None if is_lost else list(chain.pointers)

    def _end(self, pointer: str) -> str | None:
        chain = self._chain(pointer)
        return chain[-1] if chain else None


def _shapes(holder: dict[str, Any], key: str) -> bool:
    """Whether a keyword says which values a schema allows; in a Reference Object none does."""
    return key in _SHAPING and not (key == "required" and isinstance(holder[key], bool))

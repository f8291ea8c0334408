"""Bring a document into one normal form, so that later stages need not know the others.

- Paths begin with a slash: `pets` → `/pets`.
- A path item or Media Type Object that is a `$ref` is replaced by what it refers to.
- Keywords beside a `$ref` in a schema move into an `allOf` with it, which is what they mean in
  OpenAPI 3.1 (JSON Schema 2020-12, section 8.2.3.1): `{$ref: A, minLength: 2}` →
  `{allOf: [{$ref: A}], minLength: 2}`.
- A `$ref` where OpenAPI has none, such as in place of `info` or an operation, is replaced by what
  it refers to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, cast

from ..diagnostics.counts import counted
from ..openapi import METHODS
from .chains import follow, next_reference
from .plain import items, members
from .pointers import exists, join_pointer, look_up, split_pointer
from .references import Reference, holds_names

# Keywords that restrict the values of a schema.
_ASSERTIONS = frozenset(
    (
        *("properties", "patternProperties", "additionalProperties", "items", "prefixItems"),
        *("required", "enum", "const", "allOf", "anyOf", "oneOf", "not", "pattern"),
        *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
        *("minLength", "maxLength", "minItems", "maxItems", "uniqueItems"),
        *("minProperties", "maxProperties"),
    )
)
# Sections whose entries may be Reference Objects, beside which nothing but texts is allowed.
_REFERENCE_OBJECTS = frozenset(
    (
        *("parameters", "responses", "headers", "requestBodies", "examples", "links"),
        *("callbacks", "securitySchemes", "paths", "webhooks", "pathItems"),
    )
)


# Keys of the document itself: OpenAPI has no `$ref` in their place.
_ROOT_KEYS = frozenset(
    ("components", "externalDocs", "info", "paths", "security", "servers", "tags", "webhooks")
)
# Sections whose entries have a pointer of their own that other `$ref`s name.
_NAMED_SECTIONS = frozenset(
    ("$defs", "definitions", "paths", "pathItems", "patternProperties", "properties", "schemas")
)
_SECTION = re.compile("/paths|/webhooks|/components/[^/]+")
_OPERATION_KEYS = frozenset(("operationId", "requestBody", "responses"))


class Remark(NamedTuple):
    """A warning that normalizing gives, at the key of a pointer."""

    code: str
    pointer: str
    message: str
    hint: str
    target: str = ""
    """The pointer that a `$ref` in place of a whole section names, if there is nothing there."""


class Normalized(NamedTuple):
    """The changes that normalizing made."""

    moves: tuple[Mapping[str, str], ...]
    """For each step, the new pointer of each value that moved → its pointer before the step."""
    remarks: tuple[Remark, ...]
    has_shared_parts: bool
    """Whether some object is now in several places of the data, or inside itself."""


def normalize(data: dict[str, Any], references: Iterable[Reference]) -> Normalized:
    """Bring `data` into the normal form, in place; `references` are all of it, each local."""
    work = _Normalizer(data)
    references = work.replace_misplaced(list(references))
    work.normalize_references(references)
    for section in ("paths", "webhooks"):
        work.merge_path_items(section)
    renamed = work.add_slashes()
    return Normalized((work.moves, renamed), tuple(work.remarks), work.has_shared_parts)


class _Normalizer:
    """The data that is normalized, and what was changed so far."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data
        self.moves: dict[str, str] = {}
        self.remarks: list[Remark] = []
        self.has_shared_parts = False

    def replace_misplaced(self, references: list[Reference]) -> list[Reference]:
        """Replace each `$ref` where OpenAPI has none by what it refers to; return the others.

        `get: {$ref: ops.yaml#/list}` and `schemas: {$ref: schemas.yaml}` are such: OpenAPI has
        Reference Objects for neither an operation nor a whole section.
        """
        replaced: set[str] = set()
        removed: set[str] = set()
        # Inner ones first, since their surroundings may be what an outer one is replaced by.
        for reference in sorted(references, key=lambda each: -each.pointer.count("/")):
            if reference.key != "$ref" or not self._is_misplaced(reference):
                continue
            if self._replace(reference):
                replaced.add(reference.pointer)
            elif reference.of_names and _SECTION.fullmatch(reference.pointer):
                self._empty(reference)
                removed.add(reference.pointer)
        if replaced:
            first = min(replaced)
            count = f" ({counted(len(replaced), 'place')})" if len(replaced) > 1 else ""
            message = f"OpenAPI has no '$ref' here; it is replaced by what it refers to{count}"
            hint = "write the value here, or bundle the document"
            self.remarks.append(Remark("ref-place", first + "/$ref", message, hint))
        return [each for each in references if each.pointer not in replaced | removed]

    def _empty(self, reference: Reference) -> None:
        """Remove the `$ref` of a section that leads nowhere, so that it is not read as a name."""
        section = split_pointer(reference.pointer)[-1]
        message = f"the '$ref' in place of all of '{section}' leads nowhere"
        hint = f"write the entries of '{section}' here, each with its own $ref"
        target = reference.holder.pop("$ref").removeprefix("#")
        place = reference.pointer + "/$ref"
        self.remarks.append(Remark("ref-section", place, message, hint, target))

    def _is_misplaced(self, reference: Reference) -> bool:
        keys = split_pointer(reference.pointer)
        if reference.of_names or (len(keys) == 1 and keys[0] in _ROOT_KEYS):
            return True
        if len(keys) == 2 and keys[0] in ("tags", "servers"):
            return True
        try:
            found: Any = look_up(self.data, reference.target)
        except KeyError:
            return False
        if isinstance(found, list | str):
            # `parameters: {$ref: …}` for a whole list, `description: {$ref: …}` for a text.
            return True
        above, last = ["", "", *keys][-2:]
        if above != "additionalOperations" and (last not in METHODS or holds_names(above)):
            return False
        end = self._end(reference.pointer)
        return end is not None and not _OPERATION_KEYS.isdisjoint(members(look_up(self.data, end)))

    def _replace(self, reference: Reference) -> bool:
        """Replace a reference by the value at its end; return false if there is none."""
        end = self._end(reference.pointer)
        if end is None:
            return False
        self.has_shared_parts = True
        found, holder = look_up(self.data, end), reference.holder
        if isinstance(found, dict):
            del holder["$ref"]
            # Entries of `schemas: {$ref: …}` become references to the original entries: other
            # references to these still reach the same schema, which has one name.
            by_reference = split_pointer(reference.pointer)[-1] in _NAMED_SECTIONS
            for key, value in cast("dict[str, Any]", found).items():
                if key not in holder:
                    inner = end + join_pointer(key)
                    holder[key] = {"$ref": f"#{inner}"} if by_reference else value
                    self._move(reference.pointer + join_pointer(key), inner)
        elif reference.pointer:
            *above, last = split_pointer(reference.pointer)
            around = look_up(self.data, join_pointer(*above))
            around[int(last) if isinstance(around, list) else last] = found
            for at in range(len(items(found))):
                place = join_pointer(at)
                self._move(reference.pointer + place, end + place)
        return True

    def normalize_references(self, references: Iterable[Reference]) -> None:
        """Normalize the `$ref`s of media types, of parameters, and those with keywords beside."""
        merges = not str(self.data.get("openapi", "")).startswith("3.0") and "openapi" in self.data
        ignored: list[tuple[str, list[str]]] = []
        for reference in references:
            if reference.key != "$ref":
                continue
            owner, last = ["", "", *split_pointer(reference.pointer)][-2:]
            if owner == "content" and "/" in last:
                self._replace_media_type(reference)
            elif owner == "parameters" and merges and "description" in reference.holder:
                self._copy_parameter(reference)
            elif len(reference.holder) > 1 and owner not in _REFERENCE_OBJECTS:
                siblings = [key for key in reference.holder if _is_assertion(reference.holder, key)]
                if siblings and merges:
                    self._move_into_all_of(reference)
                elif siblings:
                    ignored.append((reference.pointer, siblings))
        if ignored:
            self._warn_ignored(ignored)

    def _replace_media_type(self, reference: Reference) -> None:
        end = self._end(reference.pointer)
        if end is not None:
            *keys, last = split_pointer(reference.pointer)
            look_up(self.data, join_pointer(*keys))[last] = look_up(self.data, end)
            self.has_shared_parts = True
            self.moves[reference.pointer] = end

    def _copy_parameter(self, reference: Reference) -> None:
        """Replace the `$ref` of a parameter by a copy with the `description` beside the `$ref`.

        Such a description replaces that of the parameter (OpenAPI 3.1, section 4.8.23).
        """
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

    def _move_into_all_of(self, reference: Reference) -> None:
        """Move a `$ref` from a schema with other keywords into the `allOf` of the schema."""
        holder = reference.holder
        others = items(holder.get("allOf"))
        target = holder.pop("$ref")
        holder["allOf"] = [*others, {"$ref": target}]
        place = join_pointer("allOf", len(others))
        self.moves[reference.pointer + place] = reference.pointer

    def _warn_ignored(self, ignored: list[tuple[str, list[str]]]) -> None:
        """Add one warning for all keywords beside a `$ref`; documents have none or hundreds."""
        pointer, keys = min(ignored)
        count = f" ({counted(len(ignored), 'place')})" if len(ignored) > 1 else ""
        listed = ", ".join(f"'{key}'" for key in keys)
        message = f"{listed} beside a '$ref' is ignored in OpenAPI 3.0{count}"
        place = pointer + join_pointer(keys[0])
        hint = "put the $ref into an allOf, or change the version to 3.1"
        self.remarks.append(Remark("ref-siblings", place, message, hint))

    def merge_path_items(self, section: str) -> None:
        """Replace each path item with a `$ref` by one that has its members and those it names."""
        items = self.data.get(section)
        if not isinstance(items, dict):
            return
        for name, item in cast("dict[str, Any]", items).items():
            if isinstance(item, dict) and "$ref" in item:
                merged = self._merged_path_item(join_pointer(section, name))
                if merged is not None:
                    items[name] = merged

    def _merged_path_item(self, pointer: str) -> dict[str, Any] | None:
        """Return the members of all path items of a chain of `$ref`s; None if it leads nowhere.

        Own members win over those that are referred to. Parameters of all are kept, but for two
        with the same `name` and `in`: `{$ref: X, get: A}` with `X: {get: B, put: C}` is
        `{get: A, put: C}`.
        """
        chain = self._chain(pointer)
        if chain is None:
            return None
        merged: dict[str, Any] = {}
        parameters: dict[tuple[Any, Any], tuple[str, Any]] = {}
        for place in reversed(chain):
            for key, value in members(look_up(self.data, place)).items():
                if key == "parameters" and isinstance(value, list):
                    for index, parameter in enumerate(cast("list[Any]", value)):
                        inner = place + join_pointer(key, index)
                        parameters[self._identity(inner)] = (inner, parameter)
                elif key != "$ref":
                    merged[key] = value
                    self._move(pointer + join_pointer(key), place + join_pointer(key))
        if parameters:
            merged["parameters"] = [parameter for _, parameter in parameters.values()]
            for index, (place, _) in enumerate(parameters.values()):
                self._move(pointer + join_pointer("parameters", index), place)
        return merged

    def _move(self, pointer: str, before: str) -> None:
        """Note that the value that was at `before` is now at `pointer`."""
        # An earlier note is of a value that this one replaced.
        self.moves.pop(pointer, None)
        if pointer != before:
            self.moves[pointer] = before

    def add_slashes(self) -> dict[str, str]:
        """Make each path begin with a slash; return the new pointers → the old ones."""
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
            message = f"the path '{path}' does not begin with '/'; it is read as '{rooted}'"
            self.remarks.append(Remark("path-name", written, message, f"write '{rooted}'"))
        if renamed:
            self.data["paths"] = named
        return renamed

    def _identity(self, pointer: str) -> tuple[Any, Any]:
        """Return `in` and `name`, which no two parameters of an operation share."""
        end = self._end(pointer)
        parameter = None if end is None else look_up(self.data, end)
        if not isinstance(parameter, dict):
            return pointer, None
        members = cast("dict[str, Any]", parameter)
        return str(members.get("in")), str(members.get("name"))

    def _chain(self, pointer: str) -> list[str] | None:
        """Return the pointers of a chain of `$ref`s; None if it is a ring or leads nowhere."""
        chain = follow(pointer, lambda place: next_reference(self.data, place))
        is_lost = chain.ring or not exists(self.data, chain.end)
        return None if is_lost else list(chain.pointers)

    def _end(self, pointer: str) -> str | None:
        chain = self._chain(pointer)
        return chain[-1] if chain else None


def _is_assertion(holder: dict[str, Any], key: str) -> bool:
    """Return whether a key of a schema restricts its values.

    `required: true` is no keyword of a schema but of a parameter, and restricts nothing.
    """
    return key in _ASSERTIONS and not (key == "required" and isinstance(holder[key], bool))

"""Find the references of a document.

These are `$ref`, `$dynamicRef`, `$recursiveRef`, and the entries of a discriminator's `mapping`
that are URIs and not names of schemas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple, TypeAlias, cast

from ..urls import is_remote
from .plain import CONTAINERS
from .pointers import join, look_up, split_pointer

MOUNT: Final = "x-clientsmith-files"
"""The root key of the data of all other files of a document, each by its relative path or URL."""
DANGLING: Final = "x-clientsmith-dangling"
"""A root key that no document has: references that lead nowhere point below it."""


class Reference(NamedTuple):
    """A reference: the text at `key` of the mapping `holder`, which is at `pointer`."""

    holder: dict[str, Any]
    key: str
    pointer: str
    of_names: bool = False
    """Whether it replaces all names of a map, as in `schemas: {$ref: s.yaml}`."""

    @property
    def text(self) -> str:
        """The reference as it is now written."""
        return self.holder[self.key]

    @property
    def target(self) -> str:
        """The JSON pointer that it names; every reference of a `Document` is local."""
        return self.text.removeprefix("#")


# Keywords whose value is data of the API: `example: {$ref: x}` is no reference.
_DATA = frozenset(("example", "default", "const", "enum"))
# Keywords whose value is a map from names to objects. A name may be spelled like a keyword:
# `properties: {example: {$ref: x}}` has a property `example`, which is a reference.
_NAME_MAPS = frozenset(
    (
        "paths webhooks properties patternProperties dependentSchemas $defs definitions schemas "
        "responses parameters requestBodies headers securitySchemes links callbacks pathItems "
        "content encoding mediaTypes variables " + MOUNT
    ).split()
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_REF_IN_MAPPING = re.compile(r"[#/:]|\.(?:ya?ml|json)$")

Trail: TypeAlias = "tuple[Trail, str | int] | None"
"""The way from the root to a value: the way to its parent and the last key; None is the root."""


def recursive_anchor(data: Any, pointer: str) -> str | None:
    """Return the pointer of the innermost schema around a `$recursiveRef` that it refers to.

    That is one with `$recursiveAnchor: true` (JSON Schema 2019-09, section 8.2.4.2); None without.
    """
    found, above, node = None, "", data
    for step in split_pointer(pointer):
        if type(node) is dict and cast("dict[str, Any]", node).get("$recursiveAnchor") is True:
            found = above
        above = join(above, step)
        node = look_up(data, above)
    return found


def references_in(data: Any, start: str, visited: set[int]) -> Iterator[Reference]:
    """Yield each reference at or below a pointer.

    Mappings whose id is in `visited` are skipped, and the ids of all others added to it, so that
    each mapping is searched once however many calls reach it. In `properties` and its like the keys
    are names: `{properties: {$ref: {type: string}}}` has a property called `$ref`, no reference.
    """
    try:
        top = look_up(data, start)
    except KeyError:
        return
    if id(top) in visited:
        return
    above: Trail = None
    *keys, last = split_pointer(start) or [""]
    for key in keys:
        above = (above, key)
    if keys == ["components", "examples"]:
        yield from _example_references({last: top}, above, visited)
        return
    begin = (above, last) if start else None
    stack: list[tuple[Any, Trail, bool]] = [(top, begin, False)]
    while stack:
        node, path, names = stack.pop()
        if type(node) is list:
            for index, item in enumerate(cast("list[Any]", node)):
                if type(item) in CONTAINERS:
                    stack.append((item, (path, index), False))
            continue
        if type(node) is not dict:
            continue
        members = cast("dict[str, Any]", node)
        if id(members) in visited:
            continue
        visited.add(id(members))
        if isinstance(members.get("$ref"), str):
            yield Reference(members, "$ref", pointer_of(path), names)
        elif isinstance(members.get("$dynamicRef"), str):
            yield Reference(members, "$dynamicRef", pointer_of(path))
        elif members.get("$recursiveRef") == "#":
            yield Reference(members, "$recursiveRef", pointer_of(path))
        for key, child in members.items():
            if type(child) not in CONTAINERS:
                continue
            if names:
                stack.append((child, (path, key), False))
            elif key in _NAME_MAPS:
                stack.append((child, (path, key), True))
            elif is_data(key):
                continue
            elif key == "examples":
                yield from _example_references(child, (path, key), visited)
            else:
                if key == "discriminator":
                    yield from _mapping_references(child, (path, key))
                stack.append((child, (path, key), False))


def is_data(key: str) -> bool:
    """Return whether the value of a keyword is data of the API or of an extension.

    Such a value has no OpenAPI objects in it: `example`, `default`, `x-logo`.
    """
    return key in _DATA or key.startswith("x-")


def holds_names(key: str) -> bool:
    """Return whether the value of a keyword is a map from names: `properties`, `schemas`."""
    return key in _NAME_MAPS


def _example_references(examples: Any, path: Trail, visited: set[int]) -> Iterator[Reference]:
    """Yield the references among Example Objects: an entry itself, nothing in its `value`."""
    if not isinstance(examples, dict):
        return
    for name, example in cast("dict[str, Any]", examples).items():
        if isinstance(example, dict):
            members = cast("dict[str, Any]", example)
            if isinstance(members.get("$ref"), str) and id(members) not in visited:
                visited.add(id(members))
                yield Reference(members, "$ref", pointer_of((path, name)))


def _mapping_references(discriminator: Any, path: Trail) -> Iterator[Reference]:
    """Yield the entries of a discriminator's mapping that are references and not schema names."""
    if not isinstance(discriminator, dict):
        return
    mapping = cast("dict[str, Any]", discriminator).get("mapping")
    if isinstance(mapping, dict):
        for value, target in cast("dict[str, Any]", mapping).items():
            if isinstance(target, str) and _REF_IN_MAPPING.search(target):
                yield Reference(mapping, value, pointer_of((path, "mapping")))


def pointer_of(path: Trail) -> str:
    """Return the JSON pointer of a trail."""
    pointer = ""
    while path is not None:
        path, key = path
        pointer = join("", key) + pointer
    return pointer


def refused(location: str) -> tuple[str, str, str] | None:
    """Return why a location cannot be the path of a file: code, message and hint; else None.

    Allowed are relative paths with forward slashes: `schemas/pet.yaml`, `../common.yaml`.
    """
    if is_remote(location):
        return (
            "ref-remote",
            f"'{location}' is a URL whose beginning is percent-encoded",
            "write the URL without encoding its beginning, or save the file beside the document",
        )
    if location.casefold().startswith("file:"):
        return (
            "ref-file-url",
            f"'{location}' is a file: URL, which is not supported",
            "refer to the file by a path relative to the one that holds the $ref",
        )
    if location.startswith(("/", "\\")) or re.match(r"[A-Za-z]:[\\/]", location):
        return (
            "ref-absolute",
            f"'{location}' is an absolute path, which is not supported",
            "refer to the file by a path relative to the one that holds the $ref",
        )
    if _SCHEME.match(location):
        scheme = location.partition(":")[0]
        return (
            "ref-scheme",
            f"'{location}' has the URL scheme '{scheme}:', which is not supported",
            "refer to the file by a path relative to the one that holds the $ref",
        )
    if "\\" in location:
        message = f"'{location}' has a backslash, which no URI has"
        return ("ref-backslash", message, "write '/' between folders")
    return None

"""The references of a document: `$ref`s, and entries of a discriminator's mapping that are such."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple, TypeAlias, cast

from ..urls import is_remote
from .plain import CONTAINERS
from .pointers import join, look_up, split_pointer

MOUNT: Final = "x-clientsmith-files"
"""The root key under which the other files of a document stand, each by its relative path."""
ASTRAY: Final = "x-clientsmith-astray"
"""A root key that never stands in a document: where references point that lead nowhere."""


class Reference(NamedTuple):
    """A `$ref`, or an entry of a discriminator's mapping that is one."""

    holder: dict[str, Any]
    key: str
    pointer: str
    of_names: bool = False
    """Whether it stands among names, as in `schemas: {$ref: s.yaml}`: in place of them all."""

    @property
    def text(self) -> str:
        return self.holder[self.key]

    @property
    def target(self) -> str:
        """The JSON pointer it leads to. In a `Document` every reference is local."""
        return self.text.removeprefix("#")


# Keywords whose value is data of the API: a `$ref` in it is not a reference.
_DATA = frozenset(("example", "default", "const", "enum"))
# Keywords whose value is a map from names, which may be spelled like a keyword.
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


def recursive_anchor(data: Any, pointer: str) -> str | None:
    """Return the pointer of the innermost schema around `pointer` that a `$recursiveRef` means.

    That is one with `$recursiveAnchor: true` (JSON Schema 2019-09, 8.2.4.2); None without one.
    """
    found, above, node = None, "", data
    for step in split_pointer(pointer):
        if type(node) is dict and cast("dict[str, Any]", node).get("$recursiveAnchor") is True:
            found = above
        above = join(above, step)
        node = look_up(data, above)
    return found


def references_in(data: Any, start: str, seen: set[int]) -> Iterator[Reference]:
    """Every reference at or under a pointer but for containers whose id is in `seen`."""
    try:
        top = look_up(data, start)
    except KeyError:
        return
    begin: Trail = None
    for part in split_pointer(start):
        begin = (begin, part)
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
        if id(members) in seen:
            continue
        seen.add(id(members))
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
                yield from _example_references(child, (path, key), seen)
            else:
                if key == "discriminator":
                    yield from _mapping_references(child, (path, key))
                stack.append((child, (path, key), False))


def is_data(key: str) -> bool:
    """Whether a keyword holds data of the API, or an extension, and no part of a document."""
    return key in _DATA or key.startswith("x-")


def holds_names(key: str) -> bool:
    """Whether what a keyword holds is a map from names, which may be spelled like keywords."""
    return key in _NAME_MAPS


def _example_references(examples: Any, path: Trail, seen: set[int]) -> Iterator[Reference]:
    """In a map of Example Objects only the entry itself may be a reference."""
    if not isinstance(examples, dict):
        return
    for name, example in cast("dict[str, Any]", examples).items():
        if isinstance(example, dict):
            members = cast("dict[str, Any]", example)
            if isinstance(members.get("$ref"), str) and id(members) not in seen:
                seen.add(id(members))
                yield Reference(members, "$ref", pointer_of((path, name)))


def _mapping_references(discriminator: Any, path: Trail) -> Iterator[Reference]:
    """The entries of a discriminator's mapping that are references and not schema names."""
    if not isinstance(discriminator, dict):
        return
    mapping = cast("dict[str, Any]", discriminator).get("mapping")
    if isinstance(mapping, dict):
        for value, target in cast("dict[str, Any]", mapping).items():
            if isinstance(target, str) and _REF_IN_MAPPING.search(target):
                yield Reference(mapping, value, pointer_of((path, "mapping")))


def pointer_of(path: Trail) -> str:
    """The pointer of a place that was come to by this way."""
    pointer = ""
    while path is not None:
        path, key = path
        pointer = join("", key) + pointer
    return pointer


def refused(location: str) -> tuple[str, str, str] | None:
    """Why a `$ref` may not lead to this place as to a file: code, message and hint."""
    if is_remote(location):
        return (
            "ref-remote",
            f"'{location}' is remote, and percent-encoded where no URL is",
            "save it beside the document and refer to it by a relative path",
        )
    if location.casefold().startswith("file:"):
        return (
            "ref-file-url",
            f"'{location}' is a file: URL",
            "refer to the file by a path relative to the one that holds the $ref",
        )
    if location.startswith(("/", "\\")) or re.match(r"[A-Za-z]:[\\/]", location):
        return (
            "ref-absolute",
            f"'{location}' is an absolute path",
            "refer to the file by a path relative to the one that holds the $ref",
        )
    if _SCHEME.match(location):
        scheme = location.partition(":")[0]
        return (
            "ref-scheme",
            f"'{location}' has the scheme '{scheme}:'; only files beside the document are read",
            "refer to a file by a relative path",
        )
    if "\\" in location:
        return ("ref-backslash", f"'{location}' has a backslash", "write '/' between folders")
    return None

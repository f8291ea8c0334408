"""The names that pointers suggest for classes, and the attributes of properties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from ...document import MOUNT, split_pointer
from ...identifiers import attribute, pascal, unique
from ...ir import (
    Field,
)
from ...ir.graph import refs

_COMPONENT = "/components/schemas/"
_SUGGESTING = re.compile(
    r"/components/schemas/([^/]*)"
    r"|/components/parameters/([^/]*)/schema"
    r"|/components/(?:responses|requestBodies)/([^/]*)/content/[^/]*/schema"
    rf"|/{MOUNT}/(?P<file>[^/]*)"
    rf"|/{MOUNT}/(?:[^/]*|.*/schemas)/([^/]*)"
    r"|.*/(?:\$defs|definitions)/([^/]*)",
    re.DOTALL,
)
"""The places that suggest a name: that of a group of the match."""


def attribute_names(wires: Iterable[str]) -> dict[str, str]:
    """Return the attribute of each property; one that is an identifier already keeps its name."""
    named = {wire: attribute(wire) for wire in wires}
    if len(set(named.values())) == len(named):
        return named
    given: dict[str, str] = {}
    for wire in sorted(named, key=lambda wire: (named[wire] != wire, wire)):
        given[wire] = unique(named[wire], given.values())
    return given


def without_hidden_types(fields: Sequence[Field]) -> tuple[Field, ...]:
    """Rename fields that are called like a shape which the other fields refer to."""
    mentioned = {name for field in fields for name in refs(field.type)}
    own = {field.name for field in fields}
    if own.isdisjoint(mentioned):
        return tuple(fields)
    taken = own | mentioned
    return tuple(
        replace(field, name=unique(f"{field.name}_", taken)) if field.name in mentioned else field
        for field in fields
    )


def inside_component(pointer: str) -> str:
    """Return the class name of a schema inside a component's properties, else nothing.

    `/components/schemas/Pet/properties/owner` is `PetOwner`.
    """
    if not pointer.startswith(_COMPONENT):
        return ""
    tokens = split_pointer(pointer)
    if len(tokens) % 2 == 0:
        return ""
    name = pascal(tokens[2])
    for keyword, key in zip(tokens[3::2], tokens[4::2], strict=True):
        if keyword == "properties":
            name += pascal(key)
        elif keyword != "allOf":
            return ""
    return name


def candidate_of(pointer: str) -> str:
    """Return the class name that the pointer of a component suggests; else nothing.

    `/components/schemas/pet_owner` is `PetOwner`.
    """
    found = _SUGGESTING.fullmatch(pointer)
    if found is None:
        return ""
    (key,) = split_pointer(f"/{found[found.lastindex or 0]}")
    return pascal(PurePosixPath(key).stem if found["file"] is not None else key)

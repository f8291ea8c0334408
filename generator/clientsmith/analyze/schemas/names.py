"""The names that pointers suggest for classes, and the attributes of properties."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from ...document import MOUNT, split_pointer
from ...identifiers import attribute, pascal, unique
from ...identifiers.rules import NameRules
from ...ir import (
    Field,
)
from ...ir.graph import refs
from ..naming.members import MemberNames, field_key, one_by_one

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


def attribute_names(
    wires: Iterable[str], shape: str, names: MemberNames, rules: NameRules
) -> dict[str, str]:
    """Return the attribute of each property; one that is an identifier already keeps its name.

    Args:
        wires: The properties.
        shape: The pointer of their object schema.
        names: The names of fields in this run.
        rules: The rules of names.
    """
    keys = {field_key(shape, wire): wire for wire in wires}

    def by_rule(wanted: Mapping[str, str], taken: Collection[str]) -> dict[str, str]:
        order = sorted(wanted, key=lambda key: (wanted[key] != keys[key], keys[key]))
        return one_by_one({key: wanted[key] for key in order}, taken)

    wanted = {key: attribute(wire, rules.attributes) for key, wire in keys.items()}
    return {keys[key]: name for key, name in names.named(wanted, by_rule).items()}


def without_hidden_types(
    fields: Sequence[Field], shape: str, names: MemberNames
) -> tuple[Field, ...]:
    """Rename fields that are called like a shape which the other fields refer to.

    Args:
        fields: The fields of an object schema.
        shape: Its pointer.
        names: The names of fields in this run.
    """
    mentioned = {name for field in fields for name in refs(field.type)}
    own = {field.name for field in fields}
    if own.isdisjoint(mentioned):
        return tuple(fields)
    taken = own | mentioned
    renamed: list[Field] = []
    for field in fields:
        if field.name in mentioned:
            field = replace(field, name=unique(f"{field.name}_", taken))
            names.record(field_key(shape, field.wire), field.name)
        renamed.append(field)
    return tuple(renamed)


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

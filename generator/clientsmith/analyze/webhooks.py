"""Webhooks and callbacks → the payloads that an API sends on its own account, and how they are told
apart (OpenAPI 3.1, sections 4.8.1 and 4.8.18).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..ir import Choice, Ref, Shape, TypeRef, Union, Webhooks
from ..names import pascal
from ..openapi import METHODS
from .nodes import Nodes, Place, is_json, join
from .schemas import Schemas
from .unions import union

# The usual names of what tells one event from another, the likeliest first.
_USUAL = ("type", "event_type", "eventType", "event", "event_name", "topic", "action", "kind")


def payloads(
    nodes: Nodes, schemas: Schemas, places: Iterable[Place], *, all_webhooks: bool
) -> list[TypeRef]:
    """The type of each payload, by the name of its webhook: those of callbacks of the operations at
    `places`, and of the webhooks unless only a part of the document is wanted.
    """
    found: list[TypeRef] = []
    for name, pointer in sorted(_items(nodes, places, all_webhooks=all_webhooks)):
        item = nodes.resolve(pointer)
        for method in METHODS:
            operation = join(item, method)
            body = nodes.resolve(join(operation, "requestBody"))
            for media in nodes.mapping(join(body, "content")):
                schema = join(body, "content", media, "schema")
                if nodes.has(operation) and is_json(media) and nodes.has(schema):
                    schemas.owner = operation
                    found.append(schemas.type_of(schema, f"{pascal(name)}Payload"))
    return found


def _items(
    nodes: Nodes, places: Iterable[Place], *, all_webhooks: bool
) -> Iterator[tuple[str, str]]:
    """Name and pointer of each path item that the API calls."""
    for key in ("webhooks", "x-webhooks") if all_webhooks else ():
        for name in nodes.mapping(f"/{key}"):
            yield name, join("", key, name)
    for place in places:
        for name in nodes.mapping(join(place.pointer, "callbacks")):
            callback = nodes.resolve(join(place.pointer, "callbacks", name))
            for expression in nodes.mapping(callback):
                if not expression.startswith("x-"):
                    yield f"{place.identifier} {name}", join(callback, expression)


def told_apart(types: Iterable[TypeRef], shapes: Mapping[str, Shape]) -> Webhooks | None:
    """The payloads, by the value at the place that tells most of them apart."""
    whole = union(types)
    members = whole.members if isinstance(whole, Union) else (whole,)
    if not types:
        return None
    values = {member: _values(member, shapes) for member in members if isinstance(member, Ref)}
    paths = sorted({path for each in values.values() for path in each}, key=_likely)
    best: tuple[tuple[str, ...], dict[str, TypeRef]] = ((), {})
    for path in paths:
        tags = [(tag, member) for member, each in values.items() for tag in each.get(path, ())]
        known = dict(tags)
        # A value that two payloads share tells nothing.
        if len(known) == len(tags) and len(set(known.values())) > len(set(best[1].values())):
            best = (path, {tag: member for tag, member in sorted(tags)})
    return Webhooks(whole, best[0], tuple(best[1].items()))


def _values(ref: Ref, shapes: Mapping[str, Shape]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The texts that each field of a payload is limited to, two levels deep."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for field in shapes[ref.name].fields:
        if isinstance(field.type, Choice):
            found[(field.wire,)] = tuple(str(value) for value in field.type.values)
        elif isinstance(field.type, Ref):
            for inner in shapes[field.type.name].fields:
                if isinstance(inner.type, Choice):
                    found[field.wire, inner.wire] = tuple(map(str, inner.type.values))
    return found


def _likely(path: tuple[str, ...]) -> tuple[int, int, tuple[str, ...]]:
    last = path[-1]
    return len(path), _USUAL.index(last) if last in _USUAL else len(_USUAL), path

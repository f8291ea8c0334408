"""The payloads of webhooks and callbacks, and the header or property that distinguishes them.

They are described in OpenAPI 3.1, sections 4.8.1 and 4.8.18.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..identifiers import pascal
from ..ir import Choice, Ref, Shape, TypeRef, Union, Webhook, Webhooks
from ..openapi import METHODS
from .facts import MEDIA_TYPE, WEBHOOK, Facts
from .media_types import may_be_json
from .nodes import Endpoint, Nodes, join, text_of
from .schemas.parts import array_at
from .schemas.reader import Schemas
from .schemas.unions import union

WEBHOOKS = ("webhooks", "x-webhooks")
"""Where a document has its webhooks."""
# The usual names of what tells one event from another, the likeliest first.
_USUAL = ("type", "event_type", "eventType", "event", "event_name", "topic", "action", "kind")


@dataclass(frozen=True, slots=True)
class Payload:
    """The request body of a webhook, or of a callback of an operation."""

    key: str
    """`webhook:NAME`, or the operation's `METHOD /path`."""
    type: TypeRef
    headers: Mapping[str, tuple[str, ...]]
    """The headers that are limited to some texts, in lower case, and these."""
    request: Webhook


def payloads(
    nodes: Nodes, schemas: Schemas, facts: Facts, endpoints: Iterable[Endpoint]
) -> list[Payload]:
    """Return the payloads of all webhooks, and of the callbacks of these operations, by name."""
    found: list[Payload] = []
    for name, key, pointer in sorted(_items(nodes, endpoints)):
        item = nodes.resolve(pointer)
        for method in METHODS:
            operation = join(item, method)
            body = nodes.resolve(join(operation, "requestBody"))
            for media in nodes.mapping(join(body, "content")):
                schema = join(body, "content", media, "schema")
                if nodes.has(operation) and may_be_json(media) and nodes.has(schema):
                    schemas.owner = operation
                    type_ = schemas.type_of(schema, f"{pascal(name)}Payload")
                    headers = _headers(nodes, schemas, (item, operation))
                    request = _request(nodes, facts, key, name, operation, media, type_)
                    found.append(Payload(key, type_, headers, request))
    return found


def _request(
    nodes: Nodes, facts: Facts, key: str, name: str, operation: str, media: str, payload: TypeRef
) -> Webhook:
    """Return a webhook or callback as a node of the IR."""
    node = nodes.mapping(operation)
    texts = (text_of(node, "summary"), text_of(node, "description"))
    body = nodes.resolve(join(operation, "requestBody"))
    content = join(body, "content", media)
    return Webhook(
        key=key,
        name=name,
        http_method=operation.rpartition("/")[2].upper(),
        media_type=media,
        payload=payload,
        doc="\n\n".join(filter(None, texts)),
        deprecated=node.get("deprecated") is True,
        tags=tuple(tag for tag in array_at(node, "tags") if isinstance(tag, str)),
        facts=(
            *facts.of(operation, WEBHOOK),
            *facts.of(body, frozenset({"content"}), "requestBody/"),
            *facts.of(content, MEDIA_TYPE, "content/"),
            *facts.of_schemas([join(content, "schema")]),
        ),
        pointer=operation,
    )


def _items(nodes: Nodes, endpoints: Iterable[Endpoint]) -> Iterator[tuple[str, str, str]]:
    """Yield the name, key and pointer of each path item whose requests the API sends."""
    for key in WEBHOOKS:
        for name in nodes.mapping(f"/{key}"):
            yield name, f"webhook:{name}", join("", key, name)
    for endpoint in endpoints:
        for name in nodes.mapping(join(endpoint.pointer, "callbacks")):
            callback = nodes.resolve(join(endpoint.pointer, "callbacks", name))
            for expression in nodes.mapping(callback):
                if not expression.startswith("x-"):
                    yield f"{endpoint.identifier} {name}", endpoint.key, join(callback, expression)


def _headers(nodes: Nodes, schemas: Schemas, owners: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for owner in owners:
        for index, _ in enumerate(array_at(nodes.mapping(owner), "parameters")):
            pointer = nodes.resolve(join(owner, "parameters", index))
            parameter, schema = nodes.mapping(pointer), join(pointer, "schema")
            limited = {"enum", "const"}.intersection(nodes.mapping(nodes.resolve(schema)))
            if parameter.get("in") == "header" and limited:
                type_ = schemas.type_of(schema, "Header")
                if isinstance(type_, Choice):
                    found[text_of(parameter, "name").lower()] = tuple(map(str, type_.values))
    return found


_Place = tuple[str, ...]
"""A header, or the way to a field of the body."""


def webhooks_of(found: Sequence[Payload], shapes: Mapping[str, Shape]) -> Webhooks | None:
    """Return the payloads, with the header or the property that distinguishes most of them."""
    if not found:
        return None
    requests = tuple(payload.request for payload in found)
    whole = union(payload.type for payload in found)
    members = whole.members if isinstance(whole, Union) else (whole,)
    inside = {member: _values(member, shapes) for member in members if isinstance(member, Ref)}
    path, by_path = _best(list(inside.items()))
    around = [
        (payload.type, {(name,): values for name, values in payload.headers.items()})
        for payload in found
    ]
    header, by_header = _best(around)
    if len(set(by_header.values())) > len(set(by_path.values())):
        return Webhooks(whole, (), tuple(by_header.items()), header[0], requests=requests)
    return Webhooks(whole, path, tuple(by_path.items()), requests=requests)


def _best(
    payloads: Sequence[tuple[TypeRef, Mapping[_Place, tuple[str, ...]]]],
) -> tuple[_Place, dict[str, TypeRef]]:
    """Return the location whose values distinguish most payloads, and the payload of each value."""
    best: tuple[_Place, dict[str, TypeRef]] = ((), {})
    for place in sorted({place for _, values in payloads for place in values}, key=_likely):
        tags = {(tag, type_) for type_, values in payloads for tag in values.get(place, ())}
        known = dict(tags)
        # A value that two payloads share tells nothing.
        if len(known) == len(tags) and len(set(known.values())) > len(set(best[1].values())):
            best = (place, dict(sorted(tags, key=lambda pair: pair[0])))
    return best


def _values(ref: Ref, shapes: Mapping[str, Shape]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the texts that an `enum` leaves each field of a payload, two levels deep."""
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

"""Decides everything about a client: what its calls are named, take, send and return.

In: a `Document`, the `Target` that it is for, and the names of earlier runs. Out: an `Api`, which
later stages only print.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from types import MappingProxyType
from typing import Any, TypeVar, cast

from ..config import Selection, Target
from ..document import Document, items
from ..identifiers import (
    NameLock,
    TypeNames,
    client as client_name,
    environment as environment_name,
    pascal,
)
from ..ir import (
    Api,
    Coverage,
    Field,
    Operation,
    Reason,
    Resource,
    Shape,
    Sources,
    Tag,
    TypeRef,
)
from ..ir.graph import constants_of, refs, refs_of
from ..limits import UNWATCHED, Watch
from . import left_out
from .calls import Route, clashes, name_calls, possible
from .depth import with_cuts
from .docs import without_repeats
from .enum_unions import EnumUnions
from .errors import has_usual_error, usual_error
from .exact import Exactness
from .facts import DOCUMENT, INFO, TAG, Facts
from .given_back import arguments_taking_models, fields_taking_models
from .nodes import Nodes, Place, Refused, join, places, text_of
from .operations import Operations
from .pagination import is_listing
from .schemas import Schemas
from .security import OF_CONSTRUCTORS, Securities
from .selection import candidates_of, matches, meant, selected
from .servers import Servers
from .switches import with_switch
from .variants import variants_apart
from .webhooks import payloads, told_apart

__all__ = [
    "analyze",
    "candidates_of",
    "clashes",
    "lock_of",
    "matches",
    "meant",
    "places",
    "selected",
]

_Made = TypeVar("_Made")

_ORDER = {"create": 0, "retrieve": 1, "update": 2, "replace": 3, "list": 4, "delete": 5}


def analyze(
    document: Document,
    target: Target,
    lock: NameLock,
    watch: Watch = UNWATCHED,
    custom: Mapping[str, str] = MappingProxyType({}),
) -> Api:
    """Return the API that `document` describes, as `target` wants it called; `custom` has the
    user's classes, by name, with the modules below `_custom` that they are in.
    """
    types = {pointer.removeprefix("#"): name for pointer, name in target.types.items()}
    names = TypeNames(lock, types)
    nodes = Nodes(document, watch)
    facts = Facts(nodes)
    schemas = Schemas(nodes, names, facts)
    schemas.claim_components()
    # Sorted, so that nothing hangs on the order in which the document tells it.
    found = sorted(places(document), key=lambda place: (place.path, place.method))
    reader = Operations(nodes, target, schemas, names, found, facts)
    refused: dict[str, Reason] = {}
    _of_each(found, lambda place: left_out.refuse(document, place), refused)
    answers = _of_each(found, reader.answer, refused)
    shapes = schemas.shapes()
    # A refused one is named too: it shall rename no other on the day it is no longer refused.
    routes = [
        Route(
            place.method,
            place.path,
            place.identifier,
            is_listing(answers.get(place.key), shapes),
            place.key,
        )
        for place in found
    ]
    calls = name_calls(routes, {**possible(lock.operations), **target.operations})
    called_by = _of_each(found, lambda place: reader.read(place, calls[place.key]), refused)
    operations = variants_apart(called_by.values())
    received = payloads(nodes, schemas, facts, found)
    shapes = schemas.shapes()
    operations = [reader.paginate(operation, shapes) for operation in operations]
    operations = [with_switch(operation, target, shapes) for operation in operations]
    mentions = {name: refs_of(shape) for name, shape in shapes.items()}
    unions = EnumUnions(shapes, mentions)
    shapes = {name: unions.shape(shape) for name, shape in shapes.items()}
    operations = [unions.operation(operation) for operation in operations]
    received = [replace(payload, type=unions.type(payload.type)) for payload in received]
    info = cast("dict[str, Any]", document.data.get("info") or {})
    client = target.client or client_name(str(info.get("title", "Api")))
    environment = target.environment or environment_name(client)
    servers = Servers(nodes, found, facts)
    url = servers.base_url
    securities = Securities(
        document,
        nodes,
        found,
        environment=environment,
        base_url=url,
        fixed=lock.credentials,
        in_body=target.token_endpoint_auth == "client_secret_post",
    )
    usual = usual_error(operations)
    operations = [
        replace(
            operation,
            security=securities.requirement(operation.key),
            server=servers.server(operation.key),
            has_usual_error=has_usual_error(operation, usual),
        )
        for operation in operations
    ]
    exactness = Exactness(shapes, mentions)
    operations = [exactness.marked(operation) for operation in operations]
    objects = {name for name, shape in shapes.items() if not (shape.alias or shape.constants)}
    operations = [arguments_taking_models(operation, objects) for operation in operations]
    # Everything is named before a part is selected, and so alike whatever is.
    tree = _tree(operations, names)
    all_calls = {
        operation.key: operation.call for operation in operations if not operation.is_variant
    }
    if (select := target.select) != Selection():
        kept = selected(candidates_of(document), select.include, select.exclude)
        found = [place for place in found if place.key in kept]
        operations = [operation for operation in operations if operation.key in kept]
        received = [payload for payload in received if payload.key in kept]
        tree = _pruned(tree, kept)

    security = securities.security([operation.key for operation in operations])
    variables = servers.variables({*OF_CONSTRUCTORS, *securities.taken()})
    given = [type_ for operation in operations for type_ in _sent(operation)]
    called = _reach(given, lambda name: _mentions(shapes[name], "read_only"))
    answered = [type_ for operation in operations for type_ in _received(operation)]
    answered += [payload.type for payload in received]
    read = _reach(answered, lambda name: _mentions(shapes[name], "write_only"))
    told = {name: without_repeats(shape, shapes) for name, shape in shapes.items()}
    models = tuple(_without(told[name], "write_only") for name in sorted(read))
    in_bodies = _reach(
        [type_ for operation in operations for type_ in _sent(operation, in_body=True)],
        lambda name: _mentions(shapes[name], "read_only"),
    )
    for name in in_bodies:
        told[name] = fields_taking_models(told[name], objects)
    params = (
        *(_as_sent(told[name], schemas.of_forms.get(name, {})) for name in sorted(called)),
        *(_params(operation, operation.params) for operation in operations if operation.params),
    )
    named = constants_of([*given, *answered], [*models, *params])
    models = (*models, *(shapes[name] for name in sorted(named)))
    models, params = with_cuts(models), with_cuts(params)
    webhooks = told_apart(received, shapes)
    if webhooks is not None:
        webhooks = replace(webhooks, loads_exactly=exactness.is_read(webhooks.payload))
    reached = left_out.reasons(document, found)
    return Api(
        title=str(info.get("title", "")),
        version=str(info.get("version", "")),
        description=str(info.get("description", "")),
        package=target.package,
        client=client,
        environment=environment,
        base_url=url,
        deep_object_arrays=target.deep_object_arrays,
        naive_datetimes=target.naive_datetimes,
        security=security,
        error=usual if any(operation.has_usual_error for operation in operations) else None,
        webhooks=webhooks,
        servers=servers.urls(),
        variables=variables,
        left=securities.left(),
        credentials=securities.arguments(),
        resources=tree,
        models=models,
        params=params,
        coverage=tuple(
            (
                Coverage(place.key, None, "refused", (refused[place.key],))
                if place.key in refused
                else _coverage(
                    called_by[place.key],
                    schemas,
                    mentions,
                    [*reached.get(place.key, ()), *securities.unsent(place)],
                )
            )
            for place in found
        ),
        custom=dict(custom),
        calls=all_calls,
        types=names.given(),
        tags=_tags(nodes, facts),
        documented_servers=servers.documented(),
        security_schemes=securities.documented(facts, [operation.key for operation in operations]),
        header_shapes=_header_shapes(operations, reader.header_shapes()),
        facts=(*facts.of("", DOCUMENT), *facts.of("/info", INFO, "info/")),
        sources=Sources(document.path.name, document.moves),
    )


def _tags(nodes: Nodes, facts: Facts) -> tuple[Tag, ...]:
    """Return the Tag Objects of the document."""
    return tuple(
        Tag(text_of(tag, "name"), text_of(tag, "description"), facts.of(pointer, TAG), pointer)
        for at in range(len(items(nodes.get("/tags"))))
        for pointer in [join("/tags", at)]
        if (tag := nodes.mapping(pointer))
    )


def _header_shapes(
    operations: Iterable[Operation], shapes: Mapping[str, Shape]
) -> tuple[Shape, ...]:
    """Return the shapes that headers of the responses of these operations reach."""
    types = [
        header.type
        for operation in operations
        for response in operation.responses
        for header in response.headers
    ]
    reached = _reach(types, lambda name: _mentions(shapes[name], "write_only"))
    reached |= constants_of(types, [shapes[name] for name in reached])
    return tuple(shapes[name] for name in sorted(reached))


def _of_each(
    found: Iterable[Place], read: Callable[[Place], _Made], refused: dict[str, Reason]
) -> dict[str, _Made]:
    """What `read` makes of each operation, by `METHOD /path`; those that it cannot make anything of
    are added to `refused`.
    """
    made: dict[str, _Made] = {}
    for place in found:
        if place.key in refused:
            continue
        try:
            made[place.key] = read(place)
        except Refused as refusal:
            refused[place.key] = refusal.reason
    return made


def lock_of(api: Api) -> NameLock:
    """The names of `api`, to be kept for the next run."""
    return NameLock(types=api.types, operations=api.calls, credentials=api.credentials)


def _tree(operations: list[Operation], names: TypeNames) -> tuple[Resource, ...]:
    paths = {
        operation.resource[:end]
        for operation in operations
        for end in range(1, len(operation.resource) + 1)
    }

    own: dict[tuple[str, ...], list[Operation]] = defaultdict(list)
    children: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for operation in operations:
        own[operation.resource].append(operation)
    for path in sorted(paths):
        children[path[:-1]].append(path)
    taken = set(names.given().values())

    def build(path: tuple[str, ...]) -> Resource:
        class_name = pascal("_".join(path))
        if class_name in taken:
            class_name += "Resource"
        class_name = names.name("#resource/" + "/".join(path), class_name)
        taken.add(class_name)
        own[path].sort(
            key=lambda operation: (_ORDER.get(operation.method, len(_ORDER)), operation.method)
        )
        return Resource(
            path=path,
            class_name=class_name,
            doc="",
            operations=tuple(own[path]),
            children=tuple(build(child) for child in children[path]),
        )

    return tuple(build(path) for path in children[()])


def _pruned(resources: Iterable[Resource], kept: Collection[str]) -> tuple[Resource, ...]:
    """The resources that lead to an operation of `kept`, with no other operation."""
    pruned = (
        replace(
            resource,
            operations=tuple(item for item in resource.operations if item.key in kept),
            children=_pruned(resource.children, kept),
        )
        for resource in resources
    )
    return tuple(resource for resource in pruned if resource.operations or resource.children)


def _sent(operation: Operation, *, in_body: bool = False) -> Iterator[TypeRef]:
    return (item.type for item in operation.arguments if not in_body or item.location == "body")


def _received(operation: Operation) -> Iterator[TypeRef]:
    yield from operation.response.types
    yield from (type_ for _, type_ in operation.errors)


def _reach(types: Iterable[TypeRef], mentions: Callable[[str], Iterable[str]]) -> set[str]:
    """The names of the shapes that values of `types` are made of, where those of each shape are
    made of what it `mentions`.
    """
    found: set[str] = set()
    waiting = [name for type_ in types for name in refs(type_)]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += mentions(name)
    return found


def _mentions(shape: Shape, left_out: str) -> Iterator[str]:
    """What a shape mentions, but for its fields with the mark `left_out`."""
    for type_ in _without(shape, left_out).types:
        yield from refs(type_)


def _without(shape: Shape, mark: str) -> Shape:
    marked = attrgetter(mark)
    if not any(map(marked, shape.fields)):
        return shape
    return replace(shape, fields=tuple(field for field in shape.fields if not marked(field)))


def _as_sent(shape: Shape, types: Mapping[str, TypeRef]) -> Shape:
    """The shape in requests, its fields of these `types` where they differ."""
    sent = _without(shape, "read_only")
    if not types:
        return sent
    fields = (replace(item, type=types.get(item.wire, item.type)) for item in sent.fields)
    return replace(sent, fields=tuple(fields))


def _params(operation: Operation, name: str) -> Shape:
    """The arguments of a call as one shape, keyed by argument name."""
    return Shape(
        name=name,
        pointer=join(operation.pointer, "#params"),
        fields=tuple(
            Field(
                name=item.name,
                wire=item.name,
                type=item.type,
                required=item.required,
                default=item.default,
                has_default=item.has_default,
                pointer=item.pointer,
            )
            for item in operation.arguments
        ),
        is_of_call=True,
    )


def _coverage(
    ways: Sequence[Operation],
    schemas: Schemas,
    mentions: Mapping[str, Iterable[str]],
    left_out: Iterable[Reason],
) -> Coverage:
    operation = ways[0]
    reasons: list[Reason] = [*left_out]
    sent = (type_ for way in ways for type_ in _sent(way))
    reached = _reach((*sent, *_received(operation)), mentions.__getitem__)
    for owner in (operation.pointer, *sorted(reached.intersection(schemas.degraded))):
        reasons += [item for item in schemas.degraded.get(owner, ()) if item not in reasons]
    status = "degraded" if reasons else "generated"
    return Coverage(operation.key, operation.call, status, tuple(reasons))

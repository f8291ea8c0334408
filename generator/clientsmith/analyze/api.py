"""`Document` + `Target` → `Api`: the steps of the analysis, in order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from ..config import Selection, Target
from ..document import Document, items
from ..identifiers.lock import NameLock
from ..ir import Api, Operation, Reason, Shape, Sources, Tag, TypeRef
from ..ir.graph import constants_of, refs_of
from ..limits import UNWATCHED, Watch
from . import left_out
from .coverage import coverage_of
from .facts import DOCUMENT, INFO, TAG
from .last import Last, Memory
from .naming.calls import Call, name_calls
from .naming.reserved import possible
from .naming.routes import routes_of
from .nodes import Endpoint, join, text_of
from .operations.errors import has_usual_error, usual_error
from .operations.switches import with_switch
from .operations.variants import variants_apart
from .parts import Parts
from .reach import (
    arguments_shape,
    as_sent,
    header_shapes,
    reached,
    reached_without,
    received_types,
    sent_types,
    without,
)
from .resources import pruned, tree_of
from .schemas.depth import with_cuts
from .schemas.docs import without_repeats
from .schemas.enum_unions import EnumUnions
from .schemas.model_inputs import arguments_taking_models, fields_taking_models
from .schemas.number_encodings import NumberEncodings
from .security import OF_CONSTRUCTORS, Securities
from .selection import candidates_of, selected
from .servers import Servers
from .webhooks import Payload, payloads, webhooks_of
from .work import Work, info_of

_Made = TypeVar("_Made")


def analyze(
    document: Document,
    target: Target,
    lock: NameLock,
    watch: Watch = UNWATCHED,
    custom: Mapping[str, str] = MappingProxyType({}),
    earlier: Callable[[], NameLock] = NameLock,
    memory: Memory | None = None,
) -> Api:
    """Return the API that a document describes.

    Args:
        document: A valid document.
        target: The configuration of the client.
        lock: The names of earlier runs.
        watch: Ends the analysis when its time is over.
        custom: The user's classes by name, each with the path below `_custom` that defines it.
        earlier: Returns the names of arguments, fields and constants that the client of the last
            run has; called where two of them want one name that the lock does not know.
        memory: Has the last analysis, and gets this one.

    Raises:
        ClientsmithError: the configuration does not fit the document, or the time is over.
    """
    lock = lock.under(target)
    parts = Parts(document.data, None if memory is None else memory.parts())
    last = memory.last(document, parts, target, lock) if memory is not None else None
    before = None if last is None else last.work
    read = _Read.of(Work.on(document, parts, target, lock, watch, earlier, before), lock)
    if last is not None and not last.fits(read.work, read.reached):
        read = _Read.of(Work.on(document, parts, target, lock, watch, earlier), lock)
    api = _api(read, document, target, lock, custom)
    if memory is not None:
        memory.keep(Last(read.work, lock_of(api), read.reached))
    return api


def _api(
    read: _Read, document: Document, target: Target, lock: NameLock, custom: Mapping[str, str]
) -> Api:
    """Return the API of a document whose operations and schemas were read."""
    work, calls, ways, mentions = read.work, read.calls, read.ways, read.mentions
    received, shapes = read.received, work.schemas.shapes()
    unions = EnumUnions(shapes, mentions)
    operations = _continued(work, variants_apart(ways.values()), shapes, unions)
    shapes = {
        name: work.unless_kept("unions", shape, unions.shape) for name, shape in shapes.items()
    }
    received = [replace(payload, type=unions.type(payload.type)) for payload in received]
    servers = Servers(work.nodes, work.endpoints, work.facts)
    securities = _securities(work, servers, lock)
    usual = usual_error(operations)
    operations = _with_shared_settings(operations, servers, securities, usual)
    encodings = NumberEncodings(shapes, mentions)
    objects = {name for name, shape in shapes.items() if not (shape.alias or shape.constants)}

    def marked(operation: Operation) -> Operation:
        return arguments_taking_models(encodings.marked(operation), objects)

    operations = [work.unless_kept("marks", operation, marked) for operation in operations]
    # Everything is named before a selection is made, so that names do not depend on it.
    tree = tree_of(operations, work.names)
    calls_by_key = {item.key: item.call for item in operations if not item.is_variant}
    endpoints_kept, kept = work.endpoints, _selected_keys(document, target)
    if kept is not None:
        endpoints_kept = [endpoint for endpoint in endpoints_kept if endpoint.key in kept]
        operations = [operation for operation in operations if operation.key in kept]
        received = [payload for payload in received if payload.key in kept]
        tree = pruned(tree, kept)
    models, params = _models_and_params(work, operations, received, shapes, objects)
    webhooks = webhooks_of(received, shapes)
    if webhooks is not None:
        webhooks = replace(webhooks, loads_decimals=encodings.is_read(webhooks.payload))
    keys = [operation.key for operation in operations]
    info = info_of(document)
    return Api(
        title=str(info.get("title", "")),
        version=str(info.get("version", "")),
        description=str(info.get("description", "")),
        package=target.package,
        client=work.client,
        environment=work.environment,
        base_url=servers.base_url,
        deep_object_arrays=target.deep_object_arrays,
        naive_datetimes=target.naive_datetimes,
        transport=target.transport,
        security=securities.security(keys),
        error=usual if any(operation.has_usual_error for operation in operations) else None,
        webhooks=webhooks,
        servers=servers.urls(),
        variables=servers.variables(
            {*OF_CONSTRUCTORS, *securities.taken()}, work.members.arguments
        ),
        left=securities.left(),
        credentials=securities.arguments(),
        resources=tree,
        models=models,
        params=params,
        coverage=coverage_of(
            *(endpoints_kept, _reasons(work, endpoints_kept, securities)),
            *(work.refused, work.schemas, ways, mentions),
        ),
        custom=dict(custom),
        calls=calls_by_key,
        types=work.names.given(),
        call_rules={key: call.rule for key, call in calls.items()},
        wanted_types=work.names.wanted(),
        argument_names=work.members.arguments.made(),
        field_names=work.members.fields.made(),
        constant_names=work.members.constants.made(),
        rules=lock.rules,
        tags=_tags(work),
        documented_servers=servers.documented(),
        security_schemes=securities.documented(work.facts, keys),
        header_shapes=header_shapes(operations, work.reader.header_shapes()),
        facts=(*work.facts.of("", DOCUMENT), *work.facts.of("/info", INFO, "info/")),
        sources=Sources(document.path.name, document.moves),
    )


def lock_of(api: Api) -> NameLock:
    """Return the names of an API, to be kept for the next run."""
    return NameLock(
        types=api.types,
        operations=api.calls,
        credentials=api.credentials,
        arguments=api.argument_names,
        fields=api.field_names,
        constants=api.constant_names,
        rules=api.rules,
    )


@dataclass(frozen=True)
class _Read:
    """What the operations and schemas of a document were read as."""

    work: Work
    calls: Mapping[str, Call]
    """The call of each operation, by `METHOD /path`."""
    ways: Mapping[str, tuple[Operation, ...]]
    """Each operation with its variants, by `METHOD /path`."""
    received: list[Payload]
    mentions: Mapping[str, list[str]]
    """The shapes that each shape refers to, by name."""

    @staticmethod
    def of(work: Work, lock: NameLock) -> _Read:
        """Read the operations and the schemas that these reach."""
        calls = _named_calls(work, lock)
        ways = work.of_each(lambda endpoint: work.reader.read(endpoint, calls[endpoint.key]))
        received = payloads(work.nodes, work.schemas, work.facts, work.endpoints)
        shapes = work.schemas.shapes()
        mentions = {name: refs_of(shape) for name, shape in shapes.items()}
        return _Read(work, calls, ways, received, mentions)

    @cached_property
    def reached(self) -> frozenset[str]:
        """The names of the shapes that operations and payloads reach."""
        operations = [way for ways in self.ways.values() for way in ways]
        types = [type_ for way in operations for type_ in (*sent_types(way), *received_types(way))]
        types += [payload.type for payload in self.received]
        shapes = self.work.schemas.known.shapes
        named = reached(types, lambda name: self.mentions.get(name, ()))
        return frozenset(
            named | constants_of(types, [shapes[name] for name in named if name in shapes])
        )


def _named_calls(work: Work, lock: NameLock) -> dict[str, Call]:
    """Return the call of each operation, by `METHOD /path`.

    A refused operation is named too: it shall rename no other on the day it is refused no more.
    """
    work.of_each(lambda endpoint: left_out.refuse(work.document, endpoint))
    responses = work.of_each(work.reader.answer)
    routes = routes_of(work.nodes, work.endpoints, responses, work.schemas.shapes())
    known = {route.key for route in routes}
    locked = {key: call for key, call in lock.operations.items() if key in known}
    return name_calls(routes, {**possible(locked), **work.target.operations}, lock.rules)


def _continued(
    work: Work,
    operations: Iterable[Operation],
    shapes: Mapping[str, Shape],
    unions: EnumUnions,
) -> list[Operation]:
    """Return the operations with their pagination, and the argument that asks for a stream.

    The unions in them whose members differ in enums alone are marked.
    """

    def continued(operation: Operation) -> Operation:
        paginated = work.reader.paginate(operation, shapes)
        return unions.operation(with_switch(paginated, work.target, shapes))

    return [work.unless_kept("pages", operation, continued) for operation in operations]


def _securities(work: Work, servers: Servers, lock: NameLock) -> Securities:
    """Return the reader of security schemes and requirements."""
    return Securities(
        work.document,
        work.nodes,
        work.endpoints,
        environment=work.environment,
        base_url=servers.base_url,
        fixed=lock.credentials,
        in_body=work.target.token_endpoint_auth == "client_secret_post",
    )


def _with_shared_settings(
    operations: Iterable[Operation],
    servers: Servers,
    securities: Securities,
    usual: TypeRef | None,
) -> list[Operation]:
    """Return the operations with what differs from the client's security, server and error."""
    return [
        replace(
            operation,
            security=securities.requirement(operation.key),
            server=servers.server(operation.key),
            has_usual_error=has_usual_error(operation, usual),
        )
        for operation in operations
    ]


def _selected_keys(document: Document, target: Target) -> set[str] | None:
    """Return the keys of the selected operations and webhooks; None where all are."""
    select = target.select
    if select == Selection():
        return None
    return selected(candidates_of(document), select.include, select.exclude)


def _models_and_params(
    work: Work,
    operations: Sequence[Operation],
    received: Iterable[Payload],
    shapes: Mapping[str, Shape],
    objects: Collection[str],
) -> tuple[tuple[Shape, ...], tuple[Shape, ...]]:
    """Return the shapes that responses and webhooks reach, and those that requests reach."""
    sent = [type_ for operation in operations for type_ in sent_types(operation)]
    read = [type_ for operation in operations for type_ in received_types(operation)]
    read += [payload.type for payload in received]
    known = {
        name: work.unless_kept("docs", shape, lambda shape: without_repeats(shape, shapes))
        for name, shape in shapes.items()
    }
    names = sorted(reached_without(read, shapes, "write_only"))
    models = tuple(without(known[name], "write_only") for name in names)
    in_bodies = [type_ for item in operations for type_ in sent_types(item, in_body=True)]
    for name in reached_without(in_bodies, shapes, "read_only"):
        known[name] = work.unless_kept(
            "models in bodies", known[name], lambda shape: fields_taking_models(shape, objects)
        )
    of_forms = work.schemas.known.of_forms
    params = (
        *(
            as_sent(known[name], of_forms.get(name, {}))
            for name in sorted(reached_without(sent, shapes, "read_only"))
        ),
        *(arguments_shape(item, item.params) for item in operations if item.params),
    )
    enums = sorted(constants_of([*sent, *read], [*models, *params]))
    return (
        _as_before(work, "models", with_cuts((*models, *(shapes[name] for name in enums)))),
        _as_before(work, "params", with_cuts(params)),
    )


def _as_before(work: Work, step: str, shapes: Iterable[Shape]) -> tuple[Shape, ...]:
    """Return the shapes, and of those that are equal to kept ones the objects of last time."""
    return tuple(work.unless_kept(step, shape, lambda shape: shape) for shape in shapes)


def _reasons(
    work: Work, kept: Iterable[Endpoint], securities: Securities
) -> dict[str, tuple[Reason, ...]]:
    """Return why operations are degraded, but for their types, by `METHOD /path`."""
    kept = list(kept)
    faulty = left_out.reasons(work.document, kept)
    return {
        endpoint.key: (*faulty.get(endpoint.key, ()), *securities.unsent(endpoint))
        for endpoint in kept
        if endpoint.key not in work.refused
    }


def _tags(work: Work) -> tuple[Tag, ...]:
    """Return the Tag Objects of the document."""
    return tuple(
        Tag(
            text_of(tag, "name"),
            text_of(tag, "description"),
            work.facts.of(pointer, TAG),
            pointer,
        )
        for at in range(len(items(work.nodes.get("/tags"))))
        for pointer in [join("/tags", at)]
        if (tag := work.nodes.mapping(pointer))
    )

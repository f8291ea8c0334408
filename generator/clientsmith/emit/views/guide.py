"""`API.md`, its parts in `api/`, and `AGENTS.md`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...ir import STREAMS, Api, ListOf, Operation, Resource, Upload
from ..annotations import for_argument
from ..operation_modules import resource_module
from ..values import Code, Name, Prose
from .calls import CallView, call_view, example_of, summary
from .module_map import webhooks_name

MOST_CALLS = 100
"""The calls of a page; with more of them, each resource of the client has a page of its own."""


@dataclass(frozen=True, slots=True)
class CredentialView:
    """An argument of the client that takes a credential, and the environment variable for it."""

    argument: Code
    variable: Code
    deprecated: bool


@dataclass(frozen=True, slots=True)
class ListedCallView:
    """A call in the list of a large API, whose table is on another page."""

    call: Code
    summary: Prose


@dataclass(frozen=True, slots=True)
class PartView:
    """A page with the calls of one resource of the client and those below it."""

    name: Code
    path: Code
    calls: tuple[ListedCallView, ...]


@dataclass(frozen=True, slots=True)
class GuideView:
    """`API.md`, its parts and `AGENTS.md`.

    A page has `calls`, or the list of its `parts`. `takes_models` where a call takes a model of an
    answer, `takes_files` where one sends files, `has_files` where one returns them, and
    `has_streams` where one returns a stream.
    """

    title: Prose
    package: Code
    client: Code
    async_client: Code
    error: Code
    environment: Code
    credentials: tuple[CredentialView, ...]
    left: tuple[Prose, ...]
    webhooks: tuple[Code, ...]
    calls: tuple[CallView, ...]
    parts: tuple[PartView, ...]
    lists: tuple[Code, ...]
    raw: tuple[Code, ...]
    """A call for its raw response, and the same for a streaming one; none without a resource."""
    transport: tuple[Code, ...]
    """The HTTP library, where it is not the usual one."""
    takes_models: bool
    takes_files: bool
    has_files: bool
    has_streams: bool


def is_large(api: Api) -> bool:
    """Return whether the calls of an API are on several pages."""
    return len(api.operations()) > MOST_CALLS


def part_path(resource: Resource) -> str:
    """Return the path of the page with the calls of a resource and those below it."""
    return f"api/{resource_module(resource)}.md"


def guide_view(api: Api) -> GuideView:
    """Return the view of `AGENTS.md` and of `API.md`, with the calls or the list of its parts."""
    operations = api.operations()
    parts = tuple(map(_part, api.resources)) if is_large(api) else ()
    return _view(api, operations, () if parts else operations, parts)


def part_view(api: Api) -> GuideView:
    """Return the view of a page that has all calls of the resources of `api`."""
    return _view(api, api.operations(), api.operations(), ())


def _view(
    api: Api,
    operations: tuple[Operation, ...],
    shown: Iterable[Operation],
    parts: tuple[PartView, ...],
) -> GuideView:
    given = [item.type for operation in operations for item in operation.arguments]
    answers = [answer.kind for operation in operations for answer in operation.response.answers]
    return GuideView(
        title=Prose(api.title or api.package),
        package=Code(Name(api.package).source),
        client=Code(Name(api.client).source),
        async_client=Code(Name(f"Async{api.client}").source),
        error=Code(Name(f"{api.client}Error").source),
        environment=Code(Name(api.environment).source),
        credentials=_credentials(api),
        left=tuple(Prose(name) for name in api.left),
        webhooks=(Code(webhooks_name(api)),) if api.webhooks else (),
        calls=tuple(map(call_view, shown)),
        parts=parts,
        lists=tuple(Code(each.call) for each in operations if each.pagination),
        raw=_raw(operations),
        transport=() if api.transport == "httpx2" else (Code(Name(api.transport).source),),
        takes_models=any("core.Model" in for_argument(type_).code.source for type_ in given),
        takes_files=any(isinstance(_item(type_), Upload) for type_ in given),
        has_files="file" in answers,
        has_streams=any(kind in STREAMS for kind in answers),
    )


def _part(resource: Resource) -> PartView:
    waiting, operations = [resource], list[Operation]()
    while waiting:
        each = waiting.pop(0)
        operations += each.operations
        waiting = [*each.children, *waiting]
    calls = tuple(ListedCallView(Code(each.call), summary(each)) for each in operations)
    return PartView(Code(Name(resource.name).source), Code(part_path(resource)), calls)


def example_operation(operations: Iterable[Operation]) -> Operation | None:
    """Return the last operation that only reads, else the last; None without operations.

    One that is added is rarely the last, so that it does not change the examples.
    """
    reached = [each for each in operations if each.resource]
    reading = [each for each in reached if each.http_method == "GET"]
    return next(reversed(reading or reached), None)


def _raw(operations: tuple[Operation, ...]) -> tuple[Code, ...]:
    """Return examples of raw calls."""
    last = example_operation(operations)
    if last is None:
        return ()
    views = ("with_raw_response", "with_streaming_response")
    return tuple(example_of(last, view) for view in views)


def _item(type_: object) -> object:
    return type_.items if isinstance(type_, ListOf) else type_


def _credentials(api: Api) -> tuple[CredentialView, ...]:
    return tuple(
        CredentialView(
            Code(Name(argument.name).source),
            Code(Name(argument.variable).source),
            argument.deprecated,
        )
        for credential in (api.security.credentials if api.security else ())
        for argument in credential.arguments
    )

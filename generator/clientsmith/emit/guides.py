"""`API.md`, with a page for each resource of a large API, and `AGENTS.md`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..ir import Api, Operation, Resource
from .artifacts import Artifact, Settings
from .views.guide import example_operation, guide_view, is_large, part_path, part_view


def files(api: Api, _: Settings) -> Iterator[Artifact]:
    """Yield the guides to the calls of the client."""
    # What no guide prints is left out, so that a page is not printed again for it.
    calls = replace(
        api,
        models=(),
        params=(),
        coverage=(),
        webhooks=api.webhooks and replace(api.webhooks, tags=(), requests=()),
        tags=(),
        facts=(),
        documented_servers=(),
        security_schemes=(),
        header_shapes=(),
    )
    whole = _as_list(calls) if is_large(api) else calls
    for name in ("AGENTS.md", "API.md"):
        yield Artifact(name, "markdown", f"{name}.jinja", _view, whole)
    for resource in api.resources if is_large(api) else ():
        # Of other resources a page has nothing, so that a changed call leaves theirs alone.
        part = replace(calls, resources=(resource,))
        yield Artifact(part_path(resource), "markdown", "API.md.jinja", _part, part)


def _as_list(api: Api) -> Api:
    """Return an API whose operations have only what the list of calls shows of them."""
    example = example_operation(api.operations())

    def in_list(resource: Resource) -> Resource:
        return replace(
            resource,
            operations=tuple(
                operation if operation is example else _without_details(operation)
                for operation in resource.operations
            ),
            children=tuple(map(in_list, resource.children)),
        )

    return replace(api, resources=tuple(map(in_list, api.resources)))


def _without_details(operation: Operation) -> Operation:
    return replace(
        operation,
        description="" if operation.summary else operation.description,
        arguments=tuple(replace(item, doc="", facts=()) for item in operation.arguments),
        body=None,
        errors=(),
        example={},
        example_response=None,
        tags=(),
        request_body=None,
        responses=(),
        facts=(),
    )


def _view(api: Api) -> Mapping[str, object]:
    return {"guide": guide_view(api)}


def _part(api: Api) -> Mapping[str, object]:
    return {"guide": part_view(api)}

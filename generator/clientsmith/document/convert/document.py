"""Converts a whole document of Swagger 2.0, by its parts."""

from __future__ import annotations

import copy
from typing import Any, cast

from ...diagnostics import warning
from ...limits import UNWATCHED, Watch
from ...openapi import SWAGGER_METHODS
from .. import MOUNT, Document, join_pointer, look_up, members, moved_from, split_pointer
from . import parameters
from .responses import response
from .schemas import schema
from .security import security_scheme
from .servers import operation_servers, servers
from .work import Convert, Node, Work, each

_KEPT = ("info", "tags", "externalDocs", "security")


def convert(document: Document, watch: Watch = UNWATCHED) -> Document:
    """Return a document of Swagger 2.0 as OpenAPI 3.0, and any other document unchanged."""
    if "swagger" not in document.data:
        return document
    work = Work(document, watch)
    data = _root(work)
    _others(work, data)
    converted = document.rearranged(data, work.moves)
    _update_references(converted, work)
    message = f"Swagger {document.data['swagger']} is converted to OpenAPI 3.0: {_summary(work)}"
    summary = warning("swagger", message, document.key_span("/swagger"))
    return converted.rearranged(data, {}, [summary, *work.warnings])


def _root(work: Work) -> Node:
    old = work.data
    root: Node = {"openapi": "3.0.3"}
    work.move("/openapi", "/swagger")
    for key, value in old.items():
        if key in _KEPT or (key.startswith("x-") and key != MOUNT):
            root[key] = value
    if hosts := servers(work):
        root["servers"] = hosts
    root["paths"] = dict(each(work, old.get("paths"), "/paths", "/paths", _path_item))
    if components := _components(work):
        root["components"] = components
    return root


def _components(work: Work) -> Node:
    components: Node = {}
    sections: tuple[tuple[str, str, Convert], ...] = (
        ("definitions", "schemas", schema),
        ("responses", "responses", lambda work, _, old, new: response(work, {}, old, new)),
        ("securityDefinitions", "securitySchemes", security_scheme),
    )
    for section, name, convert_one in sections:
        node = members(work.data.get(section))
        if not node:
            continue
        new = f"/components/{name}"
        work.move(new, f"/{section}")
        components[name] = dict(each(work, node, f"/{section}", new, convert_one))
        work.changes[f"{section} → components/{name}"] += len(node)
    for name in members(work.data.get("parameters")):
        component = parameters.component(work, join_pointer("parameters", name))
        if component is not None:
            section, node = component
            components.setdefault(section, {})[name] = node
            work.changes[f"parameters → components/{section}"] += 1
    return components


def _path_item(work: Work, node: Any, old: str, new: str) -> Any:
    if not isinstance(node, dict):
        return node
    item = members(node)
    shared = parameters.resolved(work, item, old)
    converted: Node = {}
    for key, value in item.items():
        if key in SWAGGER_METHODS and isinstance(value, dict):
            converted[key] = _operation(work, shared, f"{old}/{key}", f"{new}/{key}")
        elif key == "parameters":
            converted[key] = parameters.outside_body(work, shared, new)
        else:
            converted[key] = value
    return converted


def _operation(work: Work, shared: list[parameters.ParameterEntry], old: str, new: str) -> Node:
    """Convert the operation at `old`; `shared` are the parameters of its path item."""
    operation = work.node(old)
    own = parameters.resolved(work, operation, old)
    named = {(parameter.node.get("in"), parameter.node.get("name")) for parameter in own}
    has_body = any(parameter.node.get("in") == "body" for parameter in own)
    effective = [
        *own,
        *(
            parameter
            for parameter in shared
            if (parameter.node.get("in"), parameter.node.get("name")) not in named
            and not (has_body and parameter.node.get("in") == "body")
        ),
    ]
    converted: Node = {
        key: value
        for key, value in operation.items()
        if key not in ("consumes", "produces", "schemes", "parameters", "responses")
    }
    if outside_body := parameters.outside_body(work, own, new):
        converted["parameters"] = outside_body
    body = parameters.request_body(work, effective, operation, f"{new}/requestBody")
    if body is not None:
        converted["requestBody"] = body
    if hosts := operation_servers(work, operation, old):
        converted["servers"] = hosts
    converted["responses"] = dict(
        each(
            work,
            operation.get("responses"),
            f"{old}/responses",
            f"{new}/responses",
            lambda work, _, old, new: response(work, operation, old, new),
        )
    )
    return converted


def _others(work: Work, data: Node) -> None:
    """Convert the schemas of other files that references reach, each at its own pointer."""
    if MOUNT not in work.data:
        return
    data[MOUNT] = copy.deepcopy(work.data[MOUNT])
    done: set[str] = set()
    while waiting := [pointer for pointer in work.schemas_elsewhere if pointer not in done]:
        for pointer in waiting:
            done.add(pointer)
            *above, last = split_pointer(pointer)
            holder = look_up(data, join_pointer(*above))
            converted = schema(work, work.node(pointer), pointer, pointer)
            if isinstance(holder, list):
                cast("list[Any]", holder)[int(last)] = converted
            else:
                holder[last] = converted


def _update_references(document: Document, work: Work) -> None:
    """Point each reference to the new pointer of what it names.

    `#/definitions/Pet` → `#/components/schemas/Pet`.
    """
    for reference in document.references():
        reference.holder[reference.key] = f"#{moved_from(work.new_pointers, reference.target)}"


def _summary(work: Work) -> str:
    counted = [f"{what} ({count:,})" for what, count in sorted(work.changes.items())]
    return "; ".join(counted) or "only the version changes"

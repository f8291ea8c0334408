"""Swagger 2.0 → OpenAPI 3.0: a stage of its own, so that no later one knows of Swagger.

What is written anew keeps its place in the file as it was read; what OpenAPI 3.0 has no words for
is told.
"""

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
from .work import Make, Node, Work, each

__all__ = ["convert"]

_KEPT = ("info", "tags", "externalDocs", "security")


def convert(document: Document, watch: Watch = UNWATCHED) -> Document:
    """The document in the words of OpenAPI 3.0; one that is no Swagger comes back as it is."""
    if "swagger" not in document.data:
        return document
    work = Work(document, watch)
    data = _root(work)
    _others(work, data)
    made = document.rearranged(data, work.moves)
    _lead_references(made, work)
    message = f"Swagger {document.data['swagger']} is read as OpenAPI 3.0: {_summary(work)}"
    told = warning("swagger", message, document.key_span("/swagger"))
    return made.rearranged(data, {}, [told, *work.told])


def _root(work: Work) -> Node:
    old = work.data
    made: Node = {"openapi": "3.0.3"}
    work.move("/openapi", "/swagger")
    for key, value in old.items():
        if key in _KEPT or (key.startswith("x-") and key != MOUNT):
            made[key] = value
    if hosts := servers(work):
        made["servers"] = hosts
    made["paths"] = dict(each(work, old.get("paths"), "/paths", "/paths", _path_item))
    if components := _components(work):
        made["components"] = components
    return made


def _components(work: Work) -> Node:
    made: Node = {}
    sections: tuple[tuple[str, str, Make], ...] = (
        ("definitions", "schemas", schema),
        ("responses", "responses", lambda work, _, old, new: response(work, {}, old, new)),
        ("securityDefinitions", "securitySchemes", security_scheme),
    )
    for section, name, make in sections:
        node = members(work.data.get(section))
        if not node:
            continue
        new = f"/components/{name}"
        work.move(new, f"/{section}")
        made[name] = dict(each(work, node, f"/{section}", new, make))
        work.changes[f"{section} → components/{name}"] += len(node)
    for name in members(work.data.get("parameters")):
        given = parameters.shared(work, join_pointer("parameters", name))
        if given is not None:
            section, node = given
            made.setdefault(section, {})[name] = node
            work.changes[f"parameters → components/{section}"] += 1
    return made


def _path_item(work: Work, node: Any, old: str, new: str) -> Any:
    if not isinstance(node, dict):
        return node
    item = members(node)
    shared = parameters.written(work, item, old)
    made: Node = {}
    for key, value in item.items():
        if key in SWAGGER_METHODS and isinstance(value, dict):
            made[key] = _operation(work, shared, f"{old}/{key}", f"{new}/{key}")
        elif key == "parameters":
            made[key] = parameters.listed(work, shared, new)
        else:
            made[key] = value
    return made


def _operation(work: Work, shared: list[parameters.Written], old: str, new: str) -> Node:
    operation = work.node(old)
    own = parameters.written(work, operation, old)
    named = {(given.node.get("in"), given.node.get("name")) for given in own}
    has_body = any(given.node.get("in") == "body" for given in own)
    in_body = [
        *own,
        *(
            given
            for given in shared
            if (given.node.get("in"), given.node.get("name")) not in named
            and not (has_body and given.node.get("in") == "body")
        ),
    ]
    made: Node = {
        key: value
        for key, value in operation.items()
        if key not in ("consumes", "produces", "schemes", "parameters", "responses")
    }
    if listed := parameters.listed(work, own, new):
        made["parameters"] = listed
    body = parameters.request_body(work, in_body, operation, f"{new}/requestBody")
    if body is not None:
        made["requestBody"] = body
    if hosts := operation_servers(work, operation, old):
        made["servers"] = hosts
    made["responses"] = dict(
        each(
            work,
            operation.get("responses"),
            f"{old}/responses",
            f"{new}/responses",
            lambda work, _, old, new: response(work, operation, old, new),
        )
    )
    return made


def _others(work: Work, data: Node) -> None:
    """Convert the schemas of other files, where they stand."""
    if MOUNT not in work.data:
        return
    data[MOUNT] = copy.deepcopy(work.data[MOUNT])
    done: set[str] = set()
    while waiting := [pointer for pointer in work.schemas_elsewhere if pointer not in done]:
        for pointer in waiting:
            done.add(pointer)
            *above, last = split_pointer(pointer)
            holder = look_up(data, join_pointer(*above))
            made = schema(work, work.node(pointer), pointer, pointer)
            if isinstance(holder, list):
                cast("list[Any]", holder)[int(last)] = made
            else:
                holder[last] = made


def _lead_references(document: Document, work: Work) -> None:
    """Have each reference lead to where its target now stands."""
    for reference in document.references():
        reference.holder[reference.key] = f"#{moved_from(work.now, reference.target)}"


def _summary(work: Work) -> str:
    counted = [f"{what} ({count:,})" for what, count in sorted(work.changes.items())]
    return "; ".join(counted) or "only the version is another"

"""The constants that describe operations to the runtime."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import cast

from ..ir import Argument, JsonBody, Operation, Pagination, RawBody, WholeJsonBody
from ..paging import FieldPath
from ..values import Code, Literal, Name
from . import answers


@dataclass(frozen=True, slots=True)
class OperationView:
    """The constant that describes an operation to the runtime."""

    constant: Name
    http_method: Literal
    path: Literal
    options: tuple[Code, ...]


_CLASSES = {
    "path": "Path",
    "query": "Query",
    "querystring": "QueryString",
    "header": "Header",
    "cookie": "Cookie",
}


def operation_view(operation: Operation) -> OperationView:
    options: list[Code] = []
    if operation.params is not None:
        options.append(Code(f"params=lambda: params.{Name(operation.params).source}"))
    for keyword, is_path in (("paths", True), ("places", False)):
        entries = [
            f"{Literal(item.name).source}: {_place(item)}"
            for item in operation.arguments
            if item.location != "body"
            and (item.location == "path") == is_path
            and not (is_path and item.is_plain)
        ]
        if entries:
            options.append(Code(f"{keyword}={{{', '.join(entries)}}}"))
    if operation.body is not None:
        options.append(Code(f"body={_body(operation)}"))
    options += answers.options(operation)
    if operation.pagination is not None:
        options.append(Code(f"page={_page_plan(operation.pagination)}"))
    options += answers.errors(operation)
    return OperationView(
        constant_name(operation),
        Literal(operation.http_method),
        Literal(operation.path),
        tuple(options),
    )


def _place(item: Argument) -> str:
    given = [Literal(item.wire).source]
    if item.style not in ("form", "simple", ""):
        given.append(f"style={Literal(item.style).source}")
    if item.is_plain:
        if item.location == "query" and not item.explode:
            given.append("explode=False")
        return f"core.{_CLASSES[item.location]}({', '.join(given)})"
    given += ["explode=True"] if item.explode else []
    given += ["reserved=True"] if item.allow_reserved else []
    given += [f"media_type={Literal(item.content).source}"] if item.content else []
    return f"styles.{_CLASSES[item.location]}({', '.join(given)})"


def _body(operation: Operation) -> str:
    match operation.body:
        case JsonBody(required=required, media_type=media_type):
            fields = [item for item in operation.arguments if item.location == "body"]
            renamed = {item.name: item.wire for item in fields if item.name != item.wire}
            given = [Literal(dict(renamed)).source] if renamed else []
            given += [] if required else ["required=False"]
            given += _media_type(media_type)
            return f"core.JsonBody({', '.join(given)})"
        case WholeJsonBody(argument=argument, media_type=media_type):
            given = [Literal(argument).source, *_media_type(media_type)]
            return f"core.WholeJsonBody({', '.join(given)})"
        case RawBody(argument=argument, media_type=media_type):
            return f"raw_body.RawBody({Literal(argument).source}, {Literal(media_type).source})"
        case None:
            return "None"


def _media_type(media_type: str) -> list[str]:
    usual = media_type == "application/json"
    return [] if usual else [f"media_type={Literal(media_type).source}"]


def _page_plan(pagination: Pagination) -> str:
    """The call that makes the plan: what it has by default is not printed."""
    plan = pagination.plan
    items = ".".join(pagination.items) or "root"
    given = {"argument": "", "items": items}
    for field in fields(plan):
        value = getattr(plan, field.name)
        if value != field.default:
            given[field.name] = (
                ".".join(cast("FieldPath", value)) if isinstance(value, tuple) else value
            )
    arguments = [f"{name}={Literal(value).source}" for name, value in given.items() if value != ""]
    return f"{plan.module or 'core'}.{type(plan).__name__}({', '.join(arguments)})"


def constant_name(operation: Operation) -> Name:
    return Name(f"_{operation.method.upper()}")

"""The constants that describe operations to the runtime."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from typing import cast

from ...ir import (
    Argument,
    ChosenBody,
    FormBody,
    Json,
    JsonBody,
    LinesBody,
    Operation,
    Pagination,
    Part,
    RawBody,
    SingleBody,
    WholeJsonBody,
)
from ...ir.pagination import FieldPath
from ..operation_modules import is_core_style, plan_module
from ..values import Code, Literal, Name
from . import answers
from .security import requirement


@dataclass(frozen=True, slots=True)
class OperationView:
    """The constant that describes an operation to the runtime."""

    constant: Name
    name: Literal
    """Its method, a space and its path, in which arguments stand by their names."""
    options: tuple[Code, ...]
    streamed: tuple[StreamedView, ...]
    """That of the calls that ask for a stream, if an argument does."""


@dataclass(frozen=True, slots=True)
class StreamedView:
    """The constant for the calls of an operation that ask for a stream."""

    constant: Name
    options: tuple[Code, ...]


USUAL_MEDIA_TYPES = frozenset(
    {"application/json", "application/x-www-form-urlencoded", "multipart/form-data"}
)
"""The media types that the runtime's bodies have by default."""

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
    for keyword, is_path in (("paths", True), ("locations", False)):
        entries = [
            f"{Literal(item.name).source}: {_location(item)}"
            for item in operation.arguments
            if item.location not in ("body", "media type")
            and (item.location == "path") == is_path
            and not (is_path and is_core_style(item))
        ]
        if entries:
            options.append(Code(f"{keyword}={{{', '.join(entries)}}}"))
    if operation.body is not None:
        options.append(Code(f"body={_body(operation)}"))
    if operation.encoded_arguments:
        names = ", ".join(Literal(name).source for name in operation.encoded_arguments)
        types = f"lambda: params.{Name(operation.params or '').source}"
        options.append(Code(f"encoder=number_encoding.ArgumentEncoder({types}, {names})"))
    options += answers.options(operation)
    if operation.pagination is not None:
        options.append(Code(f"page={_page_plan(operation.pagination)}"))
    options += answers.errors(operation)
    if operation.server is not None:
        options.append(Code(f"server=servers.at({Literal(operation.server).source})"))
    if operation.security is not None:
        options.append(Code(f"security={requirement(operation.security)}"))
    return OperationView(
        constant_name(operation),
        Literal(f"{operation.http_method} {operation.path}"),
        tuple(options),
        _streamed(operation),
    )


def _streamed(operation: Operation) -> tuple[StreamedView, ...]:
    if operation.switch is None:
        return ()
    options = answers.streamed(operation, operation.switch)
    return (StreamedView(streamed_name(operation), options),)


def _location(item: Argument) -> str:
    given = [Literal(item.wire).source]
    if item.style not in ("form", "simple", ""):
        given.append(f"style={Literal(item.style).source}")
    if is_core_style(item):
        if item.location == "query" and not item.explode:
            given.append("explode=False")
        module = "core" if item.location == "query" else "parameters"
        return f"{module}.{_CLASSES[item.location]}({', '.join(given)})"
    given += ["explode=True"] if item.explode else []
    given += ["reserved=True"] if item.allow_reserved else []
    given += [f"media_type={Literal(item.content).source}"] if item.content else []
    return f"styles.{_CLASSES[item.location]}({', '.join(given)})"


def _body(operation: Operation) -> str:
    if not isinstance(operation.body, ChosenBody):
        return "".join(_single_body(operation, body) for body in operation.bodies())
    bodies = ", ".join(
        f"{Literal(body.media_type).source}: {_single_body(operation, body)}"
        for body in operation.body.bodies
    )
    return f"body_choice.ChosenBody({Literal(operation.body.kind).source}, {{{bodies}}})"


def _single_body(operation: Operation, body: SingleBody) -> str:
    whole = _whole_body(operation, body)
    if not isinstance(body, JsonBody | FormBody) or not body.needed:
        return whole
    names = ", ".join(Literal(name).source for name in body.needed)
    return f"optional_body.OptionalBody({whole}, {names})"


def _whole_body(operation: Operation, body: SingleBody) -> str:
    match body:
        case JsonBody():
            given = [*_names(operation), *_usual(body)]
            return f"core.JsonBody({', '.join(given)})"
        case WholeJsonBody(argument=argument):
            given = [Literal(argument).source, *_media_type(body)]
            return f"parameters.WholeJsonBody({', '.join(given)})"
        case FormBody():
            return _form(operation, body)
        case LinesBody(argument=argument, media_type=media_type):
            given = [Literal(argument).source, Literal(media_type).source]
            given += ['mark="\\x1e"'] if body.is_sequence else []
            return f"bodies.LinesBody({', '.join(given)})"
        case RawBody(argument=argument, media_type=media_type, kind=kind):
            given = [Literal(argument).source, Literal(media_type).source]
            given += [] if kind is None else [f"kind={Literal(kind).source}"]
            name = "base64_body.Base64Body" if body.is_base64 else "bodies.RawBody"
            return f"{name}({', '.join(given)})"


def _form(operation: Operation, body: FormBody) -> str:
    headers = {name for part in body.parts for _, name in part.headers}
    given = [] if body.argument else _names(operation, headers)
    given += [f"argument={Literal(body.argument).source}"] if body.argument else []
    parts = [f"{Literal(part.wire).source}: {_part(part)}" for part in body.parts]
    given += [f"parts={{{', '.join(parts)}}}"] if parts else []
    styles = [f"{Literal(item.wire).source}: {_location(item)}" for item in body.styles]
    given += [f"styles={{{', '.join(styles)}}}"] if styles else []
    given += _usual(body)
    name = "multipart.MultipartBody" if body.is_multipart else "forms.FormBody"
    return f"{name}({', '.join(given)})"


def _part(part: Part) -> str:
    given = [Literal(part.media_type).source] if part.media_type else []
    given += ["is_file=True"] if part.is_file else []
    if part.headers:
        given.append(f"headers={Literal(dict(part.headers)).source}")
    return f"multipart.Part({', '.join(given)})"


def _names(operation: Operation, apart: Collection[str] = ()) -> list[str]:
    """Return the fields of a body whose name on the wire is not that of their argument."""
    renamed = {
        item.name: item.wire
        for item in operation.arguments
        if item.location == "body" and item.name != item.wire and item.name not in apart
    }
    return [Literal(dict[str, Json](renamed)).source] if renamed else []


def _usual(body: JsonBody | FormBody) -> list[str]:
    return ([] if body.required else ["required=False"]) + _media_type(body)


def _media_type(body: SingleBody) -> list[str]:
    if body.media_type in USUAL_MEDIA_TYPES:
        return []
    return [f"media_type={Literal(body.media_type).source}"]


def _page_plan(pagination: Pagination) -> str:
    """Return the expression for a pagination plan, without the fields that have their default."""
    plan = pagination.plan
    given = {"argument": ""}
    for field in fields(plan):
        value = getattr(plan, field.name)
        if value != field.default:
            given[field.name] = (
                ".".join(cast("FieldPath", value)) if isinstance(value, tuple) else value
            )
    arguments = [f"{name}={Literal(value).source}" for name, value in given.items() if value != ""]
    return f"{plan_module(plan) or 'core'}.{type(plan).__name__}({', '.join(arguments)})"


def constant_name(operation: Operation) -> Name:
    return Name(f"_{_method(operation).upper()}")


def streamed_name(operation: Operation) -> Name:
    # Two underscores: `_CREATE_STREAM` may be the constant of a call `create_stream`.
    return Name(f"_{_method(operation).upper()}__STREAM")


def _method(operation: Operation) -> str:
    """Return the method that has the constants: an old name uses those of the new one beside it."""
    is_sibling = operation.now[:-1] == operation.resource
    return operation.now[-1] if is_sibling else operation.method

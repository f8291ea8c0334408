"""An `Api` with every text of the document replaced by a harmless one of the same kind.

What is printed from it has the shape that a client has whatever its document says; see `prove`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import replace

from .ir import (
    Api,
    Argument,
    Choice,
    Field,
    Json,
    JsonScalar,
    ListOf,
    MapOf,
    Operation,
    Resource,
    Shape,
    TypeRef,
    Union,
)
from .values import is_name

Part = Operation | Shape
"""A part of an API that texts belong to."""


def inert(api: Api, kept: Collection[int] = ()) -> Api:
    """`api` with placeholders for its texts, but for those of parts whose `id` is in `kept`."""
    texts = _Texts()

    def keep(part: Part) -> bool:
        return id(part) in kept

    return replace(
        api,
        title=_prose(api.title),
        version=_prose(api.version),
        description=_prose(api.description),
        base_url=_prose(api.base_url),
        models=tuple(shape if keep(shape) else texts.shape(shape) for shape in api.models),
        params=tuple(shape if keep(shape) else texts.shape(shape) for shape in api.params),
        resources=tuple(_resource(resource, texts, keep) for resource in api.resources),
    )


def parts(api: Api) -> tuple[Part, ...]:
    """Every part of `api` that texts belong to."""
    return (*api.models, *api.params, *api.operations())


def _resource(resource: Resource, texts: _Texts, keep: Callable[[Part], bool]) -> Resource:
    return replace(
        resource,
        doc=_prose(resource.doc),
        operations=tuple(
            operation if keep(operation) else texts.operation(operation)
            for operation in resource.operations
        ),
        children=tuple(_resource(child, texts, keep) for child in resource.children),
    )


def _prose(text: str) -> str:
    # Whether there is a text decides whether it is printed, so an empty one stays empty.
    return "Text." if text else ""


class _Texts:
    """Placeholders: the same one for the same text, another for another."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def word(self, text: str) -> str:
        """The placeholder for a name on the wire or a value of an enum."""
        # An identifier can be printed as one. It is harmless, being nothing else.
        return text if is_name(text) else self._known.setdefault(text, f"~{len(self._known)}")

    def operation(self, operation: Operation) -> Operation:
        body = operation.body
        return replace(
            operation,
            key="GET /",
            path="".join(re.findall(r"{[^{}]*}", operation.path)),
            summary=_prose(operation.summary),
            description=_prose(operation.description),
            arguments=tuple(self.argument(item) for item in operation.arguments),
            body=body and replace(body, media_type=self.media_type(body.media_type)),
            response=replace(
                operation.response,
                type=operation.response.type and self.type(operation.response.type),
                doc=_prose(operation.response.doc),
            ),
            error=operation.error and self.type(operation.error),
            pagination=operation.pagination
            and replace(operation.pagination, item=self.type(operation.pagination.item)),
            example={name: self.value(value) for name, value in operation.example.items()},
            example_response=self.value(operation.example_response),
        )

    def media_type(self, text: str) -> str:
        # The usual one is not printed.
        return text if text == "application/json" else self.word(text)

    def argument(self, item: Argument) -> Argument:
        return replace(
            item,
            wire=item.wire if item.wire == item.name else f"~{item.name}",
            type=self.type(item.type),
            doc=_prose(item.doc),
            default=self.value(item.default),
            content=item.content and self.media_type(item.content),
        )

    def shape(self, shape: Shape) -> Shape:
        return replace(
            shape,
            doc=_prose(shape.doc),
            fields=tuple(self.field(field) for field in shape.fields),
            extra=shape.extra and self.type(shape.extra),
        )

    def field(self, field: Field) -> Field:
        return replace(
            field,
            wire=self.word(field.wire),
            type=self.type(field.type),
            doc=_prose(field.doc),
            default=self.value(field.default),
        )

    def type(self, type_: TypeRef) -> TypeRef:
        match type_:
            case Choice(values=values):
                return replace(type_, values=tuple(self.scalar(value) for value in values))
            case ListOf(items=items):
                return replace(type_, items=self.type(items))
            case MapOf(values=values):
                return MapOf(self.type(values))
            case Union(members=members):
                return replace(type_, members=tuple(self.type(member) for member in members))
            case _:
                return type_

    def scalar(self, value: JsonScalar) -> JsonScalar:
        return self.word(value) if isinstance(value, str) else value

    def value(self, value: Json) -> Json:
        match value:
            case str():
                # An empty default counts: it tells that the API does not check the format.
                return self.word(value) if value else ""
            case list():
                return [self.value(item) for item in value]
            case dict():
                return {self.word(key): self.value(item) for key, item in value.items()}
            case _:
                return value

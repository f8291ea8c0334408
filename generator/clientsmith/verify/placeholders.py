"""Parts of the IR with every text of the document replaced by a harmless one of the same kind.

What is printed from them has the shape that a client has whatever its document says; see `prove`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import TypeVar, cast

from ..document.patterns import Pattern
from ..emit.artifacts import Part
from ..emit.views.index import IndexPart
from ..emit.views.operation import USUAL_MEDIA_TYPES
from ..emit.views.resource import ResourcePart
from ..emit.views.shapes import PageClass, ShapesPart
from ..identifiers import is_name
from ..ir import (
    RANGES,
    Among,
    Answer,
    Api,
    ApiKey,
    Argument,
    Body,
    Choice,
    ChosenBody,
    ClientCredentials,
    Credential,
    Field,
    FormBody,
    Json,
    JsonScalar,
    ListOf,
    MapOf,
    Operation,
    Pagination,
    Requirement,
    Resource,
    Response,
    Scalar,
    Security,
    ServerVariable,
    Shape,
    SingleBody,
    TupleOf,
    TypeRef,
    Union,
    Webhooks,
)
from ..ir.pagination import HeaderCursor

Source = Operation | Shape
"""What the texts of a part belong to, with a place in the document."""

_PartT = TypeVar("_PartT", bound=Part)


def inert(part: _PartT, kept: Collection[int] = ()) -> _PartT:
    """`part` with placeholders for its texts, but for those of sources whose `id` is in `kept`."""

    def keep(source: Source) -> bool:
        return id(source) in kept

    return cast(_PartT, _inert(part, keep))


def _inert(part: Part, keep: Callable[[Source], bool]) -> Part:
    texts = _Texts()
    match part:
        case Api():
            return replace(
                part,
                title=_prose(part.title),
                version=_prose(part.version),
                description=_prose(part.description),
                base_url=_prose(part.base_url),
                security=part.security and texts.security(part.security),
                error=part.error and texts.type(part.error),
                webhooks=part.webhooks and texts.webhooks(part.webhooks),
                servers=tuple(map(texts.word, part.servers)),
                variables=tuple(map(texts.variable, part.variables)),
                left=tuple(f"~{number}" for number, _ in enumerate(part.left)),
                models=tuple(each if keep(each) else texts.shape(each) for each in part.models),
                params=tuple(each if keep(each) else texts.shape(each) for each in part.params),
                resources=tuple(_resource(each, texts, keep) for each in part.resources),
            )
        case IndexPart():
            return replace(part, doc=_prose(part.doc))
        case ResourcePart():
            return replace(part, resource=_resource(part.resource, texts, keep))
        case ShapesPart():
            return replace(
                part,
                shapes=tuple(each if keep(each) else texts.shape(each) for each in part.shapes),
                pages=tuple(map(texts.page, part.pages)),
            )


def sources(part: Part) -> tuple[Source, ...]:
    """Everything that the texts of `part` belong to."""
    match part:
        case Api():
            return (*part.models, *part.params, *part.operations())
        case IndexPart():
            return ()
        case ResourcePart(resource=resource):
            return resource.operations
        case ShapesPart(shapes=shapes):
            return shapes


def _resource(resource: Resource, texts: _Texts, keep: Callable[[Source], bool]) -> Resource:
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


def _requirement(wanted: Requirement) -> Requirement:
    # Scopes alone are the document's words.
    return tuple(tuple(entry.partition(" ")[0] for entry in alternative) for alternative in wanted)


class _Texts:
    """Placeholders: the same one for the same text, another for another."""

    def word(self, text: str) -> str:
        """The placeholder for a name on the wire or a value of an enum.

        It depends on the text alone, and so the placeholders of a part on that part alone.
        """
        # An identifier can be printed as one. It is harmless, being nothing else.
        if is_name(text):
            return text
        return f"~{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"

    def page(self, page: PageClass) -> PageClass:
        return replace(page, pagination=self.pagination(page.pagination))

    def operation(self, operation: Operation) -> Operation:
        body = operation.body
        return replace(
            operation,
            key="GET /",
            path="".join(re.findall(r"{[^{}]*}", operation.path)),
            summary=_prose(operation.summary),
            description=_prose(operation.description),
            arguments=tuple(self.argument(item) for item in operation.arguments),
            body=body and self.body(body),
            response=self.response(operation.response),
            errors=tuple((status, self.type(type_)) for status, type_ in operation.errors),
            pagination=operation.pagination and self.pagination(operation.pagination),
            switch=operation.switch
            and replace(operation.switch, wire=self.word(operation.switch.wire)),
            server=operation.server and "/",
            security=operation.security and _requirement(operation.security),
            example={name: self.value(value) for name, value in operation.example.items()},
            example_response=self.value(operation.example_response),
        )

    def body(self, body: Body) -> Body:
        match body:
            case ChosenBody(bodies=bodies):
                return replace(body, bodies=tuple(map(self.single_body, bodies)))
            case _:
                return self.single_body(body)

    def single_body(self, body: SingleBody) -> SingleBody:
        body = replace(body, media_type=self.media_type(body.media_type))
        if not isinstance(body, FormBody):
            return body
        return replace(
            body,
            styles=tuple(
                replace(
                    item,
                    wire=self.word(item.wire),
                    content=item.content and self.media_type(item.content),
                )
                for item in body.styles
            ),
            parts=tuple(
                replace(
                    part,
                    wire=self.word(part.wire),
                    media_type=part.media_type and self.word(part.media_type),
                    headers=tuple((self.word(header), name) for header, name in part.headers),
                )
                for part in body.parts
            ),
        )

    def response(self, response: Response) -> Response:
        return replace(
            response,
            type=response.type and self.type(response.type),
            answers=tuple(self.answer(answer) for answer in response.answers),
            accept=", ".join(map(self.asked, response.accept.split(", "))),
            headers=tuple((_prose(name), _prose(text)) for name, text in response.headers),
            doc=_prose(response.doc),
        )

    def answer(self, answer: Answer) -> Answer:
        return replace(
            answer,
            media_type=self.media_type(answer.media_type),
            type=self.type(answer.type),
            named=tuple((self.word(name), self.type(type_)) for name, type_ in answer.named),
        )

    def pagination(self, pagination: Pagination) -> Pagination:
        plan = pagination.plan
        if isinstance(plan, HeaderCursor):
            plan = replace(plan, header=self.word(plan.header))
        return replace(pagination, plan=plan, item=self.type(pagination.item))

    def webhooks(self, webhooks: Webhooks) -> Webhooks:
        return replace(
            webhooks,
            payload=self.type(webhooks.payload),
            path=tuple(map(self.word, webhooks.path)),
            header=webhooks.header and self.word(webhooks.header),
            tags=tuple((self.word(tag), self.type(type_)) for tag, type_ in webhooks.tags),
        )

    def variable(self, variable: ServerVariable) -> ServerVariable:
        return replace(
            variable,
            wire="~",
            default=variable.default and "~",
            choices=tuple(map(self.word, variable.choices)),
        )

    def security(self, security: Security) -> Security:
        return replace(
            security,
            credentials=tuple(self.credential(each) for each in security.credentials),
            default=_requirement(security.default),
            needed=_requirement(security.needed),
        )

    def credential(self, credential: Credential) -> Credential:
        match credential:
            case ApiKey(wire=wire, prefix=prefix):
                # That of RFC 6750 decides how it is sent, and says nothing.
                usual = (wire, prefix) == ("Authorization", "Bearer ")
                return credential if usual else replace(credential, wire="~", prefix=prefix and "~")
            case ClientCredentials():
                return replace(credential, token_url="~")
            case _:
                return credential

    def media_type(self, text: str) -> str:
        # The usual ones are not printed, nor is that of an answer without a body; ranges have a
        # reader of their own.
        usual = {"", "text/event-stream", "application/jsonl", *USUAL_MEDIA_TYPES, *RANGES}
        return text if text in usual else self.word(text)

    def asked(self, text: str) -> str:
        name, *parameters = text.split(";")
        return ";".join([self.media_type(name), *(self.word(each) for each in parameters)])

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
            constants=tuple(
                replace(each, value=self.scalar(each.value), doc=_prose(each.doc))
                for each in shape.constants
            ),
            fields=tuple(self.field(field) for field in shape.fields),
            extra=shape.extra and self.type(shape.extra),
            alias=shape.alias and self.type(shape.alias),
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
            case Among(type=inner, values=values):
                texts = (self.value(json.loads(value)) for value in values)
                return Among(self.type(inner), tuple(map(json.dumps, texts)))
            case Scalar(limits=limits) if limits.patterns:
                patterns = tuple(map(self.pattern, limits.patterns))
                return replace(type_, limits=replace(limits, patterns=patterns))
            case ListOf(items=items):
                return replace(type_, items=self.type(items))
            case MapOf(values=values):
                return replace(type_, values=self.type(values))
            case TupleOf(items=items, rest=rest):
                parts = tuple(self.type(item) for item in items)
                return replace(type_, items=parts, rest=rest and self.type(rest))
            case Union(members=members, discriminator=discriminator, tags=tags):
                return replace(
                    type_,
                    members=tuple(self.type(member) for member in members),
                    discriminator=self.word(discriminator) if tags else "",
                    tags=tuple((self.scalar(value), name) for value, name in tags),
                )
            case _:
                return type_

    def pattern(self, pattern: Pattern) -> Pattern:
        # Whether it is told, and whether it is checked, decides what is printed.
        return Pattern(
            pattern.source and self.word(pattern.source), pattern.regex and self.word(pattern.regex)
        )

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

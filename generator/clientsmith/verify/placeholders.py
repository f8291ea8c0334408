"""Inputs of artifacts with every text of the document replaced by a harmless one.

What is printed from them has the shape that a file has whatever the document says; `leaks` compares
the two.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, cast

from ..emit.values import Code, Name
from ..emit.views.operation import USUAL_MEDIA_TYPES
from ..identifiers.reserved import is_name
from ..ir import (
    RANGES,
    Among,
    Answer,
    Api,
    ApiKey,
    Argument,
    ChosenBody,
    ClientCredentials,
    FormBody,
    JsonBody,
    Limits,
    LinesBody,
    Operation,
    Part,
    RawBody,
    Requirement,
    Response,
    Scalar,
    Security,
    ServerVariable,
    Shape,
    Union,
    WholeJsonBody,
)

Source = Operation | Shape
"""What a text belongs to, with a place in the document."""

_T = TypeVar("_T")
# Fields with text for people, in which also an identifier is a text.
_PROSE = frozenset({"title", "version", "description", "summary", "doc"})
_COLLECTIONS = frozenset({tuple, list, frozenset})
_SOURCES = frozenset({Operation, Shape})
_SCALARS = frozenset({bool, int, float, type(None), Name, Code})


def with_placeholders(inputs: _T, kept: Collection[int] = ()) -> _T:
    """Return `inputs` with placeholders for their texts.

    A text is any string that is no identifier. `Name` and `Code`, which no document can fill, stay,
    and so do the operations and shapes whose `id` is in `kept`.

    Raises:
        TypeError: there is a value that could hide a text, such as an object of a plain class.
    """
    return cast(_T, Placeholders(kept).of(inputs))


def sources(inputs: object) -> tuple[Source, ...]:
    """Return the operations and shapes in `inputs`, which the texts belong to."""
    return tuple(_sources(inputs))


def _sources(value: object) -> Iterator[Source]:
    if isinstance(value, Source):
        yield value
    elif isinstance(value, dict):
        for each in cast("dict[Any, Any]", value).values():
            yield from _sources(each)
    elif isinstance(value, tuple | list):
        for each in cast("tuple[Any, ...]", value):
            yield from _sources(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for name in _names(type(value)):
            yield from _sources(getattr(value, name))


@cache
def _names(kind: type) -> tuple[str, ...]:
    # What is left out of `repr`, such as places, is left out of cache keys, and so of views too.
    return tuple(field.name for field in fields(kind) if field.repr)


def _hashed(text: str) -> str:
    return f"~{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


class Placeholders:
    """Placeholders: the same one for the same text, another for another.

    The operations and shapes whose `id` is in `kept` keep their texts.
    """

    def __init__(self, kept: Collection[int] = ()) -> None:
        self._kept = kept
        # By ids of operations and shapes, which are kept as well, so that no other takes one.
        self._made: dict[int, tuple[Source, Source]] = {}

    def of(self, value: Any) -> Any:
        """Return a value with placeholders in the place of its texts."""
        kind = cast("type[Any]", type(value))
        if kind is str:
            return self.text(value)
        if kind in _SCALARS or (self._kept and id(value) in self._kept):
            return value
        if kind in _COLLECTIONS:
            return kind(map(self.of, value)) if value else value
        if kind is dict:
            return {self.of(key): self.of(item) for key, item in value.items()}
        if kind in _SOURCES:
            return self._source(value)
        special = _SPECIAL.get(kind)
        if special is not None:
            return special(self, value)
        if is_dataclass(value):
            return self.node(value)
        raise TypeError(
            f"the inputs of an artifact hold a {kind.__name__}, which has no placeholder"
        )

    def _source(self, source: Source) -> Source:
        # A call is in its module and in its page, an outline of it in the list of calls.
        found = self._made.get(id(source))
        if found is None:
            made = self._operation(source) if isinstance(source, Operation) else self.node(source)
            found = self._made[id(source)] = source, made
        return found[1]

    def node(self, node: Any, **known: Any) -> Any:
        """Return a dataclass with placeholders in all fields but the `known` ones."""
        kind = cast("type[Any]", type(node))
        for name in _names(kind):
            if name in known:
                continue
            value = getattr(node, name)
            if type(value) not in _SCALARS:
                known[name] = _hashed(value) if name in _PROSE and value else self.of(value)
            else:
                known[name] = value
        return kind(**known)

    def text(self, text: str) -> str:
        """Return the placeholder of a text.

        It depends on the text alone, and so the placeholders of a file on the file's inputs alone.
        Whether there is a text decides what is printed, so that an empty one stays empty.
        """
        # An identifier can be printed as one. It is harmless, being nothing else.
        return text if not text or is_name(text) else _hashed(text)

    def api(self, api: Api) -> Api:
        return self.node(api, custom=api.custom)

    def _operation(self, operation: Operation) -> Operation:
        return self.node(
            operation,
            path="".join(re.findall(r"{[^{}]*}", operation.path)),
            errors=tuple((status, self.of(type_)) for status, type_ in operation.errors),
            security=operation.security and self.requirement(operation.security),
        )

    def requirement(self, wanted: Requirement) -> Requirement:
        # Scopes alone are the document's words.
        return tuple(
            tuple(entry.partition(" ")[0] for entry in alternative) for alternative in wanted
        )

    def argument(self, item: Argument) -> Argument:
        return self.node(
            item,
            wire=item.wire if item.wire == item.name else f"~{item.name}",
            location=item.location,
            content=self.media_type(item.content),
        )

    def body(self, body: JsonBody | WholeJsonBody | LinesBody | RawBody | FormBody) -> Any:
        return self.node(body, media_type=self.media_type(body.media_type))

    def chosen_body(self, body: ChosenBody) -> ChosenBody:
        return self.node(body, kind=body.kind)

    def part(self, part: Part) -> Part:
        headers = tuple((self.text(header), name) for header, name in part.headers)
        return self.node(part, headers=headers)

    def response(self, response: Response) -> Response:
        accept = ", ".join(map(self._asked, response.accept.split(", ")))
        headers = tuple((_hashed(name), text and _hashed(text)) for name, text in response.headers)
        return self.node(response, accept=accept, headers=headers)

    def answer(self, answer: Answer) -> Answer:
        media_type = self.media_type(answer.media_type)
        return self.node(answer, status=answer.status, media_type=media_type)

    def media_type(self, text: str) -> str:
        """Return the placeholder of a media type.

        The usual ones are not printed, nor is that of an answer without a body; ranges have a
        reader of their own.
        """
        usual = {"", "text/event-stream", "application/jsonl", *USUAL_MEDIA_TYPES, *RANGES}
        return text if text in usual else self.text(text)

    def _asked(self, text: str) -> str:
        name, *parameters = text.split(";")
        return ";".join([self.media_type(name), *map(self.text, parameters)])

    def variable(self, variable: ServerVariable) -> ServerVariable:
        return self.node(variable, wire="~")

    def security(self, security: Security) -> Security:
        return self.node(
            security,
            default=self.requirement(security.default),
            needed=self.requirement(security.needed),
        )

    def api_key(self, credential: ApiKey) -> ApiKey:
        # That of RFC 6750 decides how it is sent, and says nothing.
        usual = (credential.wire, credential.prefix) == ("Authorization", "Bearer ")
        if usual:
            return credential
        return self.node(credential, wire="~", prefix=credential.prefix and "~")

    def client_credentials(self, credential: ClientCredentials) -> ClientCredentials:
        return self.node(credential, token_url="~")

    def scalar(self, type_: Scalar) -> Scalar:
        return replace(type_, limits=self.limits(type_.limits)) if type_.limits.patterns else type_

    def limits(self, limits: Limits) -> Limits:
        patterns = limits.patterns
        return replace(limits, patterns=tuple(map(self.of, patterns))) if patterns else limits

    def among(self, type_: Among) -> Among:
        values = (json.dumps(self.of(json.loads(value))) for value in type_.values)
        return Among(self.of(type_.type), tuple(values))

    def union(self, type_: Union) -> Union:
        return self.node(type_, discriminator=self.text(type_.discriminator) if type_.tags else "")


_SPECIAL: dict[type, Callable[[Placeholders, Any], Any]] = {
    Among: Placeholders.among,
    Answer: Placeholders.answer,
    Api: Placeholders.api,
    ApiKey: Placeholders.api_key,
    Argument: Placeholders.argument,
    ChosenBody: Placeholders.chosen_body,
    ClientCredentials: Placeholders.client_credentials,
    FormBody: Placeholders.body,
    JsonBody: Placeholders.body,
    Limits: Placeholders.limits,
    LinesBody: Placeholders.body,
    Part: Placeholders.part,
    RawBody: Placeholders.body,
    Response: Placeholders.response,
    Scalar: Placeholders.scalar,
    Security: Placeholders.security,
    ServerVariable: Placeholders.variable,
    Union: Placeholders.union,
    WholeJsonBody: Placeholders.body,
}
"""The nodes in which a text decides what is printed."""

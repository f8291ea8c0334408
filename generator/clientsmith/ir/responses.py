"""Responses: what a call returns, and every response that the document describes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from .facts import Fact
from .types import ANY, TypeRef

AnswerKind = Literal["none", "json", "text", "file", "lines", "events"]
STREAMS: frozenset[AnswerKind] = frozenset({"lines", "events"})
"""The kinds of answers whose items arrive one by one."""
RANGES = frozenset({"*/*", "application/*", "text/*"})
"""The media ranges that match JSON (RFC 9110, section 12.5.1)."""


@dataclass(frozen=True, slots=True)
class Header:
    """A header of a response (OpenAPI 3.1, section 4.8.21)."""

    name: str
    type: TypeRef
    required: bool = False
    deprecated: bool = False
    doc: str = ""
    facts: tuple[Fact, ...] = ()
    pointer: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Content:
    """A media type of a response."""

    media_type: str
    type: TypeRef | None = None
    """The type of its values; None where a call does not read this media type."""
    facts: tuple[Fact, ...] = ()
    pointer: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class DocumentedResponse:
    """A Response Object as the document describes it, of success or of an error."""

    status: str
    """`200`, `4XX` or `default` (OpenAPI 3.1, section 4.8.16)."""
    doc: str
    contents: tuple[Content, ...] = ()
    """Its media types; empty where the response has no body."""
    headers: tuple[Header, ...] = ()
    facts: tuple[Fact, ...] = ()
    pointer: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """The successful response of one status in one media type."""

    status: str
    """`200`, `2XX` or `default` (OpenAPI 3.1, section 4.8.16)."""
    kind: AnswerKind
    media_type: str = ""
    type: TypeRef = ANY
    """The type of its JSON; of one item where items arrive one by one (`lines`, `events`)."""
    named: tuple[tuple[str, TypeRef], ...] = ()
    """The type of an event's data for each event name, where they differ."""
    pointer: str = field(default="", compare=False, repr=False)

    @property
    def is_range(self) -> bool:
        """Whether its Content-Type decides if it is read as JSON, text or bytes."""
        return self.kind == "json" and self.media_type in RANGES


@dataclass(frozen=True, slots=True)
class Response:
    """The successful responses of an operation, as its call returns them.

    Where all successful responses are JSON of one type, that is `type`, or None when they have no
    body. Otherwise it is one of `answers`, in the order of their status, JSON first.
    """

    type: TypeRef | None = None
    answers: tuple[Answer, ...] = ()
    accept: str = "application/json"
    """The value of the request's Accept header, the preferred media type first."""
    headers: tuple[tuple[str, str], ...] = ()
    """The name and the description of each header of a successful response."""
    doc: str = ""

    @property
    def types(self) -> tuple[TypeRef, ...]:
        """Every type that a response is read as."""
        read = (item.type for item in self.answers if item.kind in ("json", "lines", "events"))
        named = (type_ for item in self.answers for _, type_ in item.named)
        return (*(() if self.type is None else (self.type,)), *read, *named)

    @property
    def whole(self) -> Response:
        """The response of a call that asks for no stream.

        A status that has nothing but streams keeps them.
        """
        return self._select(streams=False)

    @property
    def streamed(self) -> Response:
        """The response of a call that asks for a stream.

        A status that has no stream keeps what it has.
        """
        return self._select(streams=True)

    def _select(self, *, streams: bool) -> Response:
        def fits(answer: Answer) -> bool:
            return answer.kind == "none" or (answer.kind in STREAMS) == streams

        served = {answer.status for answer in self.answers if fits(answer)}
        answers = tuple(
            answer for answer in self.answers if fits(answer) or answer.status not in served
        )
        names = {answer.media_type for answer in self.answers if answer.kind in STREAMS}
        asked = self.accept.split(", ")
        accept = ", ".join(name for name in asked if (name.partition(";")[0] in names) == streams)
        match answers:
            case (Answer(kind="json", media_type="application/json") as one,):
                return replace(self, type=one.type, answers=(), accept=accept)
            case _:
                return replace(self, type=None, answers=answers, accept=accept)


@dataclass(frozen=True, slots=True)
class Switch:
    """The argument that chooses between a whole response and a stream: `stream: true`."""

    argument: str
    wire: str
    is_default: bool
    """Whether the response is a stream where the argument is omitted or null."""
    values: frozenset[bool | None]
    """The values that the argument may have."""

"""Request bodies: how the arguments of a call are written into them, by media type."""

from __future__ import annotations

from dataclasses import dataclass, field

from .arguments import Argument
from .facts import Fact


@dataclass(frozen=True, slots=True)
class JsonBody:
    """A JSON object whose properties are arguments."""

    required: bool
    pointer: str
    """The pointer of its schema."""
    media_type: str = "application/json"
    needed: tuple[str, ...] = ()
    """The arguments that a body must have if it is sent at all. A body that is itself required has
    none here: there the arguments are required.
    """


@dataclass(frozen=True, slots=True)
class WholeJsonBody:
    """A JSON value given as one argument: an array, a scalar, a map, a union."""

    argument: str
    required: bool
    media_type: str = "application/json"
    pointer: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Part:
    """How the parts of one field of a multipart body are sent (OpenAPI 3.1, section 4.8.15)."""

    wire: str
    media_type: str = ""
    """Its media types, joined by commas; empty for the one that follows from the value."""
    is_file: bool = False
    headers: tuple[tuple[str, str], ...] = ()
    """Each header, with the argument whose value it has."""


@dataclass(frozen=True, slots=True)
class FormBody:
    """A form, urlencoded or multipart.

    Its fields are arguments; where their names are not known, or differ from one alternative to
    another, all are in the one `argument`.
    """

    required: bool
    pointer: str
    """The pointer of its schema."""
    media_type: str
    is_multipart: bool
    argument: str | None = None
    needed: tuple[str, ...] = ()
    """As in `JsonBody`."""
    styles: tuple[Argument, ...] = ()
    """The fields that an Encoding Object writes in the styles of query parameters."""
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class LinesBody:
    """A sequence of JSON texts given as a list: JSON Lines, or `application/json-seq`."""

    argument: str
    media_type: str
    is_sequence: bool
    """Whether it is `application/json-seq` (RFC 7464)."""
    pointer: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class RawBody:
    """A body given as text or bytes."""

    argument: str
    media_type: str
    kind: str | None = None
    """The argument that names the media type, where the document allows a range of them."""
    is_base64: bool = False
    """Whether the body is base64 text, which bytes are encoded into."""
    pointer: str = field(default="", compare=False, repr=False)


SingleBody = JsonBody | WholeJsonBody | FormBody | LinesBody | RawBody


@dataclass(frozen=True, slots=True)
class ChosenBody:
    """The same arguments in one of several media types."""

    kind: str
    """The argument that chooses the media type; without it, the first is sent."""
    bodies: tuple[SingleBody, ...]


Body = SingleBody | ChosenBody


@dataclass(frozen=True, slots=True)
class RequestBody:
    """A Request Body Object as the document describes it (OpenAPI 3.1, section 4.8.13)."""

    pointer: str
    required: bool
    media_types: tuple[str, ...]
    doc: str = ""
    facts: tuple[Fact, ...] = ()
    """Those of its Media Type Objects included, such as `content/text~1csv/encoding`."""

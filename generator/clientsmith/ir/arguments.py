"""The arguments of calls: parameters, and properties of bodies."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from .facts import Fact
from .types import Json, TypeRef

Location = Literal["path", "query", "querystring", "header", "cookie", "body", "media type"]
HEADER_LINES = "lines"
"""The style of a header that is sent as one line for each item of an array. OpenAPI has no such
style; FastAPI reads headers so.
"""


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a call: a parameter, or a property of the body."""

    name: str
    wire: str
    location: Location
    type: TypeRef
    required: bool
    positional: bool = False
    doc: str = ""
    default: Json = None
    has_default: bool = False
    deprecated: bool = False
    style: str = ""
    explode: bool = True
    """The parameter's `explode`; False where its type has neither items nor properties."""
    allow_reserved: bool = False
    content: str = ""
    """The media type of a parameter that has `content` in place of a schema."""
    allow_empty_value: bool = False
    facts: tuple[Fact, ...] = ()
    pointer: str = field(default="", compare=False, repr=False)

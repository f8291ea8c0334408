"""Settings of a target that are tables of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, StrictBool, Tag, field_validator

from .distribution import Distribution

PaginationKind = Literal["page", "offset", "cursor", "last-item", "next-url", "link-header"]
AnswerSetting = Literal["file", "text", "json", "events", "lines"]


class PaginationSetting(BaseModel):
    """How an operation paginates, for an operation that the rules of pagination miss or misread.

    Fields of the answer are named by their wire names with dots between: `meta.next_cursor`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: PaginationKind | None = None
    """None keeps the kind that the rules detect, and the table corrects its details."""
    argument: str | None = None
    """The parameter that selects a page."""
    items: str | None = None
    """The field of the answer that holds the items."""
    next: str | None = None
    """The field with the cursor or URL of the next page; `header:X-Next` for a cursor in a
    header; for the kind `last-item`, the field of the last item that is the cursor.
    """
    number: str | None = None
    """The field with the number of the page."""
    total: str | None = None
    """The field with the number of pages for the kind `page`, of items for `offset`."""
    more: str | None = None
    """The field that is true while there are more pages."""
    last: str | None = None
    """The field that is true on the last page."""
    first: Literal[0, 1] | None = None
    """The number of the first page or, for the kind `offset`, of the first item."""


class Streaming(BaseModel):
    """The argument by which a call asks for a stream, where the rules detect none or another."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    argument: str | None = None
    """The wire name of the argument, such as `stream`; None keeps the one that the rules detect."""
    default: StrictBool | None = None
    """Whether a request without the argument gets a stream; None takes the schema's `default`."""


class Selection(BaseModel):
    """The operations and webhooks of a document that a client is generated for.

    A selector is `tag:NAME`, `/path`, `METHOD /path`, `webhook:NAME` or an operationId. `*` matches
    within one segment of a path, `**` matches any number of segments: `/accounts/**`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    include: tuple[str, ...] = ()
    """Selectors of what is generated; without any, everything is."""
    exclude: tuple[str, ...] = ()
    """Selectors of what is not generated; they win over `include`."""


class Accepted(BaseModel):
    """The reason why a project accepts a change, for which `--fail-on` does not fail."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    reason: str
    until: str | None = None
    """The version of the document from which it is not accepted any more."""

    @field_validator("reason", mode="after")
    @classmethod
    def _some(cls, reason: str) -> str:
        if not reason.strip():
            raise ValueError("say why the change is intended")
        return reason


def _form_of(value: object) -> str:
    """Return the tag of the form that a setting has: a table, or true or false."""
    return "table" if isinstance(value, Mapping | BaseModel) else "flag"


PagingSetting = Annotated[
    Annotated[StrictBool, Tag("flag")] | Annotated[PaginationSetting, Tag("table")],
    Discriminator(_form_of),
]
StreamSetting = Annotated[
    Annotated[StrictBool, Tag("flag")] | Annotated[Streaming, Tag("table")],
    Discriminator(_form_of),
]
FORM_TAGS = ("flag", "table")
"""The tags of these forms, which pydantic adds to the location of an error inside one."""
TABLES: dict[str, type[BaseModel]] = {
    "accepted": Accepted,
    "distribution": Distribution,
    "pagination": PaginationSetting,
    "select": Selection,
    "streams": Streaming,
}
"""The model of the tables below a setting, by the name of the setting."""

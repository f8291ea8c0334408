"""How a list operation is continued from page to page.

Each kind of pagination is a plan. A `FieldPath` leads to a value in a response, by the attribute
names of the models; an empty one means that the response does not have the value.
"""

from __future__ import annotations

from dataclasses import dataclass

from .types import TypeRef

FieldPath = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Pages numbered from 1, where the response has the number of all pages."""

    argument: str
    number: FieldPath = ("meta", "page_number")
    total: FieldPath = ("meta", "total_pages")


@dataclass(frozen=True, slots=True)
class Counted:
    """Pages numbered in any other way."""

    argument: str
    first: int = 1
    number: FieldPath = ()
    total: FieldPath = ()
    more: FieldPath = ()
    last: FieldPath = ()


@dataclass(frozen=True, slots=True)
class Offset:
    """Pages selected by the number of their first item."""

    argument: str
    first: int = 0
    total: FieldPath = ()
    more: FieldPath = ()
    last: FieldPath = ()


@dataclass(frozen=True, slots=True)
class Cursor:
    """Pages selected by the value that the page before has at `cursor`."""

    argument: str
    cursor: FieldPath
    more: FieldPath = ()


@dataclass(frozen=True, slots=True)
class HeaderCursor:
    """Pages selected by the value of a response header of the page before."""

    argument: str
    header: str
    number: bool = False
    """Whether the argument is a number."""


@dataclass(frozen=True, slots=True)
class LastItem:
    """Pages selected by the `key` of the last item of the page before."""

    argument: str
    key: FieldPath = ("id",)
    more: FieldPath = ("has_more",)


@dataclass(frozen=True, slots=True)
class NextUrl:
    """Pages at the URL that the page before has at `url`."""

    url: FieldPath


@dataclass(frozen=True, slots=True)
class NextLink:
    """Pages at the URL in the `Link` header of the page before (RFC 8288)."""


Plan = PageNumber | Counted | Offset | Cursor | HeaderCursor | LastItem | NextUrl | NextLink


@dataclass(frozen=True, slots=True)
class Pagination:
    """The pages of a list operation: how they follow one another, and their items."""

    plan: Plan
    items: FieldPath
    """Where a page has its items; empty where the response is itself the array."""
    item: TypeRef
    rule: str = ""
    """Why the operation counts as paginated, in words for the user."""
    page: str = ""
    """The name of the page class; the asynchronous one is `Async` and this."""

"""How the pages of a list follow one another: each kind as data, for the class of
its name in the runtime's optional `module`, or in its base.

A path is the attribute names that lead to a value in an answer; an empty one where the answer does
not tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

FieldPath = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageNumber:
    """By page number from 1 on, where the answer counts the pages."""

    module: ClassVar[str] = ""
    argument: str
    number: FieldPath = ("meta", "page_number")
    total: FieldPath = ("meta", "total_pages")


@dataclass(frozen=True, slots=True)
class Counted:
    """By page number in any other way."""

    module: ClassVar[str] = "numbered_pages"
    argument: str
    first: int = 1
    number: FieldPath = ()
    total: FieldPath = ()
    more: FieldPath = ()
    last: FieldPath = ()


@dataclass(frozen=True, slots=True)
class Offset:
    """By the number of a page's first item."""

    module: ClassVar[str] = "numbered_pages"
    argument: str
    first: int = 0
    total: FieldPath = ()
    more: FieldPath = ()
    last: FieldPath = ()


@dataclass(frozen=True, slots=True)
class Cursor:
    """By what the page before has at `cursor`."""

    module: ClassVar[str] = "cursors"
    argument: str
    cursor: FieldPath
    more: FieldPath = ()


@dataclass(frozen=True, slots=True)
class HeaderCursor:
    """By what the page before has in a header."""

    module: ClassVar[str] = "cursors"
    argument: str
    header: str
    number: bool = False


@dataclass(frozen=True, slots=True)
class LastItem:
    """By the `key` of the last item of the page before."""

    module: ClassVar[str] = "cursors"
    argument: str
    key: FieldPath = ("id",)
    more: FieldPath = ("has_more",)


@dataclass(frozen=True, slots=True)
class NextUrl:
    """At the URL that the page before has at `url`."""

    module: ClassVar[str] = "links"
    url: FieldPath


@dataclass(frozen=True, slots=True)
class NextLink:
    """At the URL of the page before's `Link` header (RFC 8288)."""

    module: ClassVar[str] = "links"


Plan = PageNumber | Counted | Offset | Cursor | HeaderCursor | LastItem | NextUrl | NextLink

"""Which operations paginate, and how, found by conservative rules.

A rule needs an argument (or a link) and something in the answer that fits it. A GET whose pages
cannot be told from what the document says stays as it is: to stop early would lose items silently.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ...config import PaginationKind
from ...ir import Argument, Field, ListOf, Pagination, Ref, Shape, TypeRef
from ...ir.pagination import (
    Counted,
    Cursor,
    HeaderCursor,
    LastItem,
    NextLink,
    NextUrl,
    Offset,
    PageNumber,
    Plan,
)
from .fields import ITEMS, META, Found, ListCall, first_of, kind_of, plain

_NUMBERS = frozenset({"currentpage", "page", "pageindex", "pageno", "pagenum", "pagenumber"})
_RESPONSE_NUMBERS = _NUMBERS | {"number"}
_TOTALS = frozenset(
    {
        "lastpage",
        "numberofpages",
        "numpages",
        "pagecount",
        "pages",
        "pagestotal",
        "pagetotal",
        "totalpages",
    }
)
_MORE = frozenset(
    {"hasmore", "hasmoreitems", "hasnext", "hasnextpage", "more", "moreavailable", "morepages"}
)
_OWN_NAMES = frozenset({"email", "id", "key", "login", "name", "slug", "title", "username", "uuid"})
"""The fields that identify one thing among others."""
_LAST = frozenset({"islast", "islastpage", "last", "lastpage"})
_SIZES = frozenset(
    {
        "count",
        "itemsperpage",
        "limit",
        "maxitems",
        "maxpagesize",
        "maxresults",
        "pagelength",
        "pagelimit",
        "pagesize",
        "perpage",
        "recordsperpage",
        "resultsperpage",
        "size",
        "take",
        "top",
    }
)
_OFFSETS = frozenset({"offset", "pageoffset", "skip"})
_STARTS = frozenset({"firstresult", "from", "start", "startat", "startindex"})
_ALL_ITEMS = frozenset(
    {"total", "totalcount", "totalelements", "totalitems", "totalrecords", "totalresults"}
)
_CURSORS = frozenset(
    {
        "after",
        "aftercursor",
        "continuationtoken",
        "continue",
        "cursor",
        "marker",
        "nextcursor",
        "nextpagetoken",
        "nexttoken",
        "pageafter",
        "pagecursor",
        "pagetoken",
        "startcursor",
        "startingtoken",
    }
)
_NEXT_CURSORS = frozenset(
    {
        "continuationtoken",
        "continue",
        "cursornext",
        "endcursor",
        "nextcontinuationtoken",
        "nextcursor",
        "nextmarker",
        "nextpagecursor",
        "nextpagetoken",
        "nexttoken",
    }
)
_TOKENS = frozenset({"cursor", "nexttoken", "pagecursor", "pagetoken"})
_NEXT_PAGES = frozenset({"nextpage", "nextpagenumber"})
_AFTER_ITEM = frozenset({"after", "afterid", "pageafter", "startafter", "startingafter"})
_HEADER_CURSORS = frozenset(
    {"continuationtoken", "cursornext", "nextcursor", "nextpage", "nextpagetoken", "nexttoken"}
)
_URLS = frozenset(
    {
        "nexthref",
        "nextlink",
        "nextpagelink",
        "nextpageuri",
        "nextpageurl",
        "nexturi",
        "nexturl",
        "odatanextlink",
    }
)
_ABOUT_LINKS = frozenset({"links", "meta", "metadata", "pagination", "paging"})

Rule = Callable[[ListCall], tuple[Plan, str] | None]


def paginated(call: ListCall) -> Pagination | None:
    """Return the pagination that the first fitting rule finds; None where no rule fits."""
    if call.operation.http_method != "GET" or (items := call.items) is None:
        return None
    found = first_fit(call, tuple(RULES))
    return None if found is None else Pagination(found[0], items.path, items.item, found[1])


def first_fit(call: ListCall, rules: tuple[Rule, ...]) -> tuple[Plan, str] | None:
    """Return what the first of these rules that fits finds; None where none fits."""
    return next((found for rule in rules if (found := rule(call)) is not None), None)


def page_number(call: ListCall) -> tuple[Plan, str] | None:
    """Match pages selected by number, where the response has the number of all pages."""
    argument = call.argument(_NUMBERS, "integer")
    total = call.field(_TOTALS, "integer")
    if argument is None or total is None:
        return None
    number, first = call.field(_RESPONSE_NUMBERS, "integer"), first_of(argument)
    rule = f"{argument.wire} selects a page, {total.shown} counts them"
    if number is None and first is None:
        return None
    own, first = _path(number), 1 if first is None else first
    if own and first == 1 and "." not in argument.name:
        return PageNumber(argument.name, own, total.path), rule
    return Counted(argument.name, first, own, total.path), rule


def page_flag(call: ListCall) -> tuple[Plan, str] | None:
    """Match pages selected by number, where a flag or an empty page marks the last one."""
    argument = call.argument(_NUMBERS, "integer")
    if argument is None:
        return None
    number, first = call.field(_RESPONSE_NUMBERS, "integer"), first_of(argument)
    if number is None and first is None:
        return None
    more, last = _flags(call)
    sized = call.argument(_SIZES, "integer")
    own = () if number is None else number.path
    plan = Counted(argument.name, 1 if first is None else first, own, (), _path(more), _path(last))
    if (flag := more or last) is not None:
        return plan, f"{argument.wire} selects a page, {flag.shown} tells whether it is the last"
    if sized is None or first is None:
        return None
    return plan, f"{argument.wire} selects a page of {sized.wire} items, an empty one is the last"


def offset(call: ListCall) -> tuple[Plan, str] | None:
    """Match pages selected by the number of their first item."""
    argument = call.argument(_OFFSETS, "integer") or call.argument(_STARTS, "integer")
    if argument is None:
        return None
    first = first_of(argument)
    if plain(argument.wire) in _OFFSETS:
        # A minimum of 1 is a slip: what is skipped is counted from nothing.
        first = 0
    total = call.field(_ALL_ITEMS, "integer")
    more, last = _flags(call)
    sized = call.argument(_SIZES, "integer")
    end_field = total or more or last
    if first is None or (end_field is None and sized is None):
        return None
    plan = Offset(argument.name, first, _path(total), _path(more), _path(last))
    end = "an empty page is the last" if end_field is None else f"{end_field.shown} tells the end"
    return plan, f"{argument.wire} selects the first item, {end}"


def cursor(call: ListCall) -> tuple[Plan, str] | None:
    """Match pages selected by a value of the response before."""
    for argument, names in (
        (call.argument(_CURSORS, "string", "integer"), _NEXT_CURSORS),
        (call.argument(_NUMBERS, "integer"), _NEXT_PAGES),
    ):
        if argument is None:
            continue
        found = call.field(names, "string", "integer") or _inner_cursor(call, argument)
        if found is None and plain(argument.wire) in _TOKENS:
            found = call.field(_NEXT_PAGES, "string")
        if found is not None and _takes(argument, found) and not found.is_url:
            more, _ = _flags(call)
            plan = Cursor(argument.name, found.path, _path(more))
            return plan, f"{argument.wire} takes {found.shown} of the page before"
    return None


def _inner_cursor(call: ListCall, argument: Argument) -> Found | None:
    """Return a cursor called like the argument, or `next` in an object about the page."""
    name = plain(argument.wire)
    if name not in _CURSORS:
        return None
    found = [
        field
        for field in call.fields
        if field.is_meta and field.is_a("string", "integer") and not field.is_url
    ]
    same = [
        field for field in found if field.name == name and (name == "cursor" or len(field.wire) > 1)
    ]
    next_fields = [field for field in found if field.name == "next" and len(field.wire) > 1]
    return next((group[0] for group in (same, next_fields) if len(group) == 1), None)


def header_cursor(call: ListCall) -> tuple[Plan, str] | None:
    """Match pages selected by the value of a header of the response before."""
    for name, written in sorted(call.headers().items()):
        if plain(name.removeprefix("x-")) not in _HEADER_CURSORS:
            continue
        argument = call.argument(_CURSORS, "string") or call.argument(_NUMBERS, "integer")
        if argument is not None:
            plan = HeaderCursor(argument.name, written, kind_of(argument.type) == "integer")
            return plan, f"{argument.wire} takes the header {written} of the page before"
    return None


def last_item(call: ListCall) -> tuple[Plan, str] | None:
    """Match pages selected by the id of the last item, where a flag marks the last page."""
    argument = call.argument(_AFTER_ITEM, "string", "integer")
    more, _ = _flags(call)
    items = call.items
    if argument is None or more is None or items is None:
        return None
    rule = f"{argument.wire} takes the id of the page's last item, {more.shown} tells the end"
    last = call.field(frozenset({"lastid"}), "string", "integer")
    if last is not None and _takes(argument, last):
        return Cursor(argument.name, last.path, more.path), rule
    key = call.identifier(items.item)
    if key is None or not _takes(argument, key):
        return None
    return LastItem(argument.name, key.path, more.path), rule


def next_url(call: ListCall) -> tuple[Plan, str] | None:
    """Match pages at a URL in the response: a string, or the `href` of a link."""
    for field in call.fields:
        is_link = field.name == "href" and len(field.wire) > 1
        *around, name = map(plain, field.wire[:-1] if is_link else field.wire)
        if not field.may_be_text or not _ABOUT_LINKS.issuperset(around):
            continue
        says_so = is_link or field.is_url or around[-1:] == ["links"]
        if name in _URLS or (name == "next" and says_so):
            return NextUrl(field.path), f"{field.shown} is the URL of the next page"
    return None


def next_link(call: ListCall) -> tuple[Plan, str] | None:
    """Match pages at the URL of the response's `Link` header (RFC 8288)."""
    if "link" not in call.headers():
        return None
    return NextLink(), "the header Link leads to the next page"


RULES: dict[Rule, PaginationKind] = {
    page_number: "page",
    cursor: "cursor",
    header_cursor: "cursor",
    next_url: "next-url",
    next_link: "link-header",
    last_item: "last-item",
    page_flag: "page",
    offset: "offset",
}
"""The rules in the order in which they are tried, and the kind that each finds."""


def _flags(call: ListCall) -> tuple[Found | None, Found | None]:
    return call.field(_MORE, "boolean"), call.field(_LAST, "boolean")


def _path(field: Found | None) -> tuple[str, ...]:
    return () if field is None else field.path


def _takes(argument: Argument, field: Found) -> bool:
    """Return whether a value of the field can be sent as the argument."""
    kind = kind_of(argument.type)
    return kind is not None and field.is_a(kind)


def is_listing(type_: TypeRef | None, shapes: Mapping[str, Shape]) -> bool:
    """Return whether a response is a list: an array, or an object with exactly one array.

    The arrays `errors` and `included` (JSON:API) do not count. An object with a name of its own and
    no array of items is one thing: a user, `{username, scopes}`, or an order, `{id, lines}`.
    """
    if isinstance(type_, ListOf):
        return True
    if not isinstance(type_, Ref):
        return False
    fields = shapes[type_.name].fields
    arrays = _arrays(fields)
    if len(arrays) != 1 or plain(arrays[0].wire) in ITEMS:
        return len(arrays) == 1
    return not any(plain(field.wire) in _OWN_NAMES for field in fields)


def array_of(type_: TypeRef | None, shapes: Mapping[str, Shape]) -> str | None:
    """Return the property that is the one array of a response; empty where none or several are.

    None for a response that is no object with properties, or that says where more items are.
    """
    if not isinstance(type_, Ref) or not (fields := shapes[type_.name].fields):
        return None
    about_pages = META | _TOTALS | _MORE | _NEXT_CURSORS | _NEXT_PAGES
    if any(plain(field.wire) in about_pages for field in fields):
        return None
    arrays = _arrays(fields)
    return arrays[0].wire if len(arrays) == 1 else ""


def _arrays(fields: Iterable[Field]) -> list[Field]:
    arrays = [field for field in fields if isinstance(field.type, ListOf)]
    return [field for field in arrays if field.wire not in ("errors", "included")]

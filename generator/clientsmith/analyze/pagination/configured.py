"""Pagination as the configuration says it: switched off, confirmed, corrected or described."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, cast

from ...config import PaginationKind, PaginationSetting
from ...diagnostics import ClientsmithError, did_you_mean, error
from ...ir import ListOf, Pagination
from ...ir.pagination import (
    Counted,
    Cursor,
    FieldPath,
    HeaderCursor,
    LastItem,
    NextLink,
    NextUrl,
    Offset,
    PageNumber,
    Plan,
)
from .fields import Found, Items, ListCall, kind_of
from .rules import RULES, first_fit, paginated

_HEADER = "header:"


def pagination_of(call: ListCall, setting: bool | PaginationSetting | None) -> Pagination | None:
    """Return the pagination of an operation, by its setting and by the rules.

    Raises:
        ClientsmithError: the setting does not fit the operation (code `config-pagination`).
    """
    if setting is False:
        return None
    found = paginated(call)
    if isinstance(setting, PaginationSetting):
        return _Settings(call, setting, found).pagination()
    if setting and found is None:
        raise _fault(call, "no rule finds how it paginates", "say its kind, in a table")
    return found


class _Settings:
    """The table of one operation."""

    def __init__(self, call: ListCall, table: PaginationSetting, found: Pagination | None) -> None:
        self._call = call
        self._table = table
        self._found = found

    def pagination(self) -> Pagination:
        """Return the pagination that the table describes."""
        items = self._items()
        return Pagination(self._plan(), items.path, items.item, "the configuration says so")

    def _items(self) -> Items:
        if (text := self._table.items) is not None:
            field = self._field("items", text, self._call.lists)
            return Items(field.path, cast("ListOf", field.type).items)
        items = self._call.items
        if items is None:
            lists = " or ".join(f"'{field.shown}'" for field in self._call.lists)
            if not lists:
                raise _fault(self._call, "its response has no list", "remove this setting")
            raise _fault(self._call, "its response has several lists", f"`items` is {lists}")
        return items

    def _plan(self) -> Plan:
        base = None if self._found is None else self._found.plan
        kind = self._table.kind
        if kind is None and base is None:
            raise _fault(self._call, "no rule finds how it paginates", "say its `kind` too")
        if kind is not None:
            rules = tuple(rule for rule, finds in RULES.items() if finds == kind)
            fit = first_fit(self._call, rules)
            base = None if fit is None else fit[0]
        return self._corrected(kind or _kind_of(base), base)

    def _corrected(self, kind: PaginationKind, base: Plan | None) -> Plan:
        match kind:
            case "page":
                plan = base if isinstance(base, Counted) else _counted(base)
                plan = replace(
                    plan, argument=self._argument(base), **self._number_settings("number")
                )
                is_usual = plan.number and plan.total and plan.first == 1
                if is_usual and not (plan.more or plan.last or "." in plan.argument):
                    return PageNumber(plan.argument, plan.number, plan.total)
                return plan
            case "offset":
                plan = base if isinstance(base, Offset) else Offset("")
                return replace(plan, argument=self._argument(base), **self._number_settings())
            case "cursor":
                return self._cursor(base)
            case "last-item":
                plan = base if isinstance(base, LastItem) else LastItem("")
                key = plan.key if self._table.next is None else (self._key(self._table.next),)
                more = self._path("more", plan.more)
                return LastItem(self._argument(base), key, more)
            case "next-url":
                return NextUrl(self._path("next", base.url if isinstance(base, NextUrl) else None))
            case "link-header":
                return NextLink()

    def _cursor(self, base: Plan | None) -> Plan:
        argument, text = self._argument(base), self._table.next
        if text is not None and text.startswith(_HEADER):
            return HeaderCursor(argument, text.removeprefix(_HEADER), self._is_number(argument))
        if text is None and isinstance(base, HeaderCursor):
            return replace(base, argument=argument)
        known = base if isinstance(base, Cursor) else None
        cursor = self._path("next", known.cursor if known else None)
        return Cursor(argument, cursor, self._path("more", known.more if known else ()))

    def _number_settings(self, *more: str) -> dict[str, Any]:
        """Return the attributes of a counting plan that the table sets."""
        given: dict[str, Any] = {
            key: self._path(key, ())
            for key in ("total", "more", "last", *more)
            if getattr(self._table, key) is not None
        }
        return given if self._table.first is None else {**given, "first": self._table.first}

    def _argument(self, base: Plan | None) -> str:
        text = self._table.argument
        if text is None:
            name = getattr(base, "argument", "")
            if not name:
                said = "no argument is known to select a page"
                raise _fault(self._call, said, "say its `argument`")
            return name
        arguments = (*self._call.operation.arguments, *self._call.arguments)
        for item in arguments:
            if text in (item.wire, item.name):
                return item.name
        hint = did_you_mean(text, [item.wire for item in arguments])
        raise _fault(self._call, f"it has no argument {text!r}", hint)

    def _is_number(self, name: str) -> bool:
        arguments = self._call.operation.arguments
        return any(item.name == name and kind_of(item.type) == "integer" for item in arguments)

    def _path(self, key: str, usual: FieldPath | None) -> FieldPath:
        text = getattr(self._table, key)
        if text is not None:
            return self._field(key, text, self._call.fields).path
        if usual is None:
            raise _fault(self._call, "no field is known to name the next page", f"say `{key}`")
        return usual

    def _key(self, text: str) -> str:
        items = self._items()
        fields = [field for field in self._call.fields_of(items.item) if len(field.wire) == 1]
        return self._field("next", text, fields).path[0]

    def _field(self, key: str, text: str, fields: Iterable[Found]) -> Found:
        known = {field.shown: field for field in fields}
        if text not in known:
            hint = did_you_mean(text, known)
            raise _fault(self._call, f"its answer has no {text!r} for `{key}`", hint)
        return known[text]


def _counted(base: Plan | None) -> Counted:
    if isinstance(base, PageNumber):
        return Counted(base.argument, 1, base.number, base.total)
    return Counted("")


def _kind_of(plan: Plan | None) -> PaginationKind:
    match plan:
        case Offset():
            return "offset"
        case Cursor() | HeaderCursor():
            return "cursor"
        case LastItem():
            return "last-item"
        case NextUrl():
            return "next-url"
        case NextLink():
            return "link-header"
        case _:
            return "page"


def _fault(call: ListCall, said: str, hint: str) -> ClientsmithError:
    message = f"pagination of {call.operation.key!r}: {said}"
    return ClientsmithError((error("config-pagination", message, None, hint),))

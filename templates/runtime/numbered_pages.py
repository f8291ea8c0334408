"""Pagination by page number or by offset."""

from dataclasses import dataclass, replace
from typing import Any

from .next_pages import argument_of, with_arguments
from .operation import Call, PagePlan, Why


@dataclass(frozen=True)
class Counted(PagePlan):
    """The rule of pages by number, counted from `first`.

    `number`, `total` (of pages), `more` and `last` are dotted paths in the response, or empty. A
    page without items is the last in any case.
    """

    argument: str
    first: int = 1
    number: str = ""
    total: str = ""
    more: str = ""
    last: str = ""

    def next(self, page: Any, call: Call) -> Call | None:
        own, given = page._integer(self.number), argument_of(call, self.argument)
        number = given if isinstance(given, int) else self.first if own is None else own
        stands_still = own is not None and own < number
        return None if stands_still else _count_on(self, page, call, number + 1)


@dataclass(frozen=True)
class Offset(PagePlan):
    """The rule of pages by the number of their first item, counted from `first`.

    `total` (of items), `more` and `last` are dotted paths in the response, or empty. A page without
    items is the last in any case.
    """

    argument: str
    first: int = 0
    total: str = ""
    more: str = ""
    last: str = ""

    def next(self, page: Any, call: Call) -> Call | None:
        given = argument_of(call, self.argument)
        number = given if isinstance(given, int) else self.first
        return _count_on(self, page, call, number + len(page.items_of_page()))


def _count_on(plan: Counted | Offset, page: Any, call: Call, number: int) -> Call | None:
    """Return the call for the page at `number`; None if `page` is the last.

    A total that `page` contradicts, such as 0 of 2 items, is ignored.
    """
    total, reached = page._integer(plan.total), number - plan.first
    more, last = page._at(plan.more), page._at(plan.last)
    if total == reached or more is False or last is True or not page.items_of_page():
        return None
    why: Why = "flagged" if more is True or last is False else "hoped"
    if total is not None and total > reached:
        why = "counted"
    arguments = with_arguments(call, {plan.argument: number})
    return replace(call, arguments=arguments, mode="parsed", why=why)

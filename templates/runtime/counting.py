"""Pages asked for by their number, or by the number of their first item."""

from dataclasses import dataclass
from typing import Any

from .following import asked, count_on
from .operation import Call, PagePlan


@dataclass(frozen=True)
class Counted(PagePlan):
    """Pages by number, from `first` on. `number` and `total` (of pages), `more` and `last` are
    dotted paths in the answer, where it tells these; an empty page is the last in any case."""

    argument: str
    first: int = 1
    number: str = ""
    total: str = ""
    more: str = ""
    last: str = ""

    def next(self, page: Any, call: Call) -> Call | None:
        told, total = _whole(page, self.number), _whole(page, self.total)
        given = asked(call, self.argument)
        number = given if isinstance(given, int) else self.first if told is None else told
        if not page.items_of_page() or (told is not None and told < number):
            return None
        if (total is not None and number - self.first + 1 >= total) or not _goes_on(page, self):
            return None
        return count_on(page, call, self.argument, number + 1)


@dataclass(frozen=True)
class Offset(PagePlan):
    """Pages by the number of their first item, counted from `first`. `total` (of items), `more` and
    `last` are dotted paths in the answer; an empty page is the last in any case."""

    argument: str
    first: int = 0
    total: str = ""
    more: str = ""
    last: str = ""

    def next(self, page: Any, call: Call) -> Call | None:
        count, total = len(page.items_of_page()), _whole(page, self.total)
        given = asked(call, self.argument)
        number = (given if isinstance(given, int) else self.first) + count
        if not count or (total is not None and number - self.first >= total):
            return None
        return count_on(page, call, self.argument, number) if _goes_on(page, self) else None


def _goes_on(page: Any, plan: Counted | Offset) -> bool:
    return page._at(plan.more) is not False and page._at(plan.last) is not True


def _whole(page: Any, path: str) -> int | None:
    value = page._at(path)
    return value if isinstance(value, int) and not isinstance(value, bool) else None

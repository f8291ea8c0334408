"""Pagination by cursor: each response holds that of the next page."""

from dataclasses import dataclass
from typing import Any

from .next_pages import follow
from .operation import Call, PagePlan, Why


@dataclass(frozen=True)
class Cursor(PagePlan):
    """The parameter `argument` takes the cursor at the dotted path `cursor` of the response.

    `more` is the path of a flag for whether to go on, or empty.
    """

    argument: str
    cursor: str
    more: str = ""

    def next(self, page: Any, call: Call) -> Call | None:
        token = page._integer(self.cursor) or page._at(self.cursor)
        if not token or (self.more and page._at(self.more) is False):
            return None
        return follow(call, token, {self.argument: token})


@dataclass(frozen=True)
class HeaderCursor(PagePlan):
    """The parameter `argument` takes the value of a response header, as an integer if `number`."""

    argument: str
    header: str
    number: bool = False

    def next(self, page: Any, call: Call) -> Call | None:
        text = page._origin.headers.get(self.header, "").strip()
        token = int(text) if self.number and text.isdecimal() and len(text) < 20 else text
        return follow(call, token, {self.argument: token}) if text else None


@dataclass(frozen=True)
class LastItem(PagePlan):
    """The parameter `argument` takes the `key` of the last item, as long as `more` is not false.

    Without such a flag, a page without items, or one that repeats the page before, is the last.
    """

    argument: str
    key: str = "id"
    more: str = "has_more"

    def next(self, page: Any, call: Call) -> Call | None:
        items, more = page.items_of_page(), page._at(self.more)
        token = page._at(self.key, items[-1]) if items and more is not False else None
        why: Why = "named" if more is True else "hoped"
        return follow(call, token, {self.argument: token}, why=why) if token else None

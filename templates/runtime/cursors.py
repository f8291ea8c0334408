"""Pages asked for by a cursor that the page before it holds."""

from dataclasses import dataclass
from typing import Any

from .next_pages import follow
from .operation import Call, PagePlan, Why


@dataclass(frozen=True)
class Cursor(PagePlan):
    """`argument` takes what is at `cursor`, a dotted path of the answer; `more`, where there is
    such a flag, tells whether to go on."""

    argument: str
    cursor: str
    more: str = ""

    def next(self, page: Any, call: Call) -> Call | None:
        token = page._whole(self.cursor) or page._at(self.cursor)
        if not token or (self.more and page._at(self.more) is False):
            return None
        return follow(call, token, {self.argument: token})


@dataclass(frozen=True)
class HeaderCursor(PagePlan):
    """`argument` takes what the answer's header says, as a number where it is to be one."""

    argument: str
    header: str
    number: bool = False

    def next(self, page: Any, call: Call) -> Call | None:
        text = page._origin.headers.get(self.header, "").strip()
        token = int(text) if self.number and text.isdecimal() and len(text) < 20 else text
        return follow(call, token, {self.argument: token}) if text else None


@dataclass(frozen=True)
class LastItem(PagePlan):
    """`argument` takes the `key` of the last item, as long as `more` is not false; where that is
    not told, until a page is empty or repeats the one before."""

    argument: str
    key: str = "id"
    more: str = "has_more"

    def next(self, page: Any, call: Call) -> Call | None:
        items, more = page.items_of_page(), page._at(self.more)
        token = page._at(self.key, items[-1]) if items and more is not False else None
        why: Why = "named" if more is True else "hoped"
        return follow(call, token, {self.argument: token}, why=why) if token else None

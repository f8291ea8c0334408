"""Which GETs return one thing, although their answer or their path looks like that of a collection.

`GET /me` is `me.retrieve`, whatever arrays a user has, and `GET /search?q=` is `search.retrieve`. A
path that ends with a noun in the singular (`/registry`, `/labels/{id}/track`) is a collection only
if its answer is an array, or holds one under a name for the items of any list (`data`) or of this
one (`{"history": […]}`).
"""

from __future__ import annotations

from collections.abc import Sequence

from ...identifiers import words
from ..pagination.fields import ITEMS

_SELVES = frozenset({"me", "myself", "self", "whoami"})
_SEARCHES = frozenset({"autocomplete", "lookup", "query", "search", "suggest", "typeahead"})
# Words without a plural of their own that are mostly collections.
_COLLECTIVE = frozenset(
    (
        *("activity", "catalog", "children", "criteria", "data", "directory", "feed", "history"),
        *("inbox", "index", "inventory", "journal", "list", "log", "media", "metadata", "people"),
        *("queue", "timeline"),
    )
)


_OF_ANY = ITEMS | {"list", "result"}
"""Names for the items of any list."""


def is_search(segment: Sequence[str]) -> bool:
    """Return whether the last segment of a path, as words, asks a question: `search`."""
    return len(segment) == 1 and segment[0] in _SEARCHES


def is_one(
    segment: Sequence[str], above: Sequence[str], *, array: str | None, asks: bool, has_items: bool
) -> bool:
    """Return whether a GET on a path without a parameter at its end is on one thing.

    Args:
        segment: The last segment of the path, as words.
        above: The last word of the segment before it, if there is one.
        array: The property of the answer, an object, that is its only array; empty for an object
            without one. None for an array, a page and what is not described.
        asks: Whether the operation has query parameters.
        has_items: Whether there are calls on items below it.
    """
    if len(segment) == 1 and segment[0] in _SELVES:
        return True
    if is_search(segment) and asks and not has_items:
        return True
    if array is None or not _is_singular(segment):
        return False
    own = words(array)
    # `{"pac_accounts": […]}` of `/users/{id}/pac`, `{"stats": […]}` of `/stats/monthly`.
    names = {*map(singular, own)} & {*map(singular, (*segment[-1:], *above))}
    return not (array and (names or "".join(own) in _OF_ANY))


def singular(word: str) -> str:
    """Return a word in the singular: `policies` → `policy`, `boxes` → `box`, `status` as it is."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "tches", "nches", "rches", "tuses", "xes", "zzes")):
        return word[:-2]
    is_plural = word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2
    return word[:-1] if is_plural else word


def _is_singular(segment: Sequence[str]) -> bool:
    last = segment[-1] if segment else ""
    return last.isalpha() and last not in _COLLECTIVE and singular(last) == last

"""Pagination by URL: in the body, or in a `Link` header (RFC 8288)."""

import re
from dataclasses import dataclass
from typing import Any

from .next_pages import follow_url
from .operation import Call, PagePlan

# Fit for any header that servers send; a longer one could be made to take minutes.
_LONGEST = 8_192
_LINK = re.compile(r'<([^<>]*)>((?:[^,"]|"(?:[^"\\]|\\.)*")*)')
_PARAMETER = re.compile(r';\s*([^\s=;]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]*)))?')


@dataclass(frozen=True)
class NextUrl(PagePlan):
    """The next page is at the URL at this dotted path, or at the `href` of the object there."""

    url: str

    def next(self, page: Any, call: Call) -> Call | None:
        url = page._at(self.url)
        if url is not None and not isinstance(url, str):
            url = page._at("href", url)
        return follow_url(page, call, url) if isinstance(url, str) and url else None


@dataclass(frozen=True)
class NextLink(PagePlan):
    """The next page is at the URL of the `Link` header with the relation `next`."""

    def next(self, page: Any, call: Call) -> Call | None:
        url = next_link(page._origin.headers.get("link", ""))
        return None if url is None else follow_url(page, call, url)


def next_link(header: str) -> str | None:
    """Return the target of the first link to the next page (RFC 8288, 3).

    A link with an `anchor` leads from elsewhere; of several `rel` only the first counts.
    """
    for target, tail in _LINK.findall(header[:_LONGEST]):
        values: dict[str, str] = {}
        for name, quoted, plain in _PARAMETER.findall(tail):
            values.setdefault(name.lower(), re.sub(r"\\(.)", r"\1", quoted) or plain)
        if "next" in values.get("rel", "").lower().split() and "anchor" not in values:
            return str(target)
    return None

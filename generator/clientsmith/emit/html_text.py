"""HTML in the documents' prose, which is Markdown and may hold some (CommonMark, section 6.6), as
plain text that reads well in a docstring.
"""

from __future__ import annotations

import html
import re

_BLOCKS = frozenset(
    (
        *("blockquote", "center", "details", "div", "dl", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("important", "note", "ol", "p", "pre", "section", "table", "ul"),
    )
)
_LINES = frozenset(("br", "dd", "dt", "hr", "summary", "tr"))
_CODE = frozenset(("code", "kbd", "samp", "tt"))
_GONE = frozenset(
    (
        *("abbr", "b", "big", "em", "font", "i", "img", "small", "span", "strong", "sub", "sup"),
        *("tbody", "td", "tfoot", "th", "thead", "u"),
    )
)
_TAGS = _BLOCKS | _LINES | _CODE | _GONE | {"a", "li"}
# Code stays as it is, and a comment is for nobody.
_MARK = re.compile(
    r"(?P<code>```.*?```|``[^`]*``|`[^`\n]*`)|<!--[^<>]*-->"
    r"|<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9]*)(?P<rest>(?:\s[^<>]*|/)?)>",
    re.DOTALL,
)
_LINK = re.compile(r"""\bhref\s*=\s*["']?(https?://[^"'\s<>]+)""", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")


def plain(text: str) -> str:
    """`text` with HTML's elements as their text, in lines and lists as they would show it; what is
    no element that prose has, such as `<id>` and `List<String>`, is kept. A text of nothing but
    elements stays as it is.
    """
    if "<" not in text and "&" not in text:
        return text
    links: list[str] = []

    def shown(match: re.Match[str]) -> str:
        if match["code"] is not None or match["tag"] is None:
            return match["code"] or ""
        name, closes = match["tag"].lower(), bool(match["close"])
        if name not in _TAGS:
            return match[0]
        if name == "a":
            return _link(match["rest"], closes, links)
        return _as_text(name, closes)

    made = _ENTITY.sub(lambda match: html.unescape(match[0]), _MARK.sub(shown, text))
    return made if made == text else _tidied(made) or text


def _as_text(name: str, closes: bool) -> str:
    if name in _CODE:
        return "`"
    if name == "li":
        return "" if closes else "\n- "
    if name in _BLOCKS:
        return "\n\n"
    if name in _LINES:
        return "" if closes else "\n"
    return " " if closes and name in ("td", "th") else ""


def _link(attributes: str, closes: bool, open_: list[str]) -> str:
    """A link as Markdown writes it; `open_` has the targets of those not closed yet."""
    if closes:
        target = open_.pop() if open_ else ""
        return f"]({target})" if target else ""
    found = _LINK.search(attributes)
    open_.append(found[1] if found is not None else "")
    return "[" if found is not None else ""


def _tidied(text: str) -> str:
    """`text` without the blanks that elements leave behind: one empty line at a time, and no margin
    but that of lists and code.
    """
    lines: list[str] = []
    for line in text.strip().split("\n"):
        body = line.strip()
        is_bare = len(line) - len(line.lstrip()) < 4 and body[:2] not in ("- ", "* ")
        if body or (lines and lines[-1]):
            lines.append(body if is_bare else line.rstrip())
    return "\n".join(lines)

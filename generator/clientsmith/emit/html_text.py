"""Converts the HTML in descriptions (Markdown may hold some: CommonMark, section 6.6) to text."""

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
    """Return `text` with its HTML elements as text, in the lines and lists that they would show.

    What is no element of prose, such as `<id>` and `List<String>`, is kept. A text of nothing but
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
    """Return a link as Markdown writes it; `open_` has the targets of links that are not closed."""
    if closes:
        target = open_.pop() if open_ else ""
        return f"]({target})" if target else ""
    found = _LINK.search(attributes)
    open_.append(found[1] if found is not None else "")
    return "[" if found is not None else ""


def _tidied(text: str) -> str:
    """Return `text` without the blanks that removed elements leave behind.

    There is one empty line at a time, and no indentation but that of lists and code.
    """
    lines: list[str] = []
    for line in text.strip().split("\n"):
        body = line.strip()
        is_bare = len(line) - len(line.lstrip()) < 4 and body[:2] not in ("- ", "* ")
        if body or (lines and lines[-1]):
            lines.append(body if is_bare else line.rstrip())
    return "\n".join(lines)

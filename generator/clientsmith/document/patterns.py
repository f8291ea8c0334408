r"""Translate regular expressions from the dialect of documents to that of pydantic.

The `pattern` of a schema is ECMA-262 (JSON Schema Core, section 6.4). Clients check it with the
engine of pydantic, Rust's, whose time grows only with the length of the text. Where the two read
the same characters differently, the translation is written out: `^\d+$` becomes `^[0-9]+$`, since
`\d` is any Unicode digit in Rust. A pattern that the engine cannot express, such as `(?=a)` or
`\1`, and one that is no ECMA-262, such as `(?i)a` or `\A`, has no translation and is not checked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pydantic_core import SchemaError, SchemaValidator, ValidationError, core_schema

_LONGEST = 2_000
"""Characters of a pattern; a longer one is not checked."""
_LONGEST_SHOWN = 100
"""Characters of a pattern; a longer one is not shown in a docstring."""
_SPACE = r"\t\n\x0B\x0C\r\x20\x{A0}\x{FEFF}\x{2028}\x{2029}\p{Zs}"
_SETS = {"d": "0-9", "w": "A-Za-z0-9_", "s": _SPACE}
_CONTROLS = {"t": r"\t", "n": r"\n", "r": r"\r", "v": r"\x0B", "f": r"\x0C", "0": r"\x00"}
_TOKEN = re.compile(
    r"""
    \\(?:
        (?P<set>[dDwWsS])
        | (?P<edge>[b])
        | (?P<property>[pP]\{[A-Za-z_]+(?:=[A-Za-z_]+)?\})
        | (?P<control>[tnrvf]|0(?![0-9]))
        | c(?P<letter>[A-Za-z])
        | x(?P<byte>[0-9A-Fa-f]{2})
        | u(?P<high>[Dd][89ABab][0-9A-Fa-f]{2})\\u(?P<low>[Dd][C-Fc-f][0-9A-Fa-f]{2})
        | u(?P<unit>[0-9A-Fa-f]{4})
        | u\{(?P<point>[0-9A-Fa-f]{1,6})\}
        | (?P<itself>[^0-9A-Za-z])
    )
    | (?P<group>\((?:\?(?::|<[A-Za-z_$][0-9A-Za-z_$]*>))?(?!\?))
    | (?P<repeat>(?:[*+?]|\{[0-9]+(?:,[0-9]*)?\})\??(?![*+?]|\{[0-9]+(?:,[0-9]*)?\}))
    | (?P<syntax>[\^$|)])
    | (?P<class>\[)
    | (?P<dot>\.)
    # Braces and brackets that begin neither a class nor a quantifier are text.
    | (?P<text>(?!\{[0-9]+(?:,[0-9]*)?\})[^\\*+?(\[])
    """,
    re.VERBOSE | re.DOTALL,
)
_SPECIAL = frozenset(r"\.+*?()|[]{}^$-&~")
"""Characters that Rust's engine reads as syntax, in a class or outside of one."""
_ANY_COUNT = re.compile(r"\{,[0-9]+\}")
# `/^a$/` is JavaScript's way to write `^a$`; taken as a pattern it matches no text at all.
_NEVER = re.compile(r"/\^.*|.*\$/[a-z]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression that some part of a text has to match."""

    source: str
    """As the document writes it; empty if it is too long to show."""
    regex: str
    """As pydantic's engine reads it; empty if it has no translation."""


@lru_cache(1_024)
def pattern_of(source: str) -> Pattern:
    """Return the pattern that a document writes as `source`, with its translation if any."""
    is_shown = len(source) <= _LONGEST_SHOWN and source.isprintable() and "`" not in source
    regex = "".join(text for _, text in tokens(source))
    return Pattern(source if is_shown else "", regex if regex and _compiled(regex) else "")


def matches(pattern: Pattern, text: str) -> bool:
    """Return whether a pattern matches some part of a text; one without translation always does."""
    if not pattern.regex or (validator := _compiled(pattern.regex)) is None:
        return True
    try:
        validator.validate_python(text)
    except ValidationError:
        return False
    return True


@lru_cache(1_024)
def _compiled(regex: str) -> SchemaValidator | None:
    try:
        return SchemaValidator(core_schema.str_schema(pattern=regex, regex_engine="rust-regex"))
    except SchemaError:
        return None


@lru_cache(1_024)
def tokens(source: str) -> tuple[tuple[str, str], ...]:
    r"""Return the tokens of a pattern, each with its kind and translation.

    `^\d+` gives `("syntax", "^"), ("set", "[0-9]"), ("repeat", "+")`. The result is empty if one of
    them has no translation.
    """
    if len(source) > _LONGEST or "[[:" in source or "[]" in source:
        return ()
    if _ANY_COUNT.search(source) or _NEVER.fullmatch(source):
        return ()
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(source):
        token = _TOKEN.match(source, at)
        if token is None:
            return ()
        at = token.end()
        kind = token.lastgroup or ""
        match kind:
            case "class":
                text, at = _class(source, at)
            case "set" | "property":
                text = _set(token)
            case "edge":
                text = r"(?-u:\b)"
            case "dot":
                text = r"[^\n\r\x{2028}\x{2029}]"
            case "group":
                text = "(?:"
            case "repeat" | "syntax":
                text = token[0]
            case _:
                text = _character(token)
        if not text:
            return ()
        found.append((kind, text))
    return tuple(found)


def _class(source: str, at: int) -> tuple[str, int]:
    r"""Return the translation of the class whose `[` ends at an offset, and the offset of its end.

    Of `[\d-]`, at 1: `[[0-9]\-]` and 5. The text is empty if the class has no translation.
    """
    negated = source.startswith("^", at)
    at += negated
    parts: list[str] = []
    kinds = ""
    while not source.startswith("]", at):
        if at < len(source) and source[at] != "\\":
            kind, text, at = "-" if source[at] == "-" else "c", _escaped(source[at]), at + 1
        else:
            token = _TOKEN.match(source, at)
            if token is None:
                return "", at
            at = token.end()
            if token["set"] or token["property"]:
                kind, text = "s", _set(token)
            else:
                kind, text = "c", r"\x08" if token["edge"] else _character(token)
        if not text:
            return "", at
        parts.append(text)
        kinds += kind
    if not parts:
        return (r"[\x00-\x{10FFFF}]" if negated else ""), at + 1
    # A hyphen is a range only between two single characters: of `[a-z-9]`, the first one.
    for found in re.finditer("[c-]-[c-]", kinds):
        parts[found.start() + 1] = "-"
    return f"[{'^' if negated else ''}{''.join(parts)}]", at + 1


def _set(token: re.Match[str]) -> str:
    r"""Return the class that a set such as `\d` or `\p{L}` is translated to."""
    if token["property"]:
        return f"\\{token['property']}"
    name: str = token["set"]
    return f"[{'^' if name.isupper() else ''}{_SETS[name.lower()]}]"


def _character(token: re.Match[str]) -> str:
    r"""Return the translation of a single character; empty for half of a surrogate pair."""
    if token["control"]:
        return _CONTROLS[token["control"]]
    if token["letter"]:
        return _point(ord(token["letter"].upper()) - 64)
    if token["high"]:
        high, low = int(token["high"], 16), int(token["low"], 16)
        return _point(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    for name in ("byte", "unit", "point"):
        if token[name]:
            return _point(int(token[name], 16))
    return _escaped(token["itself"] or token["text"])


def _escaped(character: str) -> str:
    if character in _SPECIAL:
        return f"\\{character}"
    return character if " " <= character <= "~" else _point(ord(character))


def _point(number: int) -> str:
    return "" if 0xD800 <= number <= 0xDFFF or number > 0x10FFFF else f"\\x{{{number:X}}}"

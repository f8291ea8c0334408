"""Texts that a regular expression matches, made by walking through it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

# Python's own parser; it has no other name in 3.11.
from re import _constants as codes, _parser as parser  # type: ignore[attr-defined]
from typing import Any

_PRINTED = [chr(code) for code in range(32, 127)]
# What is chosen from a class of characters, as far as the class has it.
_PREFERRED = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CATEGORIES = {
    codes.CATEGORY_DIGIT: str.isdigit,
    codes.CATEGORY_SPACE: str.isspace,
    codes.CATEGORY_WORD: lambda char: char.isalnum() or char == "_",
    codes.CATEGORY_NOT_DIGIT: lambda char: not char.isdigit(),
    codes.CATEGORY_NOT_SPACE: lambda char: not char.isspace(),
    codes.CATEGORY_NOT_WORD: lambda char: not (char.isalnum() or char == "_"),
}


def text_matching(regexes: Sequence[str], least: int, most: int, draw: Random) -> str | None:
    """A text in which each of these fits somewhere, with `least` to `most` characters.

    None where no such text is found: it is made of the first and tried against the others.
    """
    try:
        compiled = [re.compile(regex) for regex in regexes]
        tree = parser.parse(regexes[0])
    except (re.error, OverflowError, RecursionError):
        return None
    for more in (0, 1, 2, 3, 5, 8, 13, 21, 34, 55, *range(0, 64, 4)):
        text = _written(tree, more, draw, {})
        is_open = not regexes[0].endswith("$") or regexes[0].endswith("\\$")
        if is_open and len(text) < least:
            text += "a" * (least - len(text))
        if least <= len(text) <= most and all(each.search(text) for each in compiled):
            return text
    return None


def _written(tree: Any, more: int, draw: Random, groups: dict[int, str]) -> str:
    """A text for each part of an expression in turn; what repeats does so `more` than it must."""
    return "".join(_part(code, value, more, draw, groups) for code, value in tree)


def _part(code: Any, value: Any, more: int, draw: Random, groups: dict[int, str]) -> str:
    if code is codes.LITERAL:
        return chr(value)
    if code is codes.NOT_LITERAL:
        return _one_of(lambda char: ord(char) != value, draw)
    if code is codes.ANY:
        return draw.choice(_PREFERRED)
    if code is codes.IN:
        return _one_of(lambda char: _is_in(value, char), draw, value)
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        least, most, inner = value
        # The greatest number stands for no limit.
        count = min(int(least) + more, int(most), 4096)
        return "".join(_written(inner, more // 2, draw, groups) for _ in range(count))
    if code is codes.SUBPATTERN:
        text = _written(value[-1], more, draw, groups)
        groups[value[0]] = text
        return text
    if code is codes.BRANCH:
        return _written(draw.choice(value[1]), more, draw, groups)
    if code is codes.GROUPREF:
        return groups.get(value, "")
    if code is codes.ATOMIC_GROUP:
        return _written(value, more, draw, groups)
    # Places in the text and what stands around them: whether they hold is tried at the end.
    return ""


def _is_in(items: Any, char: str) -> bool:
    (first, _), *_ = items
    holds = any(_holds(code, value, char) for code, value in items)
    return holds != (first is codes.NEGATE)


def _holds(code: Any, value: Any, char: str) -> bool:
    if code is codes.LITERAL:
        return ord(char) == value
    if code is codes.RANGE:
        return value[0] <= ord(char) <= value[1]
    return code is codes.CATEGORY and _CATEGORIES[value](char)


def _one_of(fits: Callable[[str], bool], draw: Random, items: Any = ()) -> str:
    if known := [char for char in _PREFERRED if fits(char)]:
        return draw.choice(known)
    if known := [char for char in _PRINTED if fits(char)]:
        return draw.choice(known)
    # Characters outside of ASCII stand in the class themselves.
    for code, value in items:
        if code in (codes.LITERAL, codes.RANGE):
            return chr(value if code is codes.LITERAL else value[0])
    return "a"

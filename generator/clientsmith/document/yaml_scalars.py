"""YAML scalars → values, by the core schema of YAML 1.2 (section 10.3).

Dates, `yes` and `on` are text. Other tools still follow YAML 1.1, so a scalar that they read as
another value gets a warning.
"""

from __future__ import annotations

import re
from dataclasses import replace
from math import isfinite
from typing import Any

from ..diagnostics import Diagnostic, Span, error, warning
from .parse_errors import LONGEST_NUMBER, number_problem
from .positions import Text

TAG = "tag:yaml.org,2002:"
"""What `!!` stands for in a tag such as `!!str`."""
INTEGER = re.compile(r"[-+]?[0-9]+")

_WORDS = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
# Text in YAML 1.2, a boolean in YAML 1.1.
_BOOLEANS_1_1 = {
    **{form: "true" for word in ("yes", "on") for form in (word, word.title(), word.upper())},
    **{form: "false" for word in ("no", "off") for form in (word, word.title(), word.upper())},
}
_NUMBER_START = frozenset("+-.0123456789")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


def offset_of(event: Any) -> int:
    """Return the offset in characters at which an event of the YAML parser starts."""
    start: int = event.start_mark.index
    return start


def is_plain(event: Any) -> bool:
    """Return whether a scalar has neither quotes nor a tag, so that its text decides its type."""
    return event.tag is None and not event.style


class Scalars:
    """Converts the scalars of one text, and keeps what is wrong with them."""

    def __init__(self, text: Text) -> None:
        self.problems: list[Diagnostic] = []
        self.warnings: list[Diagnostic] = []
        self._text = text

    def value(self, event: Any) -> Any:
        """Return the value of a scalar: text, a number, true, false or null."""
        text: str = event.value
        tag = event.tag
        if tag is not None:
            return self._tagged(event, tag, text)
        if not text or text[0] in _NUMBER_START or text in _WORDS or text in _BOOLEANS_1_1:
            return self._plain(event, text) if is_plain(event) else text
        return text

    def refuse_tag(self, event: Any) -> None:
        """Report that an event has a tag that no value of JSON has."""
        tag = event.tag.removeprefix(TAG)
        shown = f"!!{tag}" if tag != event.tag else tag
        message = f"the YAML tag {shown} is not supported here; OpenAPI allows only JSON values"
        self.problems.append(error("tag", message, self._span(event), "remove the tag"))

    def _plain(self, event: Any, text: str) -> Any:
        """Return the value of a scalar without quotes.

        `null` → None, `017` → 17, `0x1F` → 31, `1e3` → 1000.0, `yes` → "yes", `1.2.3` → "1.2.3".
        """
        if text in _WORDS:
            return _WORDS[text]
        if text in _BOOLEANS_1_1:
            other = _BOOLEANS_1_1[text]
            message = (
                f"'{text}' is text in YAML 1.2, but tools that read YAML 1.1 take it as {other}"
            )
            hint = f"write '{text}' in quotes, or {other}"
            self.warnings.append(warning("yaml-boolean", message, self._span(event), hint))
            return text
        if INTEGER.fullmatch(text):
            digits = text.lstrip("+-")
            if len(text) > LONGEST_NUMBER:
                return self._refuse_number(event, text)
            if digits[0] == "0" and len(digits) > 1:
                self._warn_octal(event, text, int(text))
            return int(text)
        if _BASED.fullmatch(text):
            value = int(text, 0) if len(text) <= LONGEST_NUMBER else 0
            if text[1] == "o":
                self._warn_octal(event, text, value)
            return value
        if _FLOAT.fullmatch(text):
            number = float(text) if len(text) <= LONGEST_NUMBER else float("inf")
            return number if isfinite(number) else self._refuse_number(event, text)
        if _NOT_FINITE.fullmatch(text):
            return self._refuse_number(event, text)
        return text

    def _warn_octal(self, event: Any, text: str, value: int) -> None:
        message = (
            f"{text} is the number {value} in YAML 1.2, but tools that read YAML 1.1 take it as"
            " another value"
        )
        hint = f"write '{text}' in quotes if it is text, or {value}"
        self.warnings.append(warning("yaml-octal", message, self._span(event), hint))

    def _refuse_number(self, event: Any, text: str) -> None:
        problem = number_problem(text)
        if problem:
            self.problems.append(replace(problem, span=self._span(event)))

    def _tagged(self, event: Any, tag: str, text: str) -> Any:
        kind = tag.removeprefix(TAG)
        if tag == "!" or kind in ("str", "timestamp"):
            return text
        if kind == "null" and text in _WORDS and _WORDS[text] is None:
            return None
        if kind == "bool" and isinstance(_WORDS.get(text), bool):
            return _WORDS[text]
        if kind == "int" and (INTEGER.fullmatch(text) or _BASED.fullmatch(text)):
            return self._plain(event, text)
        if kind == "float" and _FLOAT.fullmatch(text):
            value = self._plain(event, text)
            return float(value) if isinstance(value, int) else value
        return self.refuse_tag(event)

    def _span(self, event: Any) -> Span:
        return self._text.span(offset_of(event))

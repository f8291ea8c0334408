"""Texts of a document without the characters that a reader does not see."""

from __future__ import annotations

import re
import unicodedata

PLAIN = re.compile(r"[ -~\n]*")


def clean(text: str) -> str:
    r"""Return a text with only the characters that a reader sees.

    Controls, bidirectional marks and surrogates are dropped, line ends become `\n`.
    """
    if PLAIN.fullmatch(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    return "".join(
        char
        for char in text
        if char == "\n" or (unicodedata.category(char)[0] != "C" and char not in "\u2028\u2029")
    )


def is_visible(text: str) -> bool:
    """Return whether a reader sees anything of a text: it has more than blanks and controls."""
    # Most texts begin with what is seen.
    return "!" <= text[:1] <= "~" or bool(clean(text).strip())

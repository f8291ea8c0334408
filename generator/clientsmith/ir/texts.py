"""Texts of a document, as a reader sees them."""

from __future__ import annotations

import re
import unicodedata

PLAIN = re.compile(r"[ -~\n]*")


def clean(text: str) -> str:
    """`text` with only characters that a reader sees: controls, bidirectional marks and surrogates
    are dropped.
    """
    if PLAIN.fullmatch(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    return "".join(
        char
        for char in text
        if char == "\n" or (unicodedata.category(char)[0] != "C" and char not in "\u2028\u2029")
    )


def is_seen(text: str) -> bool:
    """Return whether a reader sees anything of a text."""
    # Most texts begin with what is seen.
    return "!" <= text[:1] <= "~" or bool(clean(text).strip())

"""Write JSONPath expressions (RFC 9535)."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_ESCAPED = {
    "\\": "\\\\",
    "'": "\\'",
    "\b": "\\b",
    "\f": "\\f",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
}


def path_of(*keys: str | int) -> str:
    """Return the expression that selects one value: `"paths", "/a"` → `$.paths['/a']`."""
    return "$" + "".join(map(segment, keys))


def quoted(text: str) -> str:
    """Return a text as a string of an expression, in single quotes."""
    letters = (
        _ESCAPED.get(letter) or (letter if letter >= " " else f"\\u{ord(letter):04x}")
        for letter in text
    )
    return f"'{''.join(letters)}'"


def segment(key: str | int) -> str:
    """Return the part of an expression that selects a member or an item."""
    if isinstance(key, int):
        return f"[{key}]"
    return f".{key}" if _PLAIN.fullmatch(key) else f"[{quoted(key)}]"

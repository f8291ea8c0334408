"""The charsets of text in responses: byte order marks, declared ones, and UTF-8."""

import codecs
import re
from contextlib import suppress

# Encodings of text, by which nothing but text comes of bytes; Python has others (`idna`, `zlib`).
_CHARSET = re.compile(
    r"(utf-?(8|16|32)|iso|latin|windows|cp\d|mac|koi8|gb|big5|euc|shift)[\w-]*",
    re.ASCII | re.IGNORECASE,
)
_PARAMETER = re.compile(r";\s*charset\s*=\s*[\"']?([^\s;,\"']+)", re.IGNORECASE)
_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    # Before UTF-16, whose mark is a prefix of it.
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_ALL_MARKS = tuple(_MARKS)


def charset_of(content_type: str) -> str:
    """Return the charset of a Content-Type; empty without one."""
    named = _PARAMETER.search(content_type)
    return "" if named is None else named[1]


def decoded(content: bytes, charset: str = "") -> str:
    """Decode text by its byte order mark, else by this charset, else as UTF-8; never fail."""
    marked = (encoding for mark, encoding in _MARKS.items() if content.startswith(mark))
    encoding = next(marked, charset if _CHARSET.fullmatch(charset) else "utf-8")
    try:
        text = content.decode(encoding, "replace")
    except LookupError:
        text = content.decode("utf-8", "replace")
    return text.removeprefix("\ufeff")


def is_utf8(content: bytes) -> bool:
    """Return whether content is UTF-8 without a byte order mark, and not UTF-16 or UTF-32."""
    if content.startswith(_ALL_MARKS) or b"\0" in content:
        return False
    with suppress(UnicodeError):
        return bool(content.decode())
    return False


def as_utf8(content: bytes, charset: str) -> bytes:
    """Return text in UTF-8, from its byte order mark or this charset; else as it is."""
    is_known = content.startswith(_ALL_MARKS) or _CHARSET.fullmatch(charset)
    return decoded(content, charset).encode() if is_known else content

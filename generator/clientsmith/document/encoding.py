"""Decode the bytes of a file to text."""

from __future__ import annotations

from ..diagnostics import ClientsmithError, Span, error
from .positions import Text

_WRONG_ENCODINGS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def decode(name: str, raw: bytes) -> Text:
    """Return the text of a file, which has to be UTF-8 with or without a byte order mark.

    Raises:
        ClientsmithError: it is not, with the place of the first wrong byte (code `encoding`).
    """
    for mark, encoding in _WRONG_ENCODINGS:
        if raw.startswith(mark):
            message = f"the file is encoded as {encoding}; OpenAPI documents are UTF-8"
            raise ClientsmithError(
                [error("encoding", message, Span(name, 1, 1), "save it as UTF-8")]
            )
    try:
        return Text(name, raw.decode("utf-8-sig"))
    except UnicodeDecodeError as bad:
        # The codec removes a byte order mark before it counts.
        skipped = 3 if raw.startswith(b"\xef\xbb\xbf") else 0
        start = bad.start + skipped if bad.object is not raw else bad.start
        before = raw[:start].decode("utf-8-sig", "replace")
        message = f"the byte 0x{raw[start]:02x} is not UTF-8"
        place = Text(name, before).span(len(before))
        raise ClientsmithError(
            [error("encoding", message, place, "save the file as UTF-8")]
        ) from None

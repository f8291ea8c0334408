"""The file beside `names.lock` that keeps the calls and types of a client: how it is packed.

It is a line of text, with the fingerprint that the client's manifest has, and then a text that
bzip2 compressed. Unlike zlib, whose implementations differ, that gives the same bytes everywhere.
"""

from __future__ import annotations

from pathlib import Path

_MAGIC = b"clientsmith record 1 "
# A file with a NUL is binary to git, which then leaves its line ends alone.
_END = b"\n\0"
_LONGEST_HEAD = 200
_MOST_BYTES = 512 * 1024 * 1024


def pack(fingerprint: str, text: str) -> bytes:
    """Return the content of a record."""
    # A run with nothing to do reads no more of a record than its fingerprint.
    import bz2

    return _MAGIC + fingerprint.encode() + _END + bz2.compress(text.encode())


def unpack(content: bytes) -> tuple[str, str]:
    """Return the fingerprint and the text of a record.

    Raises:
        ValueError: the content is none.
    """
    import bz2

    head, _, packed = content.partition(_END)
    if not head.startswith(_MAGIC):
        raise ValueError("it is no record that this version of clientsmith knows")
    reader = bz2.BZ2Decompressor()
    try:
        text = reader.decompress(packed, _MOST_BYTES).decode()
    except (OSError, EOFError, UnicodeDecodeError) as problem:
        raise ValueError(f"it is damaged: {problem}") from None
    if not reader.eof:
        raise ValueError("it is cut off")
    return head[len(_MAGIC) :].decode("ascii", "replace"), text


def read_fingerprint(path: Path) -> str | None:
    """Return the fingerprint of the client that a record is of, without reading more of it."""
    try:
        with open(path, "rb", buffering=0) as file:
            head, end, _ = file.read(_LONGEST_HEAD).partition(_END)
    except OSError:
        return None
    if not (end and head.startswith(_MAGIC)):
        return None
    return head[len(_MAGIC) :].decode("ascii", "replace")

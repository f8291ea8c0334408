"""What a file's content goes by."""

from __future__ import annotations

import hashlib


def content_hash(content: bytes) -> str:
    """SHA-256 in hexadecimal, the same however a checkout turned the line ends."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()

"""Request bodies in base64 (RFC 4648, section 4)."""

from base64 import b64encode
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Any

from .bodies import RawBody
from .content import Source, isa, source_of


@dataclass(frozen=True)
class Base64Body(RawBody):
    """A `RawBody` whose bytes are encoded; text is taken for base64 already."""

    def source(self, value: Any) -> bytes | Source:
        if isinstance(value, str):
            return value.encode()
        given = source_of(value)
        if isinstance(given, bytes):
            return b64encode(given)
        length = None if given.length is None else (given.length + 2) // 3 * 4
        return Source(lambda: _pieces(given), length, given.once, given.blocks)


def _pieces(source: Source) -> Any:
    opened: Any = source.pieces()
    return _awaited(opened) if isa(opened, AsyncIterator) else _encoded(opened)


def _encoded(pieces: Iterator[bytes]) -> Iterator[bytes]:
    # Three bytes are four characters: the rest of a piece goes with the next.
    rest = b""
    for piece in pieces:
        rest += piece
        whole = len(rest) // 3 * 3
        yield b64encode(rest[:whole])
        rest = rest[whole:]
    yield b64encode(rest)


async def _awaited(pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    rest = b""
    async for piece in pieces:
        rest += piece
        whole = len(rest) // 3 * 3
        yield b64encode(rest[:whole])
        rest = rest[whole:]
    yield b64encode(rest)

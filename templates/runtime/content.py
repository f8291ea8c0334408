"""Bytes, files and iterators as request content.

They are read in pieces while they are sent, so that a file of any size takes the same memory.
"""

import os
import stat
from asyncio import to_thread
from collections.abc import (
    AsyncIterable,
    AsyncIterator,
    Callable,
    Generator,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from io import TextIOBase
from os import PathLike
from typing import IO, Annotated, Any

from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .errors import ClientError, RequestValidationError

PIECE = 262_144
_BINARY = (bytes, bytearray, memoryview)


@dataclass
class Source:
    """Content to be read in pieces.

    `pieces` starts reading; a second time only if it is not `once`. `length` is in bytes, if it is
    known. `blocks` is whether reading waits for a disk.
    """

    pieces: Callable[[], Any]
    length: int | None = None
    once: bool = False
    blocks: bool = False
    started: bool = False


class Content:
    """Bytes and sources, one after the other (a `transport.Stream`)."""

    def __init__(self, parts: Sequence[bytes | Source]) -> None:
        self._parts = parts
        lengths = [len(part) if isinstance(part, bytes) else part.length for part in parts]
        known = [length for length in lengths if length is not None]
        self.length = sum(known) if len(known) == len(lengths) else None

    @property
    def replays(self) -> bool:
        """Whether all of it can be sent again, or none of it was sent so far."""
        return not any(part.once and part.started for part in self._sources())

    def __iter__(self) -> Iterator[bytes]:
        for source in self._sources():
            source.started = True
            if isinstance(opened := source.pieces(), AsyncIterator):
                raise RequestValidationError(
                    f"{opened!r:.60} can only be sent by an asynchronous client"
                )
        return self._read()

    def _read(self) -> Iterator[bytes]:
        for part in self._parts:
            if isinstance(part, bytes):
                yield part
            else:
                yield from map(_checked, part.pieces())

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self._parts:
            if isinstance(part, bytes):
                yield part
                continue
            part.started = True
            pieces: Any = part.pieces()
            if isa(pieces, AsyncIterator):
                async for piece in pieces:
                    yield _checked(piece)
            elif part.blocks:
                while (piece := await to_thread(next, pieces, None)) is not None:
                    yield piece
            else:
                for piece in pieces:
                    yield _checked(piece)

    def _sources(self) -> Iterator[Source]:
        return (part for part in self._parts if not isinstance(part, bytes))

    def __reduce__(self) -> tuple[object, ...]:
        # Files cannot be pickled, and the request of an error is not sent again.
        return Content, ((),)


def isa(value: object, kinds: Any) -> bool:
    """Return what `isinstance` does, without narrowing types for type checkers."""
    return isinstance(value, kinds)


def source_of(value: Any) -> bytes | Source:
    """Return bytes, or where to read them. Raises `RequestValidationError` for anything else."""
    if isa(value, _BINARY):
        return bytes(value)
    if isa(value, PathLike):
        return _path(value)
    if hasattr(value, "read") and not isa(value, TextIOBase):
        return _file(value)
    if isa(value, AsyncIterable):
        return Source(value.__aiter__, once=isinstance(value, AsyncIterator))
    if isa(value, Iterable) and not isa(value, (str, Mapping)):
        return Source(value.__iter__, once=isinstance(value, Iterator))
    raise RequestValidationError(f"{value!r:.60} cannot be sent as bytes")


def _path(path: Any) -> Source:
    try:
        with open(path, "rb") as file:
            status = os.fstat(file.fileno())
    except OSError as error:
        raise RequestValidationError(f"{path} cannot be read: {error.strerror}") from error
    length = status.st_size if stat.S_ISREG(status.st_mode) else None
    return Source(lambda: _pieces(lambda: open(path, "rb"), length), length, blocks=True)


def _file(file: Any) -> Source:
    try:
        start = file.tell()
        length: int | None = file.seek(0, os.SEEK_END) - start
        file.seek(start)
    except (AttributeError, OSError, ValueError):
        # It cannot be rewound, as a pipe cannot: its bytes come once.
        return Source(lambda: _pieces(lambda: nullcontext(file), None), once=True, blocks=True)

    def opened() -> Any:
        file.seek(start)
        return nullcontext(file)

    return Source(lambda: _pieces(opened, length), length, blocks=True)


def _pieces(opened: Callable[[], Any], left: int | None) -> Generator[bytes]:
    """Yield the bytes of a file; of one that has grown, no more than `left`, as was announced."""
    with _failures(), opened() as file:
        while piece := file.read(PIECE if left is None else min(PIECE, left)):
            left = None if left is None else left - len(piece)
            yield _checked(piece)


@contextmanager
def _failures() -> Generator[None]:
    try:
        yield
    except OSError as error:
        # Nothing is wrong with the connection: another try would not help.
        raise ClientError(f"the request content cannot be read: {error}") from error


def _checked(piece: Any) -> bytes:
    if isa(piece, _BINARY):
        return bytes(piece)
    raise ClientError(f"the request content returned {piece!r:.60} instead of bytes")


class _Fits:
    """A validator of arguments that are files or other content."""

    def __init__(self, fits: Callable[[Any], bool], said: str) -> None:
        self._fits = fits
        self._said = said

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._check)

    def _check(self, value: object) -> object:
        if self._fits(value):
            return value
        raise PydanticCustomError("file", "{said}", {"said": self._said})


def _is_file(value: Any) -> bool:
    is_open = hasattr(value, "read") and not isa(value, TextIOBase)
    return is_open or isa(value, (*_BINARY, PathLike))


def _is_content(value: Any) -> bool:
    if isa(value, (AsyncIterable, Iterable)):
        return not isa(value, (str, Mapping, TextIOBase))
    return _is_file(value)


def _is_file_or_tuple(value: Any) -> bool:
    if not isa(value, (tuple, list)):
        return _is_file(value)
    # Name, content, media type, headers. Plain data of a tuple is a list.
    kinds: Any = zip(value, (str, object, str, Mapping), strict=False)
    fits = all(part is None or isinstance(part, kind) for part, kind in kinds)
    return 2 <= len(value) <= 4 and fits and _is_file(value[1])


FileContent = bytes | PathLike[str] | IO[bytes]
FileTypes = Annotated[
    FileContent
    | tuple[str | None, FileContent]
    | tuple[str | None, FileContent, str | None]
    | tuple[str | None, FileContent, str | None, Mapping[str, str]],
    _Fits(_is_file_or_tuple, "bytes, a path, a binary file or (name, content, media type)"),
]
"""A file to upload: bytes, a path, a file opened in binary mode, or a tuple of its name, one of
these, its media type and further headers of its part."""
ContentTypes = Annotated[
    FileContent | Iterable[bytes] | AsyncIterable[bytes],
    _Fits(_is_content, "bytes, a path, a binary file or an iterable of bytes"),
]
"""A body: bytes, a path, a file opened in binary mode, or an iterable of pieces, which is
asynchronous only on an asynchronous client."""

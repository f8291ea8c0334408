"""Responses that are files: read whole as bytes, or streamed to disk in constant memory."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import IO, TYPE_CHECKING, Any, TypeVar, cast
from urllib.parse import unquote_to_bytes

from .answers import Answer
from .responses import APIResponse, AsyncAPIResponse, BaseAPIResponse
from .transport import Headers

if TYPE_CHECKING:
    from typing import ParamSpec

    from .exchange import Exchange
    from .operation import Call
    from .resource import Method
    from .transport import Response

    _P = ParamSpec("_P")
    _R = TypeVar("_R")
    _A = TypeVar("_A")

_T = TypeVar("_T")
_FILENAME = re.compile(r';\s*filename\s*=\s*("(?:[^"\\]|\\.)*"|[^;\s]+)', re.IGNORECASE)
_EXTENDED = re.compile(r";\s*filename\*\s*=\s*([^';\s]+)'[^';]*'([^;\s]+)", re.IGNORECASE)
# Windows opens a device by such a name, with any extension.
_RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³]|conin\$|conout\$)(\.|$)", re.IGNORECASE)
_UNSAFE = re.compile(r'[<>:"|?*]')
_BATCH = 1_048_576
_LONGEST = 200
"""Bytes of a name; file systems take 255, of which some are for the temporary file's."""


class Download(bytes):
    """The bytes of a file, with the name and media type that the server sent."""

    content_type: str
    """Its media type with parameters, as it was sent; empty without one."""
    filename: str | None
    """The server's name for it, made safe to use in any folder; None without one."""

    def __new__(
        cls, content: bytes, content_type: str = "", filename: str | None = None
    ) -> Download:
        made = super().__new__(cls, content)
        made.content_type, made.filename = content_type, filename
        return made

    def __reduce__(self) -> tuple[object, ...]:
        return Download, (bytes(self), self.content_type, self.filename)

    def write_to_file(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> Path:
        """Write it to a file, or into a folder under its `filename`, and return the path.

        Raises `FileExistsError` if the file exists, unless `overwrite` is true.
        """
        with _writing(path, self.filename, overwrite) as (file, target):
            file.write(self)
        return target


class File(Answer):
    def responses(self, waits: bool) -> type[BaseAPIResponse[Any]]:
        return AsyncDownloadResponse if waits else DownloadResponse

    def decode(self, exchange: Exchange, call: Call, response: Response) -> Download:
        kind = response.headers.get("content-type", "")
        return Download(response.content, kind, filename(response.headers))


class DownloadResponse(APIResponse[_T]):
    """The response of a call for a file, before the body is read."""

    @property
    def filename(self) -> str | None:
        """The server's name for the file, made safe to use in any folder; None without one."""
        return filename(self.headers)

    def stream_to_file(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> Path:
        """Write the body to a file as it comes, or into a folder under `filename`; return the path.

        If the body breaks off, nothing is left. Raises `APIConnectionError`, and `FileExistsError`
        if the file exists, unless `overwrite` is true.
        """
        with _writing(path, self.filename, overwrite) as (file, target):
            for piece in self.iter_bytes():
                file.write(piece)
        return target


class AsyncDownloadResponse(AsyncAPIResponse[_T]):
    """The asynchronous twin of `DownloadResponse`."""

    @property
    def filename(self) -> str | None:
        return filename(self.headers)

    async def stream_to_file(
        self, path: str | os.PathLike[str], *, overwrite: bool = False
    ) -> Path:
        with _writing(path, self.filename, overwrite) as (file, target):
            held, size = list[bytes](), 0
            async for piece in self.iter_bytes():
                held.append(piece)
                size += len(piece)
                if size >= _BATCH:
                    # A slow disk must not hold up the event loop.
                    await asyncio.to_thread(file.writelines, held)
                    held, size = [], 0
            await asyncio.to_thread(file.writelines, held)
        return target


def responses(
    method: Method[_R, APIResponse[_T], AsyncAPIResponse[_A], _P],
) -> Method[_R, DownloadResponse[_T], AsyncDownloadResponse[_A], _P]:
    """Return the method, typed to have the response objects of files."""
    return cast("Method[_R, DownloadResponse[_T], AsyncDownloadResponse[_A], _P]", method)


def filename(headers: Headers) -> str | None:
    """Return the file name of Content-Disposition (RFC 6266; `filename*` by RFC 8187 first).

    It contains nothing that leads out of a folder or to a device, or that some system cannot store.
    """
    given = ";" + headers.get("content-disposition", "").partition(";")[2]
    name = ""
    if extended := _EXTENDED.search(given):
        # Codecs that are no text encoding, such as `idna`, raise `ValueError`.
        with suppress(LookupError, ValueError):
            name = unquote_to_bytes(extended[2]).decode(extended[1], "replace")
    if not name and (plain := _FILENAME.search(given)):
        name = plain[1]
        if name.startswith('"'):
            name = re.sub(r"\\(.)", r"\1", name[1:-1])
        # Headers are Latin-1, but many servers send UTF-8 in them.
        with suppress(UnicodeError):
            name = name.encode("latin-1").decode()
    return _safe(name) or None


def _safe(name: str) -> str:
    """Return the last part of a path as a name that every file system accepts; it may be empty."""
    name = re.split(r"[/\\]", name)[-1]
    name = _UNSAFE.sub("_", "".join(character for character in name if character.isprintable()))
    name = name.strip().lstrip(".").rstrip(". ")
    name = f"_{name}" if _RESERVED.match(name) else name
    extension = os.path.splitext(name)[1]
    extension = extension if len(extension.encode()) < 20 else ""
    kept = name.removesuffix(extension).encode()[: _LONGEST - len(extension.encode())]
    return kept.decode("utf-8", "ignore") + extension


@contextmanager
def _writing(
    path: str | os.PathLike[str], name: str | None, overwrite: bool
) -> Generator[tuple[IO[bytes], Path]]:
    """Open a file that takes its place once it is complete; otherwise nothing changes."""
    target = Path(path)
    if target.is_dir():
        target /= name or "download"
    if not overwrite:
        # Created now, so that no file which appears meanwhile is overwritten.
        open(target, "xb").close()
    part = target.with_name(f".{target.name[:40]}.{token_hex(4)}.part")
    try:
        with open(part, "xb") as file:
            yield file, target
        os.replace(part, target)
    except BaseException:
        for left in (part,) if overwrite else (part, target):
            left.unlink(missing_ok=True)
        raise

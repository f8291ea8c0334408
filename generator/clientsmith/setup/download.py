"""A document from a URL into a file, once: later runs read the file."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from ..diagnostics import ClientsmithError, error
from ..document import Fetch, FetchError
from ..limits import USUAL
from ..output import replace_file
from ..paths import shown
from ..urls import RefusedURL, checked


def download(url: str, folder: Path, fetch: Fetch) -> Path:
    """Fetch the document at a URL into a folder, and return its path.

    It comes by https, from the host of the URL alone, and within the limit on the bytes of a
    document.

    Raises:
        ClientsmithError: the URL may not be fetched, the fetch fails, or the file exists.
    """
    try:
        host = urlsplit(url).hostname or ""
        location = checked(url, {host})
        content = fetch(location, {host}, USUAL.bytes, float(USUAL.fetch_seconds)).content
    except RefusedURL as refused:
        raise _failed(f"'{url}' {refused.why}", refused.hint) from None
    except FetchError as failure:
        raise _failed(failure.message, failure.hint) from None
    except ValueError as bad:
        raise _failed(f"{url!r} is no URL: {bad}", "") from None
    path = folder / _name(urlsplit(location).path, content)
    if path.exists():
        raise _failed(
            f"{shown(path)!r} exists", f"run `clientsmith init {shown(path)}`, or move it away"
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as bad:
        raise _failed(f"{shown(folder)!r} cannot be made: {bad.strerror or bad}", "") from None
    replace_file(path, content)
    return path


def _name(path: str, content: bytes) -> str:
    """Return a name for the file: that of the URL where it names a kind of file."""
    stem, _, suffix = path.rpartition("/")[2].rpartition(".")
    plain = re.sub(r"[^A-Za-z0-9_-]+", "-", stem).strip("-_")[:80]
    if plain and suffix.lower() in ("yaml", "yml", "json"):
        return f"{plain}.{suffix.lower()}"
    return "openapi.json" if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" else "openapi.yaml"


def _failed(message: str, hint: str) -> ClientsmithError:
    return ClientsmithError([error("init-fetch", message, None, hint)])

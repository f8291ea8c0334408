"""Read files of other hosts, each from its copy if there is one.

`openapi.yaml.remote.lock` beside the document pins the hash of each URL, and `openapi.yaml.remote/`
has a copy of each file, named by host, file and hash. So a fresh clone gives the same client
without a network, and a server that changes a file changes nothing before somebody asks for it.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, Protocol, cast
from urllib.parse import urlsplit

from ..diagnostics import ClientsmithError, Span, error
from ..limits import Limits, over
from ..paths import content_hash, shown
from ..urls import RefusedURL, checked


class Fetched(NamedTuple):
    """The content of a URL, and the URL that all redirects led to."""

    url: str
    content: bytes


class FetchError(Exception):
    """Says why a URL was not fetched; `limit` names the limit that was exceeded, if any."""

    def __init__(self, message: str, hint: str = "", *, limit: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.limit = limit


class Fetch(Protocol):
    """Fetches a URL of one of the hosts, within a number of bytes and seconds.

    Raises:
        FetchError: it cannot.
    """

    def __call__(
        self, url: str, hosts: Collection[str], most_bytes: int, seconds: float
    ) -> Fetched: ...


@dataclass(frozen=True, slots=True)
class Allowed:
    """The hosts from which a document may load files, and how they are fetched."""

    hosts: frozenset[str] = frozenset()
    fetch: Fetch | None = None
    """None uses only the copies of earlier runs."""
    is_renewed: bool = False
    """Whether everything is fetched again, and the lock updated (`--refetch`)."""


NOTHING = Allowed()
"""No other host."""


class Pin(NamedTuple):
    """The entry of a URL in the lock."""

    digest: str
    place: str
    """The URL that redirects led to, which is the base URI of the content."""


class RemoteFile(NamedTuple):
    """The content of a URL, and its entry in the lock."""

    url: str
    pin: Pin
    content: bytes


class RemoteError(ClientsmithError):
    """An error that may not occur in another run, so that even a lenient run does not ignore it."""


def lock_path(document: Path) -> Path:
    """Return the path of the lock of a document."""
    return document.with_name(f"{document.name}.remote.lock")


def copies_folder(document: Path) -> Path:
    """Return the folder of the copies of a document."""
    return document.with_name(f"{document.name}.remote")


def copy_name(url: str, digest: str) -> str:
    """Return the file name of a copy, which is valid on every file system and has its hash.

    `https://example.com/v1/Pet.yaml` → `example-com-pet-0123456789abcdef.yaml`.
    """
    parts = urlsplit(url)
    stem, _, suffix = parts.path.rpartition("/")[2].rpartition(".")
    plain = re.sub("[^a-z0-9]+", "-", f"{parts.netloc}-{stem or suffix}".lower()).strip("-")
    return f"{plain[:80]}-{digest[:16]}.{'json' if suffix.lower() == 'json' else 'yaml'}"


def dump_pins(pins: Mapping[str, Pin]) -> str:
    """Return the text of a lock: JSON, sorted by URL, so that a diff shows what changed."""
    data = {
        url: {"sha256": pin.digest, **({"place": pin.place} if pin.place != url else {})}
        for url, pin in sorted(pins.items())
    }
    return json.dumps(data, indent=2) + "\n"


class Remotes:
    """Reads the files that one document loads from other hosts; `found` keeps them."""

    def __init__(self, document: Path, allowed: Allowed, limits: Limits) -> None:
        self.found: dict[str, RemoteFile] = {}
        self._document = document
        self._allowed = allowed
        self._limits = limits
        self._seconds = float(limits.fetch_seconds)

    def checked(self, url: str, base: str = "") -> str:
        """Return the normal form of a URL, which may be relative to `base`.

        Raises:
            RefusedURL: it may not be read.
        """
        return checked(url, self._allowed.hosts, base)

    def read(self, url: str, most_bytes: int, at: Span) -> RemoteFile:
        """Return the content of a checked URL, from its copy or fetched now.

        Raises:
            RemoteError: at `at`, the place of the reference.
        """
        pin = None if self._allowed.is_renewed else self._pins.get(url)
        file = self._copy(url, pin, most_bytes, at) if pin else None
        if file is None:
            file = self._fetched(url, pin, most_bytes, at)
        self.found[url] = file
        return file

    def _copy(self, url: str, pin: Pin, most_bytes: int, at: Span) -> RemoteFile | None:
        path = copies_folder(self._document) / copy_name(url, pin.digest)
        if path.is_symlink() or not path.is_file():
            return None
        try:
            with path.open("rb") as stream:
                content = stream.read(most_bytes + 1)
        except OSError as bad:
            raise _failed(
                "ref-copy", f"'{shown(path)}' cannot be read: {bad.strerror}", at
            ) from None
        if len(content) > most_bytes:
            raise self._over("bytes", f"'{url}' makes the document too large", at)
        if content_hash(content) != pin.digest:
            message = (
                f"the copy '{shown(path)}' of '{url}' differs from the hash in {self._lock_name!r}"
            )
            hint = "restore the copy from version control, or delete it to fetch it again"
            raise _failed("ref-copy", message, at, hint)
        try:
            self.checked(pin.place)
        except RefusedURL as refused:
            message = f"'{url}' was redirected to '{pin.place}', which {refused.why}"
            raise _failed("ref-remote", message, at, refused.hint) from None
        return RemoteFile(url, pin, content)

    def _fetched(self, url: str, pin: Pin | None, most_bytes: int, at: Span) -> RemoteFile:
        if pin is not None:
            path = copies_folder(self._document) / copy_name(url, pin.digest)
            missing = f"restore its copy '{shown(path)}', which is missing, from version control"
        else:
            missing = ""
        if self._allowed.fetch is None:
            message = f"there is no copy of '{url}', and this command fetches nothing"
            hint = missing or "run `clientsmith generate`, which fetches it and keeps a copy"
            raise _failed("ref-not-fetched", message, at, hint)
        began = time.monotonic()
        try:
            place, content = self._allowed.fetch(
                url, self._allowed.hosts, most_bytes, max(self._seconds, 0.001)
            )
        except FetchError as bad:
            if bad.limit:
                raise self._over(bad.limit, bad.message, at) from None
            hints = "; ".join(hint for hint in (bad.hint, missing) if hint)
            raise _failed("ref-fetch", bad.message, at, hints) from None
        finally:
            self._seconds -= time.monotonic() - began
        digest = content_hash(content)
        if pin is not None and pin.digest != digest:
            message = f"'{url}' differs from the hash in {self._lock_name!r}: its hash is {digest}"
            hint = "review what changed; `clientsmith generate --refetch` accepts it"
            raise _failed("ref-changed", message, at, hint)
        return RemoteFile(url, Pin(digest, place), content)

    @cached_property
    def _pins(self) -> Mapping[str, Pin]:
        """The entries of the lock, by URL.

        Raises:
            RemoteError: it cannot be read, or is not valid (code `lock-invalid`).
        """
        path = lock_path(self._document)
        try:
            if path.exists() and not path.is_file():
                raise ValueError("not a regular file")
            with path.open("rb") as stream:
                text = stream.read(self._limits.bytes)
            return {url: _pin(url, entry) for url, entry in _object(json.loads(text)).items()}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as bad:
            place = Span(
                self._lock_name, getattr(bad, "lineno", 1) or 1, getattr(bad, "colno", 1) or 1
            )
            why = getattr(bad, "strerror", None) or bad
            message = f"the lock of the files of other hosts is not valid ({why})"
            hint = "restore it from version control, or write it again with --refetch"
            raise _failed("lock-invalid", message, place, hint) from None

    @property
    def _lock_name(self) -> str:
        return shown(lock_path(self._document))

    def _over(self, limit: str, message: str, at: Span) -> RemoteError:
        return RemoteError([over(limit, getattr(self._limits, limit), message, at)])


def _failed(code: str, message: str, at: Span, hint: str = "") -> RemoteError:
    return RemoteError([error(code, message, at, hint)])


def _object(data: Any) -> Mapping[str, Any]:
    if not isinstance(data, dict):
        raise ValueError(f"{str(data)[:50]!r} is not an object")
    return cast("Mapping[str, Any]", data)


def _pin(url: str, entry: Any) -> Pin:
    members = _object(entry)
    digest, place = members.get("sha256"), members.get("place", url)
    if not isinstance(digest, str) or not re.fullmatch("[0-9a-f]{64}", digest):
        raise ValueError(f"{url!r} has no 'sha256'")
    if not isinstance(place, str):
        raise ValueError(f"the 'place' of {url!r} is not text")
    return Pin(digest, place)

"""Documents of other hosts: each pinned by its hash in a lock beside the root document, and kept as
a copy beside the lock.

`openapi.yaml.remote.lock` has URL and hash of each, `openapi.yaml.remote/` the copies, under names
made of the hashes. So the same bytes come out of a fresh clone without a network, and what a server
says later changes nothing by itself.
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
    """An answer: the URL that gave it, after all redirects, and its content."""

    url: str
    content: bytes


class FetchError(Exception):
    """Why nothing was fetched; `limit` names the one that was passed, if it was for one."""

    def __init__(self, message: str, hint: str = "", *, limit: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.limit = limit


class Fetch(Protocol):
    """Fetches a URL of one of the hosts, within bytes and seconds. Raises: FetchError."""

    def __call__(
        self, url: str, hosts: Collection[str], most_bytes: int, seconds: float
    ) -> Fetched: ...


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a document may have of other hosts."""

    hosts: frozenset[str] = frozenset()
    fetch: Fetch | None = None
    """None reads the copies of earlier runs alone."""
    is_renewed: bool = False
    """Whether all is fetched anew, and pinned as it comes."""


NOTHING = Allowed()


class Pin(NamedTuple):
    """What the lock has of a URL."""

    digest: str
    place: str
    """The URL that redirects led to, against which references in the content are resolved."""


class RemoteFile(NamedTuple):
    """What a URL has, as it is pinned."""

    url: str
    pin: Pin
    content: bytes


class RemoteError(ClientsmithError):
    """What another run may find otherwise, so that even a lenient one does not go on without it."""


def lock_path(document: Path) -> Path:
    """Where the pins of a document are."""
    return document.with_name(f"{document.name}.remote.lock")


def copies_folder(document: Path) -> Path:
    """Where the copies of a document are."""
    return document.with_name(f"{document.name}.remote")


def copy_name(url: str, digest: str) -> str:
    """The name of a copy: nothing that a disk takes amiss, and never the same for other content."""
    parts = urlsplit(url)
    stem, _, suffix = parts.path.rpartition("/")[2].rpartition(".")
    plain = re.sub("[^a-z0-9]+", "-", f"{parts.netloc}-{stem or suffix}".lower()).strip("-")
    return f"{plain[:80]}-{digest[:16]}.{'json' if suffix.lower() == 'json' else 'yaml'}"


def dump_pins(pins: Mapping[str, Pin]) -> str:
    """The text of a lock: JSON, sorted, so that a diff shows what changed."""
    data = {
        url: {"sha256": pin.digest, **({"place": pin.place} if pin.place != url else {})}
        for url, pin in sorted(pins.items())
    }
    return json.dumps(data, indent=2) + "\n"


class Remotes:
    """Reads what one document has of other hosts."""

    def __init__(self, document: Path, allowed: Allowed, limits: Limits) -> None:
        self.found: dict[str, RemoteFile] = {}
        self._document = document
        self._allowed = allowed
        self._limits = limits
        self._seconds = float(limits.fetch_seconds)

    def checked(self, url: str, base: str = "") -> str:
        """The one form of a URL that may be read, given whole or relative to a `base`.

        Raises: RefusedURL.
        """
        return checked(url, self._allowed.hosts, base)

    def read(self, url: str, most_bytes: int, at: Span) -> RemoteFile:
        """What a checked URL has: its copy, or what is fetched now.

        Raises: RemoteError: at `at`, the place of the reference.
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
            raise _told("ref-copy", f"'{shown(path)}' cannot be read: {bad.strerror}", at) from None
        if len(content) > most_bytes:
            raise self._over("bytes", f"'{url}' has more bytes than are left for it", at)
        if content_hash(content) != pin.digest:
            what = f"'{shown(path)}' is not the '{url}' that {self._lock_name!r} pins"
            hint = "take the copy back from version control, or delete it to fetch it again"
            raise _told("ref-copy", what, at, hint)
        try:
            self.checked(pin.place)
        except RefusedURL as refused:
            what = f"'{url}' was found at '{pin.place}', which {refused.why}"
            raise _told("ref-remote", what, at, refused.hint) from None
        return RemoteFile(url, pin, content)

    def _fetched(self, url: str, pin: Pin | None, most_bytes: int, at: Span) -> RemoteFile:
        if pin is not None:
            path = copies_folder(self._document) / copy_name(url, pin.digest)
            missing = f"its copy '{shown(path)}' is missing: take it back from version control"
        else:
            missing = ""
        if self._allowed.fetch is None:
            hint = missing or "`clientsmith generate` fetches and keeps it"
            raise _told("ref-not-fetched", f"'{url}' is not here, and not fetched now", at, hint)
        began = time.monotonic()
        try:
            place, content = self._allowed.fetch(
                url, self._allowed.hosts, most_bytes, max(self._seconds, 0.001)
            )
        except FetchError as bad:
            if bad.limit:
                raise self._over(bad.limit, bad.message, at) from None
            hints = "; ".join(hint for hint in (bad.hint, missing) if hint)
            raise _told("ref-fetch", bad.message, at, hints) from None
        finally:
            self._seconds -= time.monotonic() - began
        digest = content_hash(content)
        if pin is not None and pin.digest != digest:
            what = f"'{url}' is not what {self._lock_name!r} pins: its hash is {digest}"
            hint = "look at what changed; `clientsmith generate --refetch` takes it as it is now"
            raise _told("ref-changed", what, at, hint)
        return RemoteFile(url, Pin(digest, place), content)

    @cached_property
    def _pins(self) -> Mapping[str, Pin]:
        """The pins of earlier runs. Raises: RemoteError: the lock is none."""
        path = lock_path(self._document)
        try:
            if path.exists() and not path.is_file():
                raise ValueError("it is no regular file")
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
            what = f"the file does not read as a lock of what other hosts have ({why})"
            hint = "take it back from version control, or pin all anew: --refetch"
            raise _told("lock-invalid", what, place, hint) from None

    @property
    def _lock_name(self) -> str:
        return shown(lock_path(self._document))

    def _over(self, limit: str, what: str, at: Span) -> RemoteError:
        return RemoteError([over(limit, getattr(self._limits, limit), what, at)])


def _told(code: str, message: str, at: Span, hint: str = "") -> RemoteError:
    return RemoteError([error(code, message, at, hint)])


def _object(data: Any) -> Mapping[str, Any]:
    if not isinstance(data, dict):
        raise ValueError(f"{str(data)[:50]!r} is no object")
    return cast("Mapping[str, Any]", data)


def _pin(url: str, entry: Any) -> Pin:
    members = _object(entry)
    digest, place = members.get("sha256"), members.get("place", url)
    if not isinstance(digest, str) or not re.fullmatch("[0-9a-f]{64}", digest):
        raise ValueError(f"{url!r} has no 'sha256'")
    if not isinstance(place, str):
        raise ValueError(f"the 'place' of {url!r} is no text")
    return Pin(digest, place)

"""Which URL may be fetched: https, of a host that is allowed, and nothing else said in it."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import urljoin, urlsplit

_HOST = re.compile(
    r"(?=.{1,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?"
)
# What may stand in a URL (RFC 3986, 2), but for the brackets of an address.
_WRITTEN = re.compile(r"[A-Za-z0-9:/?#@!$&'()*+,;=%._~-]*")
_LONGEST = 2_000


class RefusedURL(ValueError):
    """Why a URL is not fetched, in words that follow it, and what to do instead."""

    def __init__(self, why: str, hint: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.hint = hint


def is_remote(location: str) -> bool:
    """Whether a reference names a place on a host, allowed or not."""
    return location.casefold().startswith(("http:", "https:", "//"))


def is_host(text: str) -> bool:
    """Whether a text is the name of a host, in small letters; an address is none."""
    return bool(_HOST.fullmatch(text))


def checked_host(text: str) -> str:
    """The text, which is the name of a host.

    Raises: ValueError: it is none.
    """
    if not is_host(text):
        raise ValueError(f"{text!r} is not a host, such as 'schemas.example.com'")
    return text


def checked(url: str, hosts: Collection[str], base: str = "") -> str:
    """The one form of a URL without its fragment, once it may be fetched; `base` is the checked URL
    that it is relative to.

    What is no letter of a URL is refused before anything takes it apart: each library drops or
    turns other letters, and what was checked has to be what is sent.

    Raises: RefusedURL.
    """
    if len(url) > _LONGEST:
        raise RefusedURL(f"is longer than {_LONGEST:,} characters")
    if not _WRITTEN.fullmatch(url):
        raise RefusedURL("holds what may not stand in a URL", "write it percent-encoded")
    parts = urlsplit(urljoin(base, url))
    if parts.scheme not in ("http", "https", ""):
        raise RefusedURL("is not https", "nothing else is fetched")
    user, at, place = parts.netloc.rpartition("@")
    host, _, port = place.lower().partition(":")
    if host not in hosts:
        hint = "save it beside the document and refer to it by a relative path"
        if is_host(host):
            hint += f", or allow its host: --allow-remote {host}"
        raise RefusedURL("is remote, and its host is not allowed", hint)
    if parts.scheme != "https":
        raise RefusedURL("is not https", "nothing else is fetched")
    if user or at:
        raise RefusedURL("has a user in it", "what is fetched is fetched without credentials")
    if port not in ("", "443"):
        raise RefusedURL("names a port", "only the usual one of https is asked, 443")
    return f"https://{host}{parts.path or '/'}" + (f"?{parts.query}" if parts.query else "")

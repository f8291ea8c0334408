"""Check URLs before they are fetched: https, an allowed host, and no port or credentials."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import urljoin, urlsplit

_HOST = re.compile(
    r"(?=.{1,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?"
)
# The characters of a URL (RFC 3986, section 2) without the brackets of an IPv6 address.
_CHARACTERS = re.compile(r"[A-Za-z0-9:/?#@!$&'()*+,;=%._~-]*")
_LONGEST = 2_000


class RefusedURL(ValueError):
    """Says why a URL is not fetched: `why` follows the URL in a message, `hint` says what to do."""

    def __init__(self, why: str, hint: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.hint = hint


def is_remote(location: str) -> bool:
    """Return whether a reference is a URL with a host, allowed or not."""
    return location.casefold().startswith(("http:", "https:", "//"))


def is_host(text: str) -> bool:
    """Return whether a text is a host name in lower case; an IP address is none."""
    return bool(_HOST.fullmatch(text))


def checked_host(text: str) -> str:
    """Return a text that is a host name.

    Raises:
        ValueError: it is none.
    """
    if not is_host(text):
        raise ValueError(
            f"{text!r} is not a host name; write one such as 'schemas.example.com', without scheme"
            " and port"
        )
    return text


def checked(url: str, hosts: Collection[str], base: str = "") -> str:
    """Return the normal form of a URL that may be fetched, without its fragment.

    `HTTPS://Example.com:443/a#b` → `https://example.com/a`, if the host is allowed.

    Args:
        url: The URL, which may be relative to `base`.
        hosts: The allowed hosts.
        base: A URL that this function returned.

    Raises:
        RefusedURL: it may not be fetched.
    """
    # Characters that no URL has are refused before anything parses it: libraries drop or replace
    # them in different ways, and the URL that is checked has to be the one that is requested.
    if len(url) > _LONGEST:
        raise RefusedURL(f"is longer than {_LONGEST:,} characters")
    if not _CHARACTERS.fullmatch(url):
        raise RefusedURL("has characters that a URL must not have", "percent-encode them")
    parts = urlsplit(urljoin(base, url))
    if parts.scheme not in ("http", "https", ""):
        raise RefusedURL("is not an https URL", "only https URLs are fetched")
    user, at, place = parts.netloc.rpartition("@")
    host, _, port = place.lower().partition(":")
    if host not in hosts:
        hint = "save the file beside the document and refer to it by a relative path"
        if is_host(host):
            hint += f", or allow the host: --allow-remote {host}"
        raise RefusedURL("is on a host that is not allowed", hint)
    if parts.scheme != "https":
        raise RefusedURL("is not an https URL", "only https URLs are fetched")
    if user or at:
        raise RefusedURL("contains credentials", "remove them; they are never sent")
    if port not in ("", "443"):
        raise RefusedURL("has a port other than 443", "remove the port")
    return f"https://{host}{parts.path or '/'}" + (f"?{parts.query}" if parts.query else "")

"""Fetch files of other hosts by https.

Only allowed hosts are asked, only at addresses of the public internet, and bytes, time and
redirects are limited. The address of a host is checked after its name is resolved, and the
connection is made to that very address, so a name that resolves to another address a moment later
(DNS rebinding) gains nothing. Proxies, cookies and credentials of the environment are not used:
`http.client` knows none of them.
"""

from __future__ import annotations

import socket
import ssl
import time
import zlib
from collections.abc import Callable, Collection, Sequence
from contextlib import closing, suppress
from http.client import HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from threading import Thread
from typing import TypeAlias
from urllib.parse import urlsplit

from .. import __version__
from ..urls import RefusedURL, checked
from .remote import Fetched, FetchError

Address: TypeAlias = "tuple[str, int]"
Resolve: TypeAlias = Callable[[str], Sequence[Address]]
"""Returns the addresses of a host: each an IP address as text, and a port."""
Policy: TypeAlias = "Callable[[IPv4Address | IPv6Address], bool]"
"""Returns whether a connection to an address is allowed."""

MOST_REDIRECTS = 5
_PIECE = 64 * 1024
_REDIRECTS = (301, 302, 303, 307, 308)

# What older versions of Python do not count among the addresses that are not global.
_NOT_PUBLIC_4 = tuple(map(ip_network, ("192.0.0.0/24", "192.88.99.0/24", "224.0.0.0/3")))
# Global unicast, the only IPv6 addresses in public use (RFC 4291, section 2.4). Outside of it are
# NAT64 and the IPv4-mapped, IPv4-compatible, unique local, link-local and multicast addresses.
_PUBLIC_6 = ip_network("2000::/3")
# Protocol assignments such as Teredo; documentation; 6to4; documentation again.
_NOT_PUBLIC_6 = tuple(map(ip_network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))
_ISATAP = 0x5EFE


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Return whether an address is on the public internet, and no tunnel to one that is not.

    `8.8.8.8` is; `127.0.0.1`, `10.0.0.1` and `2002:7f00:1::` (6to4 for 127.0.0.1) are not.
    """
    if address.version == 4:
        return address.is_global and not any(address in network for network in _NOT_PUBLIC_4)
    if address not in _PUBLIC_6 or not address.is_global:
        return False
    # The interface identifier of ISATAP (RFC 5214, section 6.1) ends in an IPv4 address.
    hides_ipv4 = int(address) >> 32 & 0xFDFFFFFF == _ISATAP
    return not hides_ipv4 and not any(address in network for network in _NOT_PUBLIC_6)


def addresses_of(host: str) -> Sequence[Address]:
    """Return the addresses that the system resolves a host to, with the port of https."""
    found = socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    return [(str(address[0]), 443) for *_, address in found]


def fetch(
    url: str,
    hosts: Collection[str],
    most_bytes: int,
    seconds: float,
    *,
    resolve: Resolve = addresses_of,
    policy: Policy = is_public,
    context: ssl.SSLContext | None = None,
) -> Fetched:
    """Return the content of a URL that `urls.checked` returned.

    Args:
        url: The URL.
        hosts: The hosts that redirects may lead to.
        most_bytes: The limit on the content, both as sent and decompressed.
        seconds: The limit on the time for all redirects together.
        resolve: Returns the addresses of a host.
        policy: Returns whether a connection to an address is allowed.
        context: For TLS; by default, certificates are checked as Python does.

    Raises:
        FetchError: with the name of the limit that is exceeded, if one is.
    """
    visit = _Visit(hosts, most_bytes, seconds, resolve, policy, context)
    # In a thread, since the time that a name takes to resolve cannot be limited otherwise.
    thread = Thread(target=visit.run, args=(url,), daemon=True)
    thread.start()
    thread.join(seconds)
    if visit.result is None:
        visit.give_up()
        raise _too_long(url)
    if isinstance(visit.result, Exception):
        raise visit.result
    return visit.result


def _too_long(url: str) -> FetchError:
    return FetchError(f"fetching '{url}' takes too long", limit="fetch_seconds")


class _Visit:
    """One fetch with all its redirects; `run` sets `result`."""

    def __init__(
        self,
        hosts: Collection[str],
        most_bytes: int,
        seconds: float,
        resolve: Resolve,
        policy: Policy,
        context: ssl.SSLContext | None,
    ) -> None:
        self.result: Fetched | Exception | None = None
        self._hosts = hosts
        self._most_bytes = most_bytes
        self._end = time.monotonic() + seconds
        self._resolve = resolve
        self._policy = policy
        self._context = context
        self._socket: socket.socket | None = None

    def run(self, url: str) -> None:
        """Fetch a URL, and set `result` to its content or to the exception that says why not."""
        try:
            self.result = self._follow(url)
        except FetchError as failure:
            self.result = failure
        except TimeoutError:
            self.result = _too_long(url)
        except ssl.SSLCertVerificationError as bad:
            why = f"the certificate of its host is not valid: {bad.verify_message}"
            self.result = FetchError(f"'{url}' cannot be fetched: {why}")
        except (OSError, HTTPException, ValueError, zlib.error) as bad:
            why = getattr(bad, "strerror", None) or str(bad) or type(bad).__name__
            self.result = FetchError(f"'{url}' cannot be fetched: {why[:200]}")
        except Exception as bug:  # The calling thread raises it.
            self.result = bug

    def give_up(self) -> None:
        """Make `run` end soon, wherever it is."""
        self._end = 0
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def _follow(self, url: str) -> Fetched:
        for _ in range(MOST_REDIRECTS + 1):
            parts = urlsplit(url)
            target = parts.path + (f"?{parts.query}" if parts.query else "")
            with closing(_Connection(parts.netloc, self._connected)) as connection:
                connection.request("GET", target, headers=_HEADERS)
                with connection.getresponse() as response:
                    if response.status == 200:
                        return Fetched(url, self._content(url, response))
                    if response.status not in _REDIRECTS:
                        why = f"the status of the response is {response.status}"
                        raise FetchError(f"'{url}' cannot be fetched: {why}")
                    url = self._next(url, response.headers.get("Location", ""))
        raise FetchError(f"'{url}' cannot be fetched: more than {MOST_REDIRECTS} redirects")

    def _next(self, url: str, location: str) -> str:
        try:
            return checked(location, self._hosts, url)
        except RefusedURL as refused:
            why = f"it redirects to '{location[:200]}', which {refused.why}"
            raise FetchError(f"'{url}' cannot be fetched: {why}", refused.hint) from None

    def _connected(self, host: str) -> ssl.SSLSocket:
        addresses = self._resolve(host)
        for address, _ in addresses:
            if not self._policy(ip_address(address)):
                why = f"its address {address} is not on the public internet"
                raise FetchError(f"'https://{host}' is not contacted: {why}")
        failure = OSError(f"'{host}' has no address")
        for address in addresses:
            if (left := self._end - time.monotonic()) <= 0:
                raise TimeoutError
            try:
                plain = socket.create_connection(address, left)
            except OSError as bad:
                failure = bad
                continue
            return self._secured(plain, host)
        raise failure

    def _secured(self, plain: socket.socket, host: str) -> ssl.SSLSocket:
        context = self._context or ssl.create_default_context()
        # The end of a response without a length is that of the connection, which has to be a proper
        # one: with `suppress_ragged_eofs` a response that is cut off would look complete.
        secure = context.wrap_socket(
            plain, server_hostname=host, do_handshake_on_connect=False, suppress_ragged_eofs=False
        )
        self._socket = secure
        try:
            secure.do_handshake()
        except BaseException:
            secure.close()
            raise
        return secure

    def _content(self, url: str, response: HTTPResponse) -> bytes:
        """Return the body, decompressed; both forms of it are limited."""
        coding = ", ".join(response.headers.get_all("Content-Encoding", [])).strip().lower()
        if coding not in ("", "identity", "gzip", "x-gzip"):
            why = f"its Content-Encoding '{coding[:100]}' is not supported"
            raise FetchError(f"'{url}' cannot be fetched: {why}")
        gzip = zlib.decompressobj(wbits=31) if "gzip" in coding else None
        content = bytearray()
        sent = 0
        while piece := response.read(_PIECE):
            sent += len(piece)
            content += (
                piece
                if gzip is None
                else gzip.decompress(piece, self._most_bytes + 1 - len(content))
            )
            if max(sent, len(content)) > self._most_bytes:
                raise FetchError(f"'{url}' makes the document too large", limit="bytes")
        is_cut = response.length not in (None, 0) or (gzip is not None and not gzip.eof)
        if is_cut or (gzip is not None and gzip.unused_data):
            raise FetchError(f"'{url}' cannot be fetched: the response is damaged or incomplete")
        return bytes(content)


_HEADERS = {
    "Accept": "application/yaml, application/json, text/*;q=0.9, */*;q=0.8",
    "Accept-Encoding": "gzip",
    "Connection": "close",
    "User-Agent": f"clientsmith/{__version__}",
}


class _Connection(HTTPSConnection):
    """A connection whose socket the function `connected` opens, which gets the host."""

    def __init__(self, host: str, connected: Callable[[str], ssl.SSLSocket]) -> None:
        super().__init__(host)
        self._connected = connected

    def connect(self) -> None:
        """Open the socket."""
        self.sock = self._connected(self.host)

"""Documents of other hosts, fetched by https: only from hosts that are allowed, only at addresses
of the public internet, and with an end to bytes, time and redirects.

An address is looked at between resolving a name and connecting to that very address, so that a
name which resolves differently a moment later (DNS rebinding) gains nothing. Nothing of the
environment is sent: no proxy, no cookie, no credential (`http.client` knows none of them).
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
"""The addresses of a host: each an IP address as text, and a port."""
Policy: TypeAlias = "Callable[[IPv4Address | IPv6Address], bool]"
"""Whether an address may be connected to."""

MOST_REDIRECTS = 5
_PIECE = 64 * 1024
_REDIRECTS = (301, 302, 303, 307, 308)

# Beside what `ipaddress` calls not global, which grew with the versions of Python.
_NOT_PUBLIC_4 = tuple(map(ip_network, ("192.0.0.0/24", "192.88.99.0/24", "224.0.0.0/3")))
# All that is in use of IPv6 (RFC 4291, 2.4): mapped and compatible addresses of IPv4, NAT64, unique
# local, link-local, site-local and multicast addresses stand outside of it.
_PUBLIC_6 = ip_network("2000::/3")
# Protocol assignments, Teredo among them; documentation; 6to4.
_NOT_PUBLIC_6 = tuple(map(ip_network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))
_ISATAP = 0x5EFE


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address is one of the public internet that hides no other in it."""
    if address.version == 4:
        return address.is_global and not any(address in network for network in _NOT_PUBLIC_4)
    if address not in _PUBLIC_6 or not address.is_global:
        return False
    # An interface of ISATAP (RFC 5214, 6.1) ends in an address of IPv4.
    hides_ipv4 = int(address) >> 32 & 0xFDFFFFFF == _ISATAP
    return not hides_ipv4 and not any(address in network for network in _NOT_PUBLIC_6)


def addresses_of(host: str) -> Sequence[Address]:
    """What the system resolves a host to, for https."""
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
    """What a URL has, that `urls.checked` returned.

    Raises: FetchError: with the name of the limit that is passed, if one is.
    """
    visit = _Visit(hosts, most_bytes, seconds, resolve, policy, context)
    # A thread of its own: nothing that a server or a resolver does can hold it up for longer.
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
    return FetchError(f"'{url}' takes too long to come", limit="fetch_seconds")


class _Visit:
    """One fetch, with all its redirects. `run` leaves what came of it as `result`."""

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
        try:
            self.result = self._follow(url)
        except FetchError as told:
            self.result = told
        except TimeoutError:
            self.result = _too_long(url)
        except ssl.SSLCertVerificationError as bad:
            why = f"the certificate of its host does not hold: {bad.verify_message}"
            self.result = FetchError(f"'{url}' cannot be fetched: {why}")
        except (OSError, HTTPException, ValueError, zlib.error) as bad:
            why = getattr(bad, "strerror", None) or str(bad) or type(bad).__name__
            self.result = FetchError(f"'{url}' cannot be fetched: {why[:200]}")
        except Exception as mistake:  # ours, to be raised where it is seen
            self.result = mistake

    def give_up(self) -> None:
        """Have `run` end soon, wherever it is."""
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
                with connection.getresponse() as answer:
                    if answer.status == 200:
                        return Fetched(url, self._content(url, answer))
                    if answer.status not in _REDIRECTS:
                        why = f"the answer is {answer.status}"
                        raise FetchError(f"'{url}' cannot be fetched: {why}")
                    url = self._next(url, answer.headers.get("Location", ""))
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
                what = f"its host has the address {address}, which is not of the public internet"
                raise FetchError(f"'https://{host}' is not asked: {what}")
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
        # An answer without a length ends with the connection: one that is cut off has to show.
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

    def _content(self, url: str, answer: HTTPResponse) -> bytes:
        """The body, decompressed; neither form of it is longer than allowed."""
        coding = ", ".join(answer.headers.get_all("Content-Encoding", [])).strip().lower()
        if coding not in ("", "identity", "gzip", "x-gzip"):
            raise FetchError(f"'{url}' cannot be fetched: it comes in the coding '{coding[:100]}'")
        gzip = zlib.decompressobj(wbits=31) if "gzip" in coding else None
        content = bytearray()
        sent = 0
        while piece := answer.read(_PIECE):
            sent += len(piece)
            content += (
                piece
                if gzip is None
                else gzip.decompress(piece, self._most_bytes + 1 - len(content))
            )
            if max(sent, len(content)) > self._most_bytes:
                raise FetchError(f"'{url}' has more bytes than are left for it", limit="bytes")
        is_cut = answer.length not in (None, 0) or (gzip is not None and not gzip.eof)
        if is_cut or (gzip is not None and gzip.unused_data):
            raise FetchError(f"'{url}' cannot be fetched: the answer is damaged or cut off")
        return bytes(content)


_HEADERS = {
    "Accept": "application/yaml, application/json, text/*;q=0.9, */*;q=0.8",
    "Accept-Encoding": "gzip",
    "Connection": "close",
    "User-Agent": f"clientsmith/{__version__}",
}


class _Connection(HTTPSConnection):
    """Connected by `connected`, which is given the host."""

    def __init__(self, host: str, connected: Callable[[str], ssl.SSLSocket]) -> None:
        super().__init__(host)
        self._connected = connected

    def connect(self) -> None:
        self.sock = self._connected(self.host)

"""The transports that a client and its copies share, each made at its first use."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from inspect import iscoroutinefunction
from threading import Lock
from typing import TYPE_CHECKING, Any, NoReturn
from weakref import WeakValueDictionary

from .errors import ClientError, OptionError, checked
from .forks import keep_alive, watch

if TYPE_CHECKING:
    from .transport import Response


MOST_CONNECTIONS = 1_000
"""How many connections a client opens by default."""


class Pool:
    """The transports that a client and its copies share, and close once.

    An asynchronous client has one for each event loop, since connections belong to the loop that
    opened them. `given` is the name of the argument, if the caller passed a transport: it belongs
    to the process, and the loop, that uses it first.
    """

    def __init__(self, make: Callable[[], Any], given: str, loop: Callable[[], Any]) -> None:
        self._make = make
        self._given = given
        self._loop = loop
        self._lock = Lock()
        self._transports: dict[Any, Any] = {}
        """By event loop; that of a synchronous client by None."""
        self.closed = False
        self.opened: WeakValueDictionary[int, Response] = WeakValueDictionary()
        """The answers whose bodies are left to be read by the callers."""
        watch(self)

    def transport(self) -> Any:
        """Return the transport of the running loop. Raises `ClientError` if it may not be used."""
        loop = self._loop()
        transport = self._transports.get(loop)
        return self._opened(loop) if transport is None or self.closed else transport

    def _opened(self, loop: Any) -> Any:
        with self._lock:
            if self.closed:
                raise ClientError("this client is closed; make a new one")
            # A closed loop stays, with its connections, until a new one comes.
            self._drop_closed()
            if loop not in self._transports:
                if self._given and loop and any(self._transports):
                    refuse(self._given, "event loop", "in each loop")
                transport = self._transports[loop] = self._make()
                if not self._given and loop is not None:
                    transport.close_with_loop()
            return self._transports[loop]

    def release(self) -> Any:
        """Refuse new calls; return the transport of the running loop if we have to close it."""
        with self._lock:
            self._drop_closed()
            left = None if self._given else self._transports.pop(self._loop(), None)
            self._transports, self.closed = {}, True
        return left

    def _drop_closed(self) -> None:
        """Drop the transports of event loops that were closed, with their connections."""
        for loop in list(self._transports) if not self._given else ():
            if loop is not None and loop.is_closed():
                self._transports.pop(loop).abandon(loop)

    __del__ = _drop_closed

    def open_responses(self) -> list[Response]:
        """Return the responses to close with the client."""
        found = (reference() for reference in self.opened.valuerefs())
        return [response for response in found if response is not None]

    def after_fork(self) -> None:
        """Leave the transports in use to the parent process."""
        self._lock = Lock()
        for loop, transport in self._transports.items():
            keep_alive(transport)
            if abandon := getattr(transport, "abandon", None):
                abandon(loop)
        if self._given and self._transports:
            self._make = partial(refuse, self._given, "process", "after the fork")
        self._transports = {}
        self.opened = WeakValueDictionary()


def refuse(given: str, place: str, where: str) -> NoReturn:
    raise ClientError(
        f"the {given}= of this client was used in another {place} before, to which its connections"
        f" belong; make it, and the client, {where}, or leave {given}= out"
    )


def make_pool(
    client: str,
    asynchronous: bool,
    transport: object,
    http_client: object,
    max_connections: int | None,
    usual: str,
) -> Pool:
    """Return the pool for these arguments, or by default the `usual` library.

    Raises `OptionError` for what cannot send.
    """
    loop = _running_loop if asynchronous else lambda: None
    most = MOST_CONNECTIONS if max_connections is None else max_connections
    checked("max_connections", most, _is_count, "a whole number from 1 up")
    if transport is not None and http_client is not None:
        raise OptionError("give either transport= or http_client=, not both")
    given: Any = http_client if transport is None else transport
    if given is None or isinstance(given, str):
        named = _checked_library(given or usual, client, asynchronous)
        return Pool(lambda: _adapter(named, asynchronous, most), "", loop)
    if max_connections is not None:
        said = "max_connections= is for the connections of this client: limit those of the"
        raise OptionError(f"{said} {type(given).__name__} where it is made")
    # By the modules of its classes, so that neither library has to be imported.
    modules = {kind.__module__.partition(".")[0] for kind in type(given).__mro__}
    library = next((name for name in ("httpx2", "httpx") if name in modules), None)
    name, wanted = type(given).__name__, "asynchronous" if asynchronous else "synchronous"
    is_transport = hasattr(given, "handle_request") or hasattr(given, "handle_async_request")
    if transport is None and (library is None or is_transport):
        raise OptionError(f"http_client= takes a client of httpx2 or httpx, not {name}")
    if transport is not None and library is not None and not is_transport:
        raise OptionError(f"{name} is no transport; pass a client as http_client=")
    needs = ["aclose" if asynchronous else "close"] + ["send"] * (library is None)
    missing = [f"{each}()" for each in needs if not callable(getattr(given, each, None))]
    if missing or (library is None and not asynchronous and iscoroutinefunction(given.send)):
        why = f"has no {' and no '.join(missing)}" if missing else "is not"
        raise OptionError(f"{client} needs something {wanted} to send with; {name} {why}")
    argument = "http_client" if transport is None else "transport"
    if library is None:
        return Pool(lambda: _wrapped(given, asynchronous), argument, loop)
    if http_client is not None and str(getattr(given, "base_url", "")):
        said = f"http_client= has a base URL of its own, which is not used: give {client} base_url="
        raise ClientError(said)
    return Pool(lambda: _adapted(given, library, asynchronous), argument, loop)


def _is_count(value: object) -> bool:
    return type(value) is int and value > 0


def _checked_library(name: str, client: str, asynchronous: bool) -> str:
    """Return the name of an HTTP library that has an adapter."""
    names = ("httpx2", "pyreqwest", "aiohttp") if asynchronous else ("httpx2", "pyreqwest")
    if name not in names:
        taken = " or ".join(map(repr, names))
        why = "; aiohttp is for asynchronous clients" if name == "aiohttp" else ""
        raise OptionError(f"{client} takes transport={taken}, not {name!r}{why}")
    return name


def _adapter(library: str, asynchronous: bool, most: int) -> Any:
    if library == "httpx2":
        return _adapted(None, library, asynchronous, most)
    if library == "aiohttp":
        from .transports.aiohttp import AiohttpTransport

        return AiohttpTransport(max_connections=most)
    from .transports import pyreqwest

    kind = pyreqwest.AsyncPyreqwestTransport if asynchronous else pyreqwest.PyreqwestTransport
    return kind(most)


def _running_loop() -> Any:
    # Not at import time, which would slow down making a client.
    import asyncio

    try:
        return asyncio.get_running_loop()
    except RuntimeError:  # `warmup` outside of a loop
        return None


def _wrapped(transport: object, asynchronous: bool) -> Any:
    from .transports.failures import AsyncCustomTransport, CustomTransport, Failures

    # Ours have their failures in order.
    if isinstance(getattr(transport, "_failures", None), Failures):
        return transport
    return (AsyncCustomTransport if asynchronous else CustomTransport)(transport)


def _adapted(sender: object, library: str, asynchronous: bool, most: int | None = None) -> Any:
    from .transports import failures, httpx

    failures.load(library)
    kind = httpx.AsyncHttpxTransport if asynchronous else httpx.HttpxTransport
    return kind(sender, library, most)

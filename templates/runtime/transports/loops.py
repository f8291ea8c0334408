"""The transports of an asynchronous client, which may be called on several event loops."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from . import Pool, refuse

if TYPE_CHECKING:
    import asyncio


class LoopPool(Pool):
    """The transports of an asynchronous client, one for each event loop: connections are bound to
    the loop on which they were opened."""

    def transport(self) -> Any:
        """The transport of the running loop. Raises `ClientError` after the client was closed, and
        on another loop than that of a transport which was given."""
        loop = _running()
        transport = self._transports.get(loop)
        return self._opened(loop) if transport is None or self.closed else transport

    def _open(self, loop: Any) -> Any:
        # A closed loop, and what was opened on it, stays until the next one comes.
        self._drop_closed()
        if self._given and loop and any(self._transports):
            refuse(self._given, "event loop", "in each loop")
        transport = self._make()
        if not self._given and loop is not None:
            transport.keeper = _started(_closing(transport.sender))
        return transport

    def release(self) -> Any:
        """Close to new calls; the transport of the running loop, which is left to be closed. Those
        of other loops close there once nobody uses them any more."""
        with self._lock:
            self._drop_closed()
            left = None if self._given else self._transports.pop(_running(), None)
            self._transports, self.closed = {}, True
        return left

    def _drop_closed(self) -> None:
        """Drop the transports of loops that were closed, with the connections that are left."""
        for loop in list(self._transports) if not self._given else ():
            if loop is not None and loop.is_closed():
                self._transports.pop(loop).abandon(loop)

    __del__ = _drop_closed


def _running() -> asyncio.AbstractEventLoop | None:
    # Imported late: making a client costs no more than it has to.
    import asyncio

    try:
        return asyncio.get_running_loop()
    except RuntimeError:  # `warmup` outside of a loop
        return None


async def _closing(sender: Any) -> AsyncGenerator[None, None]:
    """Close a sender of an event loop together with it: a loop closes its asynchronous generators
    before it ends, and one that is dropped soon after (`loop.shutdown_asyncgens`, PEP 525)."""
    try:
        yield
    finally:
        await sender.aclose()


def _started(generator: AsyncGenerator[None, None]) -> AsyncGenerator[None, None]:
    with suppress(StopIteration):
        generator.asend(None).send(None)  # pyright: ignore
    return generator

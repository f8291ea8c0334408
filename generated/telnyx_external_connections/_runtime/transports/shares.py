"""The connections of a client to httpx2, spread over several small pools of it.

httpx2 goes through all connections of a pool, and all requests that wait for one, twice a call: a
pool of 500 makes a call three times as dear as one of 20.
"""

import asyncio
from collections.abc import Callable
from functools import partial
from threading import Lock, Semaphore
from typing import Any

SHARE = 20
_KEPT = 5
"""How many pools stay when none of their connections is in use."""


class Share:
    """A sender of httpx2 or httpx with how many of its connections are in use."""

    def __init__(self, sender: Any, handler: str) -> None:
        self.sender, self.used = sender, 0
        # A client has no handler.
        handle = getattr(sender, handler, None)
        self.send: Any = handle or partial(sender.send, stream=True, follow_redirects=False)


class Shares:
    """The senders of a client: as many as are needed, or the one of the caller."""

    def __init__(self, handler: str, make: Callable[[], Any], most: int | None) -> None:
        self._handler, self._make, self._most = handler, make, most
        kind = Semaphore if handler == "handle_request" else asyncio.Semaphore
        self._free: Any = None if most is None else kind(most)
        self.all = [Share(make(), handler)]
        self.reset()

    def reset(self) -> None:
        """Forget a lock that a thread of the parent process may hold."""
        self._lock = Lock()

    def senders(self) -> list[Any]:
        """Return the senders to close; of a response that is dropped meanwhile, one may go."""
        with self._lock:
            return [share.sender for share in self.all]

    def take(self, seconds: float | None) -> Share:
        """Return a sender with a free connection. Raises `TimeoutError` if none becomes free."""
        if self._free is not None and not self._free.acquire(timeout=seconds):
            raise self._late(seconds)
        return self._taken()

    async def atake(self, seconds: float | None) -> Share:
        if self._free is not None and self._free.locked():
            try:
                await asyncio.wait_for(self._free.acquire(), seconds)
            except TimeoutError:
                raise self._late(seconds) from None
        elif self._free is not None:
            await self._free.acquire()
        return self._taken()

    def _late(self, seconds: float | None) -> TimeoutError:
        return TimeoutError(
            f"no connection of max_connections={self._most} became free in {seconds} seconds"
        )

    def _taken(self) -> Share:
        if self._free is None:
            return self.all[0]
        with self._lock:
            for share in self.all:
                if share.used < SHARE:
                    break
            else:
                share = Share(self._make(), self._handler)
                self.all.append(share)
            share.used += 1
            return share

    def give(self, share: Share) -> Any:
        """Return a connection; return the sender to close if its connections are not kept."""
        if self._free is None:
            return None
        with self._lock:
            share.used -= 1
            is_over = not share.used and share in self.all[_KEPT:]
            if is_over:
                self.all.remove(share)
        self._free.release()
        return share.sender if is_over else None

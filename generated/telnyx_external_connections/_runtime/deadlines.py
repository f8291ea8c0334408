"""The time limit of a whole call: its tries, the waits between them, its token and its body.

An asynchronous call is cancelled at its deadline. Nothing can interrupt a synchronous one that
waits for the network: each of its waits (for the pool, connect, TLS, send, response head, body, a
pause, a token) gets no more than the time left, and nothing is sent or read on after it.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from .errors import APITimeoutError
from .timeouts import Timeout
from .transport import Request, Response

if TYPE_CHECKING:
    from .exchange import Exchange
    from .operation import Call

_PIECE = 65_536


class Deadline:
    """The time by which a call has to be done, so many seconds from now."""

    def __init__(self, seconds: float, waits: bool) -> None:
        self._seconds, self._waits = seconds, waits
        self._ends = time.monotonic() + seconds
        self.request: Any = None
        """The last one that was sent. Before it only functions of the caller's own have run."""
        self.is_released = False
        """Whether the answer is left to be read at the caller's own pace."""

    @property
    def left(self) -> float:
        """The seconds left; below 0 after the deadline."""
        return self._ends - time.monotonic()

    def check(self) -> None:
        """Raise `TimeoutError` after the deadline."""
        if self.left <= 0 and not self.is_released:
            raise TimeoutError("the deadline has passed")

    def send(self, transport: Any, request: Request, timeout: Timeout) -> Any:
        """Send a request with timeouts of which none is longer than the time left.

        Raises `TimeoutError` if there is none: a function that gives the token may have taken it.
        """
        self.request = request
        self.check()
        if self._waits:
            return transport.send(request, timeout)
        content: Any = request.content
        if content and not (isinstance(content, bytes) and len(content) <= _PIECE):
            content = _Checked(content, self)
        return transport.send(replace(request, content=content), _Remaining(timeout, self))

    def check_try(
        self, response: Response | None, failure: OSError | None, pause: float | None
    ) -> None:
        """Raise `APITimeoutError` if a try, or the pause in seconds after it, ends too late."""
        has_failed = failure is not None or pause is not None
        # The operating system may end a wait a moment early.
        if has_failed and self.request is not None and self.left <= (pause or 0.002):
            raise self.error(response, pause) from failure

    def error(self, response: Response | None, pause: float | None) -> APITimeoutError:
        request: Request = self.request
        said = f"was not done within its deadline of {self._seconds:g} seconds"
        if response is not None:
            said += f": it was answered {response.status_code}"
        if pause:
            said += f", and the next try would be {pause:.3g} seconds later"
        return APITimeoutError(f"{request.method} {request.path} {said}", request, response)


async def within(exchange: Exchange, call: Call, transport: Any, seconds: float) -> Any:
    """Return the outcome of a call. Raises `APITimeoutError` after so many seconds."""
    deadline = Deadline(seconds, exchange.waits)
    if not exchange.waits:
        return await exchange.perform(call, transport, deadline)
    limit: Any = None
    try:
        async with asyncio.timeout(seconds) as limit:
            return await exchange.perform(call, transport, deadline)
    except TimeoutError as error:
        if not limit.expired() or deadline.request is None:
            raise
        raise deadline.error(None, None) from error


class _Remaining(Timeout):
    def __init__(self, timeout: Timeout, deadline: Deadline) -> None:
        self._limits = _Limits(timeout.as_dict())
        self._limits.deadline = deadline
        vars(self).update({name: self._limits.get(name) for name in self._limits})
        vars(self).update(given=timeout, deadline=deadline)

    def as_dict(self) -> dict[str, float | None]:
        return self._limits


class _Limits(dict[str, float | None]):
    """Timeouts that are looked up as each step begins, when less time is left than before."""

    deadline: Deadline

    def get(self, name: str, default: Any = None) -> float | None:
        limit: float | None = super().get(name, default)
        if self.deadline.is_released:
            return limit
        # A timeout of 0 would make sockets non-blocking.
        left = max(self.deadline.left, 0.001)
        return left if limit is None else min(limit, left)


class _Checked:
    """Request content in pieces, with the deadline checked before each."""

    def __init__(self, content: Any, deadline: Deadline) -> None:
        self._content, self._deadline = content, deadline

    @property
    def replays(self) -> bool:
        return isinstance(self._content, bytes) or self._content.replays

    def __iter__(self) -> Iterator[bytes]:
        whole = self._content
        if isinstance(whole, bytes):
            whole = (whole[at : at + _PIECE] for at in range(0, len(whole), _PIECE))
        for piece in whole:
            self._deadline.check()
            yield piece

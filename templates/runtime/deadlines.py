"""The bound of a whole call: its tries, the waits between them, its token and its body.

An asynchronous call is cancelled at its deadline, whatever it waits for. Nothing can interrupt a
synchronous one that waits for the network: each of its steps (to connect, TLS, to send, the head of
the answer, its body) gets no more than what is left, and between the pieces of a body, sent or
received, the clock is looked at.
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
    """When a call that may take so many seconds has to be done."""

    def __init__(self, seconds: float, waits: bool) -> None:
        self._seconds, self._waits = seconds, waits
        self._ends = time.monotonic() + seconds
        self.request: Any = None
        """The last one that was sent. Before it only functions of the caller's own have run."""
        self.is_released = False
        """Whether the answer is left to be read at the caller's own pace."""

    @property
    def left(self) -> float:
        """The seconds that are left, below 0 when it has passed."""
        return self._ends - time.monotonic()

    def check(self) -> None:
        """Raises `TimeoutError` when it has passed."""
        if self.left <= 0 and not self.is_released:
            raise TimeoutError("the deadline has passed")

    def send(self, transport: Any, request: Request, timeout: Timeout) -> Any:
        """What the transport answers, with limits of its steps none of which is longer than what is
        left."""
        self.request = request
        if self._waits:
            return transport.send(request, timeout)
        content: Any = request.content
        if content and not (isinstance(content, bytes) and len(content) <= _PIECE):
            content = _Checked(content, self)
        return transport.send(replace(request, content=content), _Remaining(timeout, self))

    def settle(
        self, response: Response | None, failure: OSError | None, pause: float | None
    ) -> None:
        """Look at a try that has ended. Raises `APITimeoutError` where it failed past the deadline,
        or the next one, after a `pause`, would begin past it."""
        has_failed = failure is not None or pause is not None
        # A limit of the operating system may pass a moment early.
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
    """The outcome of a call that may take so many seconds. Raises `APITimeoutError`."""
    deadline = Deadline(seconds, exchange.waits)
    if not exchange.waits:
        return await exchange.course(call, transport, deadline)
    limit: Any = None
    try:
        async with asyncio.timeout(seconds) as limit:
            return await exchange.course(call, transport, deadline)
    except TimeoutError as error:
        if not limit.expired() or deadline.request is None:
            raise
        raise deadline.error(None, None) from error


class _Remaining(Timeout):
    def __init__(self, timeout: Timeout, deadline: Deadline) -> None:
        self._limits = _Limits(timeout.as_dict())
        self._limits.deadline = deadline
        vars(self).update({name: self._limits.get(name) for name in self._limits})

    def as_dict(self) -> dict[str, float | None]:
        return self._limits


class _Limits(dict[str, float | None]):
    """Limits that are looked up as each step begins, when less is left than before."""

    deadline: Deadline

    def get(self, name: str, default: Any = None) -> float | None:
        limit: float | None = super().get(name, default)
        if self.deadline.is_released:
            return limit
        # A limit of 0 would not wait at all, and fail otherwise.
        left = max(self.deadline.left, 0.001)
        return left if limit is None else min(limit, left)


class _Checked:
    """Content in pieces, before each of which the deadline is checked."""

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

"""Adapters that send through HTTP libraries. Each imports its library when it is first used.

`pool` chooses the one that a client asks for.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import suppress
from typing import Any


def close_with_loop(close: Callable[[], Awaitable[Any]]) -> AsyncGenerator[None]:
    """Await `close()` when the running event loop shuts down its generators (PEP 525).

    Returns a generator to keep: closing it does the same earlier.
    """
    keeper = _closing(close)
    with suppress(StopIteration):
        keeper.asend(None).send(None)
    return keeper


async def _closing(close: Callable[[], Awaitable[Any]]) -> AsyncGenerator[None]:
    try:
        yield
    finally:
        await close()

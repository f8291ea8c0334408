"""The calls of the soak. Each ends in an answer that is its own, or in the error of its plan."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any

from . import plan
from .server import file


class Soak:
    """Counts what became of the calls, and keeps what was wrong."""

    def __init__(self, package: Any, seed: int) -> None:
        self.package = package
        self.seed = seed
        self.outcomes: Counter[tuple[str, str]] = Counter()
        self.faults: list[str] = []

    def ended(self, number: int, outcome: str, problem: str = "") -> None:
        self.outcomes[plan.kind(self.seed, number), outcome] += 1
        if problem:
            faults = plan.faults(self.seed, number)
            self.faults.append(f"call {number}, {plan.kind(self.seed, number)} {faults}: {problem}")

    def judge(self, number: int, ids: list[str], count: int) -> None:
        expected = [str(number)] * count
        wanted = plan.FATAL.get(plan.faults(self.seed, number)[0])
        problem = f"got {ids}" if ids != expected else ""
        self.ended(number, "answer", f"{wanted} was due" if wanted else problem)

    def failed(self, number: int, error: BaseException) -> None:
        name = type(error).__name__
        fault = plan.faults(self.seed, number)[0]
        wanted = plan.FATAL.get(fault)
        # aiohttp reads the bytes after the body together with it, as an answer that is none.
        if fault == "short length" and "Bad status line" in str(error):
            wanted = name
        self.ended(number, name, "" if name == wanted else f"{wanted} was due, not {error!r}")

    def call(self, client: Any, number: int) -> None:
        """One call on a synchronous client."""
        try:
            self.judge(number, *self._made(client, number, plan.kind(self.seed, number)))
        except Exception as error:
            self.failed(number, error)

    def _made(self, client: Any, number: int, kind: str) -> tuple[list[str], int]:
        name = str(number)
        if kind == "create":
            return [client.things.create(id=name).id], 1
        if kind == "walk":
            return [thing.id for thing in client.walks.list(id=name)], plan.ITEMS * plan.PAGES
        if kind in ("rows", "events"):
            with getattr(client, kind).retrieve(name) as stream:
                return [thing.id for thing in stream], plan.ITEMS
        if kind in ("left rows", "left events"):
            return [next(getattr(client, kind[5:]).retrieve(name)).id], 1
        if kind == "raw left":
            client.rows.with_raw_response.retrieve(name)
            return [], 0
        if kind == "file":
            return [name] if client.files.retrieve(name) == file(name) else [], 1
        if kind == "upload":
            thing = client.files.update(name, body=file(name))
            return [thing.id] if thing.number == len(file(name)) else [], 1
        return [client.things.retrieve(name).id], 1

    async def acall(self, client: Any, number: int) -> None:
        """One call on an asynchronous client."""
        try:
            self.judge(number, *await self._amade(client, number, plan.kind(self.seed, number)))
        except Exception as error:
            self.failed(number, error)

    async def _amade(self, client: Any, number: int, kind: str) -> tuple[list[str], int]:
        name = str(number)
        if kind == "create":
            return [(await client.things.create(id=name)).id], 1
        if kind == "walk":
            found = [thing.id async for thing in client.walks.list(id=name)]
            return found, plan.ITEMS * plan.PAGES
        if kind in ("rows", "events"):
            async with await getattr(client, kind).retrieve(name) as stream:
                return [thing.id async for thing in stream], plan.ITEMS
        if kind in ("left rows", "left events"):
            stream = await getattr(client, kind[5:]).retrieve(name)
            return [(await anext(stream)).id], 1
        if kind == "raw left":
            await client.rows.with_raw_response.retrieve(name)
            return [], 0
        if kind == "file":
            return [name] if await client.files.retrieve(name) == file(name) else [], 1
        if kind == "upload":
            thing = await client.files.update(name, body=file(name))
            return [thing.id] if thing.number == len(file(name)) else [], 1
        if kind == "cancelled":
            return await self._cancelled(client.things.retrieve, number)
        return [(await client.things.retrieve(name)).id], 1

    async def _cancelled(
        self, call: Callable[[str], Awaitable[Any]], number: int
    ) -> tuple[list[str], int]:
        """A call that is cancelled on its way, after so many turns of the loop."""
        task = asyncio.ensure_future(call(str(number)))
        for _ in range(number % 40):
            await asyncio.sleep(0)
        task.cancel()
        try:
            return [(await task).id], 1
        except asyncio.CancelledError:
            return [], 0


def numbers(first: int, count: int, lanes: int) -> list[range]:
    """The numbers of the calls, divided among so many lanes."""
    return [range(first + lane, first + count, lanes) for lane in range(min(lanes, count))]

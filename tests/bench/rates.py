"""Prints what calls over a connection cost, by HTTP libraries and by our client over each."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from .figures import Figure, aligned, client_path, compared, in_turns, machine
from .server import Address, made_certificate, serving

TASKS = 1, 50, 500
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Rate:
    """Calls a second by the clock, and the microseconds that a call takes of the processor."""

    calls: float
    cpu: float


Measure = Callable[[], Rate]


@contextmanager
def served() -> Iterator[Address]:
    """Serve a `POST` with a small answer, and a `GET` with one of 100 kB."""
    client_path()
    from tests.wire.document import success

    page = success("GET /external_connections")[1]
    created = success("POST /external_connections")[1]
    (item,) = page["data"][:1]
    page["data"] = [item] * (100_000 // len(json.dumps(item)))
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "POST.json").write_text(json.dumps(created), "utf-8")
        (folder / "GET.json").write_text(json.dumps(page), "utf-8")
        os.environ["SSL_CERT_FILE"] = str(made_certificate(folder))
        with serving(folder) as address:
            yield address


def synchronous(name: str, url: str, method: str = "POST", count: int = 400) -> Rate:
    """Return the rate of calls that one thread makes."""
    from .senders import SYNC

    with SYNC[name](url, method) as call:
        call()
        gc.collect()
        wall, cpu = time.perf_counter(), time.process_time()
        for _ in range(count):
            call()
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return Rate(count / wall, cpu / count * 1e6)


def asynchronous(name: str, tasks: int, url: str, method: str = "POST", count: int = 400) -> Rate:
    """Return the rate of calls that so many tasks make together."""
    return asyncio.run(_asynchronous(name, tasks, url, method, count))


async def _asynchronous(name: str, tasks: int, url: str, method: str, count: int) -> Rate:
    from .senders import ASYNC

    async with ASYNC[name](url, method) as call:

        async def several(times: int) -> None:
            for _ in range(times):
                await call()

        # Opens the connections.
        await asyncio.gather(*(several(1) for _ in range(tasks)))
        gc.collect()
        times = max(count // tasks, 2)
        wall, cpu = time.perf_counter(), time.process_time()
        await asyncio.gather(*(several(times) for _ in range(tasks)))
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return Rate(tasks * times / wall, cpu / tasks / times * 1e6)


def _measured(measures: Mapping[str, Measure]) -> dict[str, Rate]:
    """Measure in turns; return the medians."""
    rounds: list[dict[str, Rate]] = []
    for turn in range(_ROUNDS + 1):
        names = list(measures)[:: -1 if turn % 2 else 1]
        rounds.append({name: measures[name]() for name in names})
    del rounds[0]  # warms up
    found = {name: [each[name] for each in rounds] for name in measures}
    return {
        name: Rate(median(rate.calls for rate in rates), median(rate.cpu for rate in rates))
        for name, rates in found.items()
    }


def rates() -> Iterator[Figure]:
    """How many calls over a connection we make beside the library that sends them."""
    with served() as address:
        url = address.plain
        for library, least in (("aiohttp", 0.8), ("pyreqwest", 0.75)):
            ours, plain = f"ours over {library}", f"plain {library}"
            for tasks in TASKS:
                yield _rate(
                    f"{ours}, {tasks} tasks",
                    lambda ours=ours, tasks=tasks: asynchronous(ours, tasks, url).calls,
                    lambda plain=plain, tasks=tasks: asynchronous(plain, tasks, url).calls,
                    least,
                )
        yield _rate(
            "ours over pyreqwest, one thread",
            lambda: synchronous("ours over pyreqwest", url).calls,
            lambda: synchronous("plain pyreqwest", url).calls,
            0.75,
        )
        yield _rate(
            "ours over httpx2, 500 tasks beside 50",
            # Twice a task, as by default, would mostly measure how 500 tasks begin and end.
            lambda: asynchronous("ours over httpx2", 500, url, count=2_000).calls,
            lambda: asynchronous("ours over httpx2", 50, url, count=2_000).calls,
            0.8,
        )


def _rate(what: str, ours: Callable[[], float], plain: Callable[[], float], least: float) -> Figure:
    return compared(what, "{:,.0f}/s", in_turns(_ROUNDS + 2, ours, plain), least, is_rate=True)


def _table(what: str, url: str, method: str, count: int) -> str:
    from .senders import ASYNC, SYNC

    names = list(dict.fromkeys((*SYNC, *ASYNC)))
    given = {"url": url, "method": method, "count": count}
    columns = [_measured({name: partial(synchronous, name, **given) for name in SYNC})]
    columns += [
        _measured({name: partial(asynchronous, name, tasks, **given) for name in ASYNC})
        for tasks in TASKS
    ]
    rows = [(what, "one thread", *(f"{tasks} tasks" for tasks in TASKS), "CPU, thread", "CPU, 500")]
    for name in names:
        rates = [column.get(name) for column in columns]
        shown = ["" if rate is None else f"{rate.calls:,.0f}/s" for rate in rates]
        costs = ["" if rate is None else f"{rate.cpu:,.0f} µs" for rate in (rates[0], rates[-1])]
        rows.append((name, *shown, *costs))
    return aligned(rows)


def main() -> int:
    print(machine())
    with served() as address:
        print("\n" + _table("a small call", address.plain, "POST", 400), flush=True)
        print("\n" + _table("a small call over TLS", address.secure, "POST", 300), flush=True)
        print("\n" + _table("an answer of 100 kB", address.plain, "GET", 100), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

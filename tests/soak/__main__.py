"""The soak as a program: `python -m tests.soak --calls 10000 --seed 1`, or `make soak`.

It prints a table of what became of the calls, and fails where one got no answer, or that of
another, or where a connection, descriptor, thread, warning or memory is left behind.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import logging
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.request import ProxyHandler, build_opener

from .calls import Soak, numbers

ROUNDS = 5
GROWTH = 24_000_000
"""Bytes that the process may grow by after its first round: those of the allocator's own."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--calls", type=int, default=10_000, help="on threads, and again on tasks")
    parser.add_argument("--threads", type=int, default=100)
    parser.add_argument("--tasks", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--transport", choices=("httpx2", "pyreqwest", "aiohttp"))
    parser.add_argument("--seconds", type=int, default=900, help="after which it gives up")
    options = parser.parse_args()
    if not sys.flags.dev_mode:
        os.execv(sys.executable, [sys.executable, "-X", "dev", "-W", "error", *_again()])
    threading.Thread(target=_give_up, args=(options.seconds,), daemon=True).start()
    noise = listening()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CLIENTSMITH_CACHE_DIR"] = f"{folder}/cache"
        soak = Soak(generated(Path(folder)), options.seed)
        with serving(options.seed) as url:
            left = run(soak, url, options)
    print_table(soak)
    problems = [*soak.faults, *(f"warning: {text}" for text in noise), *left]
    for problem in problems[:40]:
        print(problem[:600])
    print(f"{len(problems)} faults, seed {options.seed}")
    return 1 if problems else 0


def _again() -> list[str]:
    return ["-m", "tests.soak", *sys.argv[1:]]


def _give_up(seconds: int) -> None:
    time.sleep(seconds)
    print(f"the soak was not done in {seconds} seconds", flush=True)
    os._exit(2)


def listening() -> list[str]:
    """What is said where nobody catches it: warnings of finalizers, errors of threads and tasks."""
    noise: list[str] = []

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            noise.append(record.getMessage())

    # Below that it tells of slow turns of the loop, which a busy machine has.
    logging.getLogger("asyncio").addHandler(Handler(logging.ERROR))
    logging.getLogger("asyncio").setLevel(logging.ERROR)
    sys.unraisablehook = lambda reported: noise.append(
        f"{reported.exc_value!r} in {reported.object!r}"
    )
    threading.excepthook = lambda reported: noise.append(repr(reported.exc_value))
    return noise


def generated(folder: Path) -> Any:
    """The client of the soak's document, made anew."""
    from clientsmith.config import ad_hoc_target
    from clientsmith.pipeline import generate

    document = Path(__file__).with_name("document.yaml")
    target = ad_hoc_target(document, "soak_client", None, folder / "client")
    generate(target)
    sys.path.insert(0, str(target.output))
    return import_module(target.package)


@contextmanager
def serving(seed: int) -> Iterator[str]:
    command = [sys.executable, "-m", "tests.soak.server", str(seed)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.stdin.close()


def run(soak: Soak, url: str, options: Any) -> list[str]:
    """Make the calls; what they left behind."""
    settings: dict[str, Any] = {"base_url": url, "timeout": 60, **hastened(soak.package)}
    if options.transport == "pyreqwest":
        # It may send on a connection that the server is about to close, which costs a try.
        settings["max_retries"] = 6
    awaited = {**settings, "transport": options.transport}
    if options.transport != "aiohttp":
        settings = awaited
    counts = options.calls // ROUNDS
    before: tuple[int, int] | None = None
    memory: list[int] = []
    for number in range(ROUNDS):
        first = number * counts
        threads(soak, settings, numbers(first, counts, options.threads))
        asyncio.run(tasks(soak, awaited, numbers(10**6 + first, counts, options.tasks)))
        loops(soak, awaited, numbers(2 * 10**6 + first, min(counts, 40), 10))
        # The others have no part in it, or say that they cannot.
        if options.transport is None:
            forked(soak, settings, 3 * 10**6 + first)
        gc.collect()
        memory.append(resident())
        before = before or (descriptors(), threading.active_count())
        print(f"round {number + 1} of {ROUNDS}: {sum(soak.outcomes.values())} calls", flush=True)
    after = settled(url, before or (0, 0))
    problems: list[str] = []
    for name, now, then in zip(("descriptors", "threads"), after, before or (), strict=False):
        if now > then:
            problems.append(f"{name}: {now} are left, {then} after the first round")
    if (still := opened(url)) > 1:
        problems.append(f"connections: {still - 1} are left")
    if memory[-1] - memory[0] > GROWTH:
        problems.append(f"memory: {memory} bytes after the rounds")
    print(f"memory after each round, MB: {[each // 1_000_000 for each in memory]}")
    return problems


def hastened(package: Any) -> dict[str, Any]:
    """Settings by which a retry after a lost connection does not take half a second."""
    if hasattr(package, "RetryPolicy"):
        return {"max_retries": 3, "retry_policy": package.RetryPolicy(first_delay=0.001)}
    import_module(f"{package.__name__}._runtime.exchange").FIRST_DELAY = 0.001
    return {"max_retries": 3}


def threads(soak: Soak, settings: dict[str, Any], lanes: list[range]) -> None:
    def lane(numbers: range) -> None:
        for number in numbers:
            soak.call(client, number)

    with soak.package.Soak(**settings) as client, ThreadPoolExecutor(len(lanes)) as pool:
        list(pool.map(lane, lanes))


async def tasks(soak: Soak, settings: dict[str, Any], lanes: list[range]) -> None:
    async def lane(numbers: range) -> None:
        for number in numbers:
            await soak.acall(client, number)

    async with soak.package.AsyncSoak(**settings) as client:
        await asyncio.gather(*map(lane, lanes))


def loops(soak: Soak, settings: dict[str, Any], lanes: list[range]) -> None:
    """The calls of one client on several event loops, one after the other."""
    client = soak.package.AsyncSoak(**settings)

    async def course(lane: range) -> None:
        await asyncio.gather(*[soak.acall(client, number) for number in lane])

    for lane in lanes:
        asyncio.run(course(lane))
    asyncio.run(client.close())


def forked(soak: Soak, settings: dict[str, Any], first: int) -> None:
    """Calls in this process and a child of it, of one client that was used before."""
    with soak.package.Soak(**settings) as client:
        soak.call(client, first)
        known = len(soak.faults)
        child = os.fork()
        for number in range(first + 1 + (child == 0), first + 40, 2):
            soak.call(client, number)
        if child == 0:
            os._exit(min(len(soak.faults) - known, 100))
        _, status = os.waitpid(child, 0)
        if status:
            soak.faults.append(f"fork: the child ended with {os.waitstatus_to_exitcode(status)}")


def settled(url: str, wanted: tuple[int, int]) -> tuple[int, int]:
    """The descriptors and threads that are left, once those that are about to end have."""
    for _ in range(100):
        gc.collect()
        now = (descriptors(), threading.active_count())
        if now <= wanted and opened(url) <= 1:
            break
        time.sleep(0.05)
    return descriptors(), threading.active_count()


def opened(url: str) -> int:
    """The connections that the server has, the one that asks among them."""
    with build_opener(ProxyHandler({})).open(f"{url}/stats", timeout=10) as answer:
        return int(json.loads(answer.read())["open"])


def descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))


def resident() -> int:
    """The bytes of memory that the process has."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def print_table(soak: Soak) -> None:
    for (kind, outcome), count in sorted(soak.outcomes.items()):
        print(f"{kind:<12} {outcome:<28} {count:>7}")


if __name__ == "__main__":
    sys.exit(main())

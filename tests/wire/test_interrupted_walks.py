"""Walks over pages of which a call fails or is cancelled: the next step makes it again, since a
walk that ended would look complete."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from types import ModuleType
from typing import Any

import pytest

from .golden_client import Clients, Face, faces
from .server import Answer, Exchange, Server, json_answer, serving

# By a cursor, and by a number up to a total.
LISTS: dict[str, tuple[Callable[[Any], Any], list[Answer]]] = {
    "cursor": (
        lambda client: client.files.list(),
        [
            json_answer({"files": [{"id": "a"}, {"id": "b"}], "nextPageToken": "t"}),
            json_answer({"files": [{"id": "c"}]}),
        ],
    ),
    "number": (
        lambda client: client.books.list(),
        [
            json_answer({"data": [{"id": "a"}, {"id": "b"}], "meta": {"total_pages": 2}}),
            json_answer({"data": [{"id": "c"}], "meta": {"total_pages": 2}}),
        ],
    ),
}


@pytest.fixture(scope="module")
def package(clients: Clients) -> ModuleType:
    return clients("pages")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def face(request: pytest.FixtureRequest, package: ModuleType) -> Face:
    return faces(package, "Pages")[request.param]


def ids(item: Any) -> list[str]:
    return [each.id for each in getattr(item, "items_of_page", lambda: [item])()]


async def steps(walk: Any, failure: type[Exception]) -> list[Any]:
    """What each step of a walk gives, `!` for one that fails."""
    seen: list[Any] = []
    while True:
        try:
            item = await anext(walk) if hasattr(walk, "__anext__") else next(walk)
            seen.append("".join(ids(item)))
        except (StopIteration, StopAsyncIteration):
            return seen
        except failure:
            seen.append("!")


@pytest.mark.parametrize("kind", LISTS)
@pytest.mark.parametrize("by_page", [False, True])
def test_a_step_that_failed_is_made_again(
    package: ModuleType, face: Face, server: Server, kind: str, by_page: bool
) -> None:
    call, (first, second) = LISTS[kind]
    server.will(first, Answer(400), Answer(400), second)

    async def course(client: Any) -> Any:
        pages = call(client)
        walk = pages.iter_pages() if by_page else pages
        walk = aiter(walk) if face.is_async else iter(walk)
        return await steps(walk, package.BadRequestError)

    def plainly(client: Any) -> Any:
        return asyncio.run(course(client))

    seen = face.run(course if face.is_async else plainly, base_url=server.url)
    assert seen == (["ab", "!", "!", "c"] if by_page else ["a", "b", "!", "!", "c"])


@pytest.mark.parametrize("kind", LISTS)
def test_the_first_page_is_asked_for_again(package: ModuleType, server: Server, kind: str) -> None:
    call, (first, second) = LISTS[kind]
    server.will(Answer(400), first, second)

    async def course(client: Any) -> Any:
        return await steps(aiter(call(client)), package.BadRequestError)

    seen = faces(package, "Pages")[1].run(course, base_url=server.url)
    assert seen == ["!", "a", "b", "c"]


def slowly(answer: Answer, asked: Callable[[], object], go: Event) -> Answer:
    """An answer that waits for `go`."""

    def act(exchange: Exchange) -> None:
        asked()
        go.wait(10)
        exchange.answer(answer)

    return Answer(act=act)


@pytest.mark.parametrize("kind", LISTS)
def test_a_step_that_was_cancelled_is_made_again(
    package: ModuleType, server: Server, kind: str
) -> None:
    call, (first, second) = LISTS[kind]
    go = Event()

    async def course(client: Any) -> Any:
        loop, asked = asyncio.get_running_loop(), asyncio.Event()
        server.will(first, slowly(second, lambda: loop.call_soon_threadsafe(asked.set), go), second)
        walk = aiter(call(client))
        seen = [(await anext(walk)).id for _ in "ab"]
        step = asyncio.ensure_future(anext(walk))
        await asyncio.wait_for(asked.wait(), 10)
        step.cancel()
        await asyncio.wait((step,))
        assert step.cancelled()
        return [*seen, *[item.id async for item in walk]]

    try:
        assert faces(package, "Pages")[1].run(course, base_url=server.url) == ["a", "b", "c"]
    finally:
        go.set()


@pytest.mark.parametrize("kind", LISTS)
def test_tasks_that_share_a_walk_get_each_item_once(
    package: ModuleType, server: Server, kind: str
) -> None:
    call, answers = LISTS[kind]
    server.will(*answers)

    async def course(client: Any) -> Any:
        walk = aiter(call(client))
        taken = await asyncio.gather(*[anext(walk, None) for _ in range(5)])
        return sorted(item.id for item in taken if item is not None)

    assert faces(package, "Pages")[1].run(course, base_url=server.url) == ["a", "b", "c"]


@pytest.mark.parametrize("kind", LISTS)
def test_threads_that_share_a_walk_get_each_item_once(
    package: ModuleType, server: Server, kind: str
) -> None:
    call, answers = LISTS[kind]
    server.will(*answers)
    with package.Pages(base_url=server.url) as client, ThreadPoolExecutor(5) as threads:
        walk = iter(call(client))
        taken = list(threads.map(lambda _: next(walk, None), range(5)))
    assert sorted(item.id for item in taken if item is not None) == ["a", "b", "c"]

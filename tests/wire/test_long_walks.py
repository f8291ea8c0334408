"""Walks of many pages, and several walks from the same page: what they cost, and that they do not
disturb one another. Work is counted, not timed."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from .golden_client import Clients, Face, faces, gathered
from .server import Answer, Server, json_answer, serving

PAGES = 1_000


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


class Transport:
    """Answers in memory, so that many pages are no long wait."""

    def __init__(self, package: ModuleType, answers: list[Answer]) -> None:
        self._response = import_module(f"{package.__name__}._runtime.transport").Response
        self._answers = iter(answers)

    def send(self, request: Any, timeout: object) -> Any:
        answer = next(self._answers)
        return self._response(answer.status, answer.headers, answer.body)

    def close(self) -> None:
        """Nothing is open."""


class AsyncTransport(Transport):
    async def send(self, request: Any, timeout: object) -> Any:
        return super().send(request, timeout)

    async def aclose(self) -> None:
        """Nothing is open."""


def by_cursor(*names: str, last: str = "") -> list[Answer]:
    """Pages of one item each, which lead to one another, and the last to `last`."""
    cursors = (*names[1:], last)
    return [
        json_answer({"files": [{"id": name}], "nextPageToken": cursor})
        for name, cursor in zip(names, cursors, strict=True)
    ]


def test_each_mark_of_a_walk_is_copied_a_few_times(package: ModuleType) -> None:
    following: Any = import_module(f"{package.__name__}._runtime.next_pages")

    def copied(pages: int) -> int:
        trail: tuple[frozenset[int], ...] = ()
        count = 0
        for mark in range(pages):
            grown = following._with_mark(trail, mark)
            count += len(grown[-1])
            trail = grown
        assert {mark for part in trail for mark in part} == set(range(pages))
        assert len(trail) <= pages.bit_length()
        return count

    # A list is gone through on each page: 500 marks a page of 1,000, and 5,000 of 10,000.
    assert copied(1_000) <= 10 * 1_000
    assert copied(10_000) <= 14 * 10_000


@pytest.mark.parametrize("call", ["files", "charges", "articles", "tags"])
def test_pages_behind_are_not_kept(package: ModuleType, face: Face, call: str) -> None:
    names = [f"p{number}" for number in range(PAGES)]
    answers: dict[str, list[Answer]] = {
        "files": by_cursor(*names),
        "charges": [json_answer({"data": [{"id": n}], "has_more": True}) for n in names],
        "articles": [
            json_answer({"data": [{"id": n}], "links": {"next": f"?at={n}"}}) for n in names
        ],
        "tags": [json_answer([n]) for n in names],
    }
    empty = json_answer([] if call == "tags" else {"data": [], "files": []})
    transport = AsyncTransport if face.is_async else Transport
    alive: list[int] = []
    seen: list[weakref.ref[Any]] = []

    def look(page: Any) -> None:
        gc.collect(0)
        seen.append(weakref.ref(page))
        seen.append(weakref.ref(page._origin.call))
        alive.append(sum(ref() is not None for ref in seen))

    async def waiting(client: Any) -> None:
        async for page in getattr(client, call).list().iter_pages():
            look(page)

    def plainly(client: Any) -> None:
        for page in getattr(client, call).list().iter_pages():
            look(page)

    walk = waiting if face.is_async else plainly
    face.run(walk, transport=transport(package, [*answers[call], empty]))
    assert len(alive) >= PAGES
    # The first, that before, and this one, with their calls.
    assert max(alive) <= 6


def test_a_circle_is_found_where_it_closes(package: ModuleType, face: Face, server: Server) -> None:
    names = [f"p{number}" for number in range(50)]
    server.will(*by_cursor(*names, last="p30"))

    def call(client: Any) -> Any:
        return gathered(client.files.list()) if face.is_async else list(client.files.list())

    with pytest.raises(package.PagesError, match="names a page for the second time, p30"):
        face.run(call, base_url=server.url)
    assert len(server.sent) == 50


def test_walks_from_one_page_do_not_disturb_one_another(
    package: ModuleType, server: Server
) -> None:
    with package.Pages(base_url=server.url) as client:
        first, *others = by_cursor("a", "b", "c", "d")
        server.will(first)
        page = client.files.list()
        server.will(*(answer for answer in others for _ in range(2)))
        walks = [(item.id for item in page) for _ in range(2)]
        assert list(zip(*walks, strict=True)) == [("a", "a"), ("b", "b"), ("c", "c"), ("d", "d")]
        # What one of them was led to may lead another on.
        server.will(*by_cursor("b", "d", "c"))
        assert [item.id for item in page] == ["a", "b", "d", "c"]
        # The same page is asked for as often as one likes.
        server.will(*by_cursor("b", last="c"))
        again = [page.get_next_page() for _ in range(3)]
        assert again[0] == again[1] == again[2]
        assert all(each.has_next_page() for each in (page, *again) for _ in range(3))
        server.will(*by_cursor("c"))
        assert [each.get_next_page().files[0].id for each in again] == ["c"] * 3


def test_a_walk_by_hand_ends_in_circles_too(package: ModuleType, server: Server) -> None:
    with package.Pages(base_url=server.url) as client:
        server.will(*by_cursor("a", "b", "c", last="b"))
        page = client.files.list()
        page = page.get_next_page().get_next_page()
        with pytest.raises(package.PagesError, match="names a page for the second time, b"):
            page.has_next_page()
        assert len(server.sent) == 3

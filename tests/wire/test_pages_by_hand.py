"""Pages apart from the call they came from: made by hand, from JSON, from a pickle or as a copy,
compared with others, and given by what stands in for a client in a user's tests."""

from __future__ import annotations

import asyncio
import copy
import json
import pickle
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType
from typing import Any
from unittest.mock import AsyncMock, Mock, create_autospec, patch

import pytest
from pydantic import TypeAdapter

from .golden_client import Clients, Face, faces, gathered
from .server import Server, json_answer, serving

JSON = b'{"data":[{"id":"a"},{"id":"b"}],"meta":{"page_number":1,"total_pages":2},"more":1}'
FIRST = json_answer(json.loads(JSON))
SECOND = {"data": [{"id": "c"}], "meta": {"page_number": 2, "total_pages": 2}}
WAYS: dict[str, Callable[[Any], Any]] = {
    "validated": lambda page: page.model_validate({"data": [{"id": "a"}, {"id": "b"}]}),
    "JSON": lambda page: page.model_validate_json(JSON),
    "a list of pages": lambda page: TypeAdapter(list[page]).validate_json(b"[" + JSON + b"]")[0],
    "constructed": lambda page: page.model_construct(data=list(items_of(page))),
    "a tuple": lambda page: page.model_construct(data=items_of(page)),
    "made": lambda page: page(data=list(items_of(page)), meta=None),
    "cached": lambda page: page.model_validate_json(page.model_validate_json(JSON).to_json()),
    "pickled": lambda page: pickle.loads(pickle.dumps(page.model_validate_json(JSON))),
    "copied": lambda page: copy.deepcopy(page.model_validate_json(JSON)),
}
LISTS: dict[str, Callable[[Any], Any]] = {
    "made": lambda page: page(["a", "b"]),
    "by name": lambda page: page(root=["a", "b"]),
    "validated": lambda page: page.model_validate(["a", "b"]),
    "JSON": lambda page: page.model_validate_json(b'["a", "b"]'),
    "constructed": lambda page: page.model_construct(root=["a", "b"]),
    "cached": lambda page: page.model_validate_json(page(["a", "b"]).to_json()),
    "pickled": lambda page: pickle.loads(pickle.dumps(page(["a", "b"]))),
    "copied": lambda page: copy.deepcopy(page(["a", "b"])),
}


def items_of(page: Any) -> tuple[Any, ...]:
    return tuple(page.model_validate_json(JSON).data)


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


def models(package: ModuleType) -> Any:
    return import_module(f"{package.__name__}.models")


def class_of(package: ModuleType, face: Face, name: str) -> Any:
    return getattr(models(package), f"{'Async' if face.is_async else ''}{name}")


def walked(page: Any) -> list[Any]:
    found = asyncio.run(gathered(page)) if hasattr(page, "__aiter__") else list(page)
    return [getattr(item, "id", item) for item in found]


def first_page(face: Face, server: Server, **settings: Any) -> Any:
    """A page that came from a call."""
    server.will(FIRST)

    async def waiting(client: Any) -> Any:
        return await client.books.list()

    def plainly(client: Any) -> Any:
        return client.books.list()

    return face.run(waiting if face.is_async else plainly, base_url=server.url, **settings)


@pytest.mark.parametrize("way", WAYS)
def test_a_page_that_came_from_no_call(package: ModuleType, face: Face, way: str) -> None:
    is_last(WAYS[way](class_of(package, face, "ListBooksPage2")))


@pytest.mark.parametrize("way", LISTS)
def test_a_list_that_came_from_no_call(package: ModuleType, face: Face, way: str) -> None:
    page = LISTS[way](class_of(package, face, "ListTagsPage"))
    is_last(page)
    assert page == class_of(package, face, "ListTagsPage")(["a", "b"])
    assert page.to_dict() == ["a", "b"]


def is_last(page: Any) -> None:
    """It has its own items, and no page after it."""
    assert walked(page) == ["a", "b"]
    assert [getattr(item, "id", item) for item in page.items_of_page()] == ["a", "b"]
    assert not page.has_next_page()
    ask = page.get_next_page
    with pytest.raises(RuntimeError, match="that no call returned"):
        asyncio.run(ask()) if hasattr(page, "__aiter__") else ask()


def test_a_page_without_items_is_empty(package: ModuleType, face: Face) -> None:
    page = class_of(package, face, "ListBooksPage2")
    assert walked(page()) == walked(page(data=None)) == walked(page(data=[])) == []


def test_a_class_of_pages_says_where_its_items_are(package: ModuleType) -> None:
    class Mine(models(package).ListBooksResponse, import_module("pages._runtime.pagination").Page):  # type: ignore
        """Without the path of its items."""

    with pytest.raises(package.PagesError, match='Mine needs its items\' path: __items__ = "data"'):
        list(Mine(data=[]))


def test_pages_are_equal_by_content(package: ModuleType, face: Face, server: Server) -> None:
    page = class_of(package, face, "ListBooksPage2")
    one, two = first_page(face, server), first_page(face, server)
    made = page.model_validate_json(JSON)
    assert one == two == made == pickle.loads(pickle.dumps(one)) == copy.deepcopy(one)
    assert one.to_dict() == made.to_dict()
    assert one.to_json() == made.to_json()
    # A page that was received knows of a next one.
    assert repr(one) == repr(made).replace(">", ", has next>")
    assert str(one) == str(made)
    assert one != page.model_validate(SECOND)
    assert one != models(package).ListBooksResponse.model_validate_json(JSON)
    two.data.pop()
    assert one != two


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_pickled_page_has_its_items_and_nothing_of_the_client(
    face: Face, server: Server, protocol: int
) -> None:
    page = first_page(face, server, default_headers={"X-Key": "S3CRET"})
    text = pickle.dumps(page, protocol)
    assert b"S3CRET" not in text
    assert b"_runtime.client" not in text
    assert page.has_next_page()
    again = pickle.loads(text)
    assert again.more == 1
    assert again.model_fields_set == page.model_fields_set
    is_last(again)


def test_copies_of_a_page_walk_on(face: Face, server: Server) -> None:
    def copies(page: Any) -> list[Any]:
        return [copy.copy(page), copy.deepcopy(page), page.model_copy(), page.model_copy(deep=True)]

    async def waiting(client: Any) -> list[Any]:
        return [await gathered(page) for page in copies(await client.books.list())]

    def plainly(client: Any) -> list[Any]:
        return [list(page) for page in copies(client.books.list())]

    server.will(FIRST, *[json_answer(SECOND)] * 4)
    walks = face.run(waiting if face.is_async else plainly, base_url=server.url)
    assert [[item.id for item in walk] for walk in walks] == [["a", "b", "c"]] * 4


def ids(client: Any) -> list[str]:
    """What a user tests: a function that is given a client."""
    return [item.id for item in client.books.list(page={"size": 2})]


async def async_ids(client: Any) -> list[str]:
    return [item.id async for item in client.books.list(page={"size": 2})]


async def awaited_ids(client: Any) -> list[str]:
    return [item.id async for item in await client.books.list(page={"size": 2})]


async def ids_by_page(client: Any) -> list[str]:
    pages = client.books.list(page={"size": 2}).iter_pages()
    return [item.id async for page in pages for item in page.items_of_page()]


def test_a_stand_in_may_give_a_page_made_by_hand(package: ModuleType) -> None:
    page = models(package).ListBooksPage2.model_validate_json(JSON)
    with package.Pages() as client:
        with patch.object(client.books, "list", autospec=True, return_value=page) as called:
            assert ids(client) == ["a", "b"]
            called.assert_called_once_with(page={"size": 2})
        client.books.list = create_autospec(client.books.list, return_value=page)
        assert ids(client) == ["a", "b"]
    books = create_autospec(import_module("pages.resources").Books, instance=True)
    books.list.return_value = page
    assert ids(Mock(books=books)) == ["a", "b"]


@pytest.mark.parametrize("function", [async_ids, awaited_ids, ids_by_page])
def test_a_stand_in_may_give_an_asynchronous_page_made_by_hand(
    package: ModuleType, function: Callable[[Any], Any]
) -> None:
    """A list is iterated or awaited; the page does for both."""
    page = models(package).AsyncListBooksPage2.model_validate_json(JSON)

    async def course() -> None:
        async with package.AsyncPages() as client:
            with patch.object(client.books, "list", return_value=page):
                assert await function(client) == ["a", "b"]
            client.books.list = create_autospec(client.books.list, return_value=page)
            assert await function(client) == ["a", "b"]

    asyncio.run(course())
    if function is awaited_ids:
        books = Mock(list=AsyncMock(return_value=page))
        assert asyncio.run(function(Mock(books=books))) == ["a", "b"]

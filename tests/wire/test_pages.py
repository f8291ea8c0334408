"""Lists that come page by page, of every kind, sync and async, over a real server."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import AsyncIterable, Callable, Iterator
from types import ModuleType
from typing import Any
from urllib.parse import unquote

import pytest

from .golden_client import Clients
from .server import Answer, Server, json_answer, serving

Walk = Callable[[Callable[[Any], Any]], list[Any]]


@pytest.fixture(scope="module")
def package(clients: Clients) -> ModuleType:
    return clients("pages")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(params=["sync", "async"])
def walk(request: pytest.FixtureRequest, package: ModuleType, server: Server) -> Walk:
    """Walks the items of the list that a call gives, as the ids of things or as they are."""
    # A connection that fails is reported as such, not by one request too many.
    settings: dict[str, Any] = {
        "base_url": f"{server.url}/api",
        "default_query": {"key": "k"},
        "max_retries": 0,
    }

    def plainly(call: Callable[[Any], Any]) -> list[Any]:
        with package.Pages(**settings) as client:
            return [getattr(item, "id", item) for item in call(client)]

    async def course(call: Callable[[Any], Any]) -> list[Any]:
        async with package.AsyncPages(**settings) as client:
            items: AsyncIterable[Any] = call(client)
            return [getattr(item, "id", item) async for item in items]

    def waiting(call: Callable[[Any], Any]) -> list[Any]:
        return asyncio.run(course(call))

    return plainly if request.param == "sync" else waiting


def things(*names: str) -> list[dict[str, str]]:
    return [{"id": name} for name in names]


def linked(value: object, *links: str) -> Answer:
    """An answer with a line `Link` for each of `links`."""
    return json_answer(value, Link=", ".join(links))


def sends(server: Server, *targets: str) -> None:
    assert [sent.target for sent in server.sent] == [f"/api{target}" for target in targets]


def test_a_link_header(walk: Walk, server: Server) -> None:
    server.will(
        linked(
            things("a", "b"),
            f'<{server.url}/api/repos?page=1>; rel="prev last"; title="a, \\"b\\""',
            '</api/repos?per_page=2&page=2>; title=x; REL="last next"',
        ),
        # Leads from elsewhere, by another relation, and by a second `rel`, which does not count.
        linked(things("c"), '</x>; rel=next; anchor="#a"', "</y>; rel=first; rel=next"),
    )
    assert walk(lambda client: client.repos.list(per_page=2)) == ["a", "b", "c"]
    sends(server, "/repos?key=k&per_page=2", "/repos?per_page=2&page=2&key=k")


def test_the_id_of_the_last_item(walk: Walk, server: Server) -> None:
    server.will(
        json_answer({"data": things("a", "b"), "has_more": True}),
        json_answer({"data": things("c"), "has_more": False}),
    )
    assert walk(lambda client: client.charges.list(limit=2)) == ["a", "b", "c"]
    sends(server, "/charges?key=k&limit=2", "/charges?key=k&limit=2&starting_after=b")


def test_a_cursor_in_the_body(walk: Walk, server: Server) -> None:
    server.will(
        json_answer({"files": things("a"), "nextPageToken": "t/1"}),
        # An empty page is not the last as long as there is a cursor.
        json_answer({"files": [], "nextPageToken": "t2"}),
        json_answer({"files": things("b"), "nextPageToken": ""}),
    )
    assert walk(lambda client: client.files.list()) == ["a", "b"]
    sends(server, "/files?key=k", "/files?key=k&pageToken=t%2F1", "/files?key=k&pageToken=t2")


@pytest.mark.parametrize("as_object", [False, True])
def test_a_url_in_the_body(walk: Walk, server: Server, as_object: bool) -> None:
    url = "?page%5Bafter%5D=x#here"
    server.will(
        json_answer({"data": things("a"), "links": {"next": {"href": url} if as_object else url}}),
        json_answer({"data": things("b"), "links": {"next": None}}),
    )
    assert walk(lambda client: client.articles.list()) == ["a", "b"]
    sends(server, "/articles?key=k", "/articles?page%5Bafter%5D=x&key=k")


@pytest.mark.parametrize("call", ["articles", "repos"])
def test_a_url_of_another_scheme_is_asked_for_where_the_page_came_from(
    walk: Walk, server: Server, call: str
) -> None:
    """As a server writes it that does not know of the proxy which ends TLS for it."""
    url = server.url.replace("http:", "https:") + "/api/more?n=2&at=a%2Fb#here"
    if call == "repos":
        server.will(linked(things("a"), f"<{url}>; rel=next"), linked(things("b")))
    else:
        first = json_answer({"data": things("a"), "links": {"next": url}})
        server.will(first, json_answer({"data": things("b"), "links": {}}))
    assert walk(lambda client: getattr(client, call).list()) == ["a", "b"]
    sends(server, f"/{call}?key=k", "/more?n=2&at=a%2Fb&key=k")


@pytest.mark.parametrize(
    ("base_url", "link", "target"),
    [
        ("https://api.example", "http://api.example/v2?page=2", "https://api.example/v2?page=2"),
        ("https://api.example/v1", "http://API.example:80/v1?p=2", "https://api.example/v1?p=2"),
        ("https://api.example:8443", "http://api.example:8443/x", "https://api.example:8443/x"),
        ("https://api.example", "http://api.example:443/x", "https://api.example/x"),
        ("http://api.example", "https://api.example/x", "http://api.example/x"),
        ("https://api.example", "http://api.example:8080/x", None),
        ("https://api.example:8443", "http://api.example/x", None),
        ("https://api.example", "http://www.api.example/x", None),
        ("https://api.example", "http://me@api.example/x", None),
        ("https://api.example", "ws://api.example/x", None),
        # The page itself, which would be asked for without end.
        ("https://api.example", "http://api.example/articles", None),
    ],
)
def test_which_urls_differ_by_their_scheme_alone(
    package: ModuleType, base_url: str, link: str, target: str | None
) -> None:
    core = importlib.import_module("pages._runtime.transport")
    pages = [{"data": things("a"), "links": {"next": link}}, {"data": things("b"), "links": {}}]
    sent: list[str] = []

    class Transport:
        def send(self, request: Any, timeout: object) -> Any:
            sent.append(request.url)
            answer = json_answer(pages[len(sent) - 1])
            return core.Response(answer.status, answer.headers, answer.body)

        def close(self) -> None:
            """Nothing is open."""

    with package.Pages(base_url=base_url, transport=Transport()) as client:
        walk = iter(client.articles.list())
        assert next(walk).id == "a"
        if target is None:
            with pytest.raises(package.PagesError, match="next"):
                next(walk)
        else:
            assert next(walk).id == "b"
    assert sent[1:] == ([] if target is None else [target])


def test_a_cursor_in_a_header(walk: Walk, server: Server) -> None:
    server.will(json_answer(["a"], X_Next_Cursor="c1"), json_answer(["b", "c"]))
    assert walk(lambda client: client.events.list()) == ["a", "b", "c"]
    sends(server, "/events?key=k", "/events?key=k&cursor=c1")


def test_an_offset_up_to_the_total(walk: Walk, server: Server) -> None:
    server.will(
        json_answer({"items": things("a", "b"), "total": 3}),
        json_answer({"items": things("c"), "total": 3}),
    )
    assert walk(lambda client: client.orders.list(limit=2)) == ["a", "b", "c"]
    sends(server, "/orders?key=k&limit=2", "/orders?key=k&offset=2&limit=2")


@pytest.mark.parametrize(
    ("call", "pages"),
    [
        ("tags", [["a", "b"], ["c"]]),
        ("shelves", [{"data": things("a", "b")}, {"data": things("c")}]),
        ("charges", [{"data": things("a", "b")}, {"data": things("c")}]),
        ("orders", [{"items": things("a", "b")}, {"items": things("c")}]),
        # A total that the items disprove, or that is none.
        ("orders", [{"items": things("a", "b"), "total": 0}, {"items": things("c"), "total": 2}]),
        ("orders", [{"items": things("a", "b"), "total": -1}, {"items": things("c")}]),
        ("orders", [{"items": things("a", "b"), "total": None}, {"items": things("c")}]),
        ("orders", [{"items": things("a", "b"), "total": "many"}, {"items": things("c")}]),
        ("books", [{"data": things("a", "b")}, {"data": things("c"), "meta": {}}]),
        ("books", [{"data": things("a", "b"), "meta": None}, {"data": things("c")}]),
    ],
)
@pytest.mark.parametrize("repeats", [False, True])
def test_where_nothing_tells_the_end_an_empty_or_repeated_page_does(
    walk: Walk, server: Server, call: str, pages: list[Any], repeats: bool
) -> None:
    """A page that is shorter than the one before is not the last: servers cap what is asked."""
    empty: Any = [] if call == "tags" else {name: [] for name in ("data", "items")}
    server.will(*map(json_answer, [*pages, pages[-1] if repeats else empty]))
    assert walk(lambda client: getattr(client, call).list()) == ["a", "b", "c"]
    assert len(server.sent) == 3


def test_an_offset_until_a_page_is_empty(walk: Walk, server: Server) -> None:
    server.will(json_answer({"items": things("a", "b")}), json_answer({"items": []}))
    assert walk(lambda client: client.orders.list(offset=4)) == ["a", "b"]
    sends(server, "/orders?key=k&offset=4", "/orders?key=k&offset=6")


def test_page_numbers_until_a_page_is_empty(walk: Walk, server: Server) -> None:
    server.will(json_answer(["a"]), json_answer(["b"]), json_answer([]))
    assert walk(lambda client: client.tags.list(size=1)) == ["a", "b"]
    sends(server, "/tags?key=k&size=1", *(f"/tags?key=k&page={n}&size=1" for n in (1, 2)))


def test_page_numbers_that_may_have_a_fraction(walk: Walk, server: Server) -> None:
    server.will(
        json_answer({"items": things("a"), "page": 1.0, "pages": 2.0}),
        json_answer({"items": things("b"), "page": 2, "pages": 2}),
    )
    assert walk(lambda client: client.users.list()) == ["a", "b"]
    sends(server, "/users?key=k", "/users?key=k&page=2")


def test_page_numbers_in_an_object_of_parameters(walk: Walk, server: Server) -> None:
    server.will(*map(json_answer, ({"data": things("a")}, {"data": things("b")}, {"data": []})))
    assert walk(lambda client: client.rooms.list(page={"size": 1})) == ["a", "b"]
    sends(server, "/rooms?key=k&size=1", *(f"/rooms?key=k&size=1&number={n}" for n in (2, 3)))


def test_page_numbers_in_an_object(walk: Walk, server: Server) -> None:
    server.will(
        *(
            json_answer({"data": things(name), "meta": {"page_number": n, "total_pages": 3}})
            for n, name in enumerate("abc", 1)
        )
    )
    assert walk(lambda client: client.books.list(page={"size": 1})) == ["a", "b", "c"]
    pages = [f"/books?key=k&page[size]=1&page[number]={n}" for n in (2, 3)]
    assert [unquote(sent.target) for sent in server.sent] == [
        f"/api{target}" for target in ("/books?key=k&page[size]=1", *pages)
    ]


def test_what_only_the_configuration_knows(walk: Walk, server: Server) -> None:
    server.will(
        json_answer({"hits": things("a"), "facets": ["x"], "continue": {"from": "p2"}}),
        json_answer({"hits": things("b")}),
    )
    assert walk(lambda client: client.search.retrieve(query="q")) == ["a", "b"]
    assert [sent.body for sent in server.sent] == [b'{"query":"q"}', b'{"query":"q","from":"p2"}']


@pytest.mark.parametrize(
    ("call", "answers", "said"),
    [
        (
            "files",
            [{"files": things("a"), "nextPageToken": "t"}] * 2,
            "GET /files names a page for the second time, t",
        ),
        (
            "files",
            [{"files": things("a"), "nextPageToken": token} for token in ("t", "u", "t")],
            "GET /files names a page for the second time, t",
        ),
        (
            "charges",
            [{"data": things("a"), "has_more": True}] * 2,
            "GET /charges names a page for the second time, a",
        ),
        (
            "orders",
            [{"items": things("a"), "total": 9}] * 2,
            "GET /orders answers with the same items whatever `offset` is, and says that more"
            " follow",
        ),
        (
            "shelves",
            [{"data": things("a"), "has_more": True}] * 2,
            "GET /shelves answers with the same items whatever `page` is, and says that more"
            " follow",
        ),
        (
            "articles",
            [{"data": things("a"), "links": {"next": "/api/articles?key=k"}}],
            "GET /articles names the page itself as the next one, /api/articles",
        ),
        (
            "articles",
            [{"data": things("a"), "links": {"next": f"/api/articles?n={n}"}} for n in (1, 2, 1)],
            "GET /articles names a page for the second time, http://127.0.0.1",
        ),
        (
            "articles",
            [{"data": things("a"), "links": {"next": "//other.example/articles?n=2"}}],
            "GET /articles names a next page of another origin, //other.example/articles, where"
            " nothing was sent",
        ),
        (
            "articles",
            [{"data": things("a"), "links": {"next": "http://[half"}}],
            "GET /articles names a next page that is no URL, http://[half",
        ),
    ],
)
def test_pages_that_lead_astray(
    package: ModuleType, walk: Walk, server: Server, call: str, answers: list[Any], said: str
) -> None:
    server.will(*map(json_answer, answers))
    with pytest.raises(package.PagesError) as caught:
        walk(lambda client: getattr(client, call).list())
    assert said in str(caught.value)
    # No request beyond those that the answers were for.
    assert len(server.sent) == len(answers)


def test_a_page_that_names_the_cursor_it_was_asked_for(
    package: ModuleType, walk: Walk, server: Server
) -> None:
    server.will(json_answer({"files": things("a"), "nextPageToken": "t"}))
    with pytest.raises(package.PagesError, match="names the page itself as the next one, t"):
        walk(lambda client: client.files.list(page_token="t"))


def test_page_by_page(package: ModuleType, server: Server) -> None:
    with package.Pages(base_url=server.url) as client:
        server.will(linked(things("a"), "</repos?page=2>; rel=next"), json_answer(things("b")))
        page = client.repos.list()
        assert isinstance(page, package.models.ListReposPage)
        assert page.to_dict() == [{"id": "a"}]
        assert page.has_next_page()
        following = page.get_next_page()
        assert [thing.id for thing in following.items_of_page()] == ["b"]
        assert not following.has_next_page()
        with pytest.raises(RuntimeError, match="there is no next page"):
            following.get_next_page()
        # A walk can start again, from any page.
        server.will(json_answer(things("b")))
        assert [len(each.items_of_page()) for each in page.iter_pages()] == [1, 1]
        server.will(json_answer(["red"]))
        assert client.colours.list() == ["red"]


def test_page_by_page_asynchronously(package: ModuleType, server: Server) -> None:
    async def course() -> None:
        async with package.AsyncPages(base_url=server.url) as client:
            server.will(json_answer(["a"], X_Next_Cursor="c"), json_answer(["b"]))
            page = await client.events.list()
            assert isinstance(page, package.models.AsyncListEventsPage)
            assert page.has_next_page()
            assert (await page.get_next_page()).items_of_page() == ["b"]
            server.will(json_answer(["a"], X_Next_Cursor="c"), json_answer(["b"]))
            pages = [each.items_of_page() async for each in client.events.list().iter_pages()]
            assert pages == [["a"], ["b"]]

    asyncio.run(course())


def test_items_that_do_not_fit_are_kept(package: ModuleType, server: Server) -> None:
    drifts: list[Any] = []
    with package.Pages(base_url=server.url, on_drift=drifts.append) as client:
        server.will(json_answer([{"id": 1}, {"id": "b"}]))
        assert [thing.id for thing in client.repos.list()] == [1, "b"]
    assert [drift.pointer for drift in drifts] == ["/0/id"]

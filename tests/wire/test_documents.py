"""Documents of every kind: what their clients send, sync and async."""

from __future__ import annotations

import asyncio
import inspect
import json
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import pytest

from clientsmith.config import ad_hoc_target
from clientsmith.pipeline import generate

from ..tiers import slow
from .golden_client import CASES as GOLDEN, Clients
from .server import Answer, Sent, Server, json_answer, serving

Make = Callable[[Any], Any]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(scope="module")
def paths(clients: Clients) -> Any:
    return clients("paths")


def sends(
    server: Server, clients: tuple[Any, Any], call: Make, answer: Answer
) -> tuple[Sent, object]:
    """The request that a call makes on either client, and what it returns."""
    server.will(answer)
    one, other = (client(base_url=server.url, max_retries=0) for client in clients)
    value = call(one)

    async def awaited() -> object:
        async with other:
            result = call(other)
            return await result if inspect.isawaitable(result) else result

    assert asyncio.run(awaited()) == value
    one.close()
    first, second = server.sent
    assert (first.method, first.target, first.body) == (second.method, second.target, second.body)
    return first, value


@pytest.mark.parametrize(
    ("call", "method", "target"),
    [
        (lambda c: c.root.get(), "GET", "/"),
        (lambda c: c.root.head(), "HEAD", "/"),
        (lambda c: c.root.trace(), "TRACE", "/"),
        (lambda c: c.files.list(), "GET", "/files"),
        (lambda c: c.files.list_files_slowly(), "GET", "/files/"),
        (lambda c: c.files.list_files_slowly_2(), "OPTIONS", "/files/"),
        (lambda c: c.files.retrieve("a/b"), "GET", "/files/a%2Fb"),
        (lambda c: c.files.get_files_name_json("a", tag="x"), "GET", "/files/a.json?tag=x"),
        (lambda c: c.files.copy_file("a", destination="b"), "COPY", "/files/a.json"),
        (lambda c: c.archive.files.copy_file(7, destination="b"), "COPY", "/archive/files/7.json"),
        (lambda c: c.files.search(text="x"), "QUERY", "/files"),
        (
            lambda c: c.deep.files.old_name.list(at="noon"),
            "GET",
            "/files/old%20name?deep=true&at=noon",
        ),
        (lambda c: c.files.batch_get(), "POST", "/files:batchGet"),
        (lambda c: c.files.download("a:b"), "GET", "/files/a%3Ab:download"),
        (lambda c: c.points.retrieve("dark", x=1.5, y=-2), "GET", "/points/1.5,-2;dark"),
    ],
)
def test_odd_paths_and_methods(
    server: Server, paths: Any, call: Make, method: str, target: str
) -> None:
    empty = method in ("HEAD", "TRACE", "OPTIONS", "COPY")
    answer = Answer(204) if empty else json_answer(["a"] if "/files" in target else "a")
    sent, _ = sends(server, (paths.Paths, paths.AsyncPaths), call, answer)
    assert (sent.method, sent.target) == (method, target)


@pytest.fixture(scope="module")
def swagger(clients: Clients) -> Any:
    return clients("swagger")


def depots(package: Any) -> tuple[Any, Any]:
    return partial(package.Depot, "k"), partial(package.AsyncDepot, "k")


@pytest.mark.parametrize(
    ("call", "method", "target", "body"),
    [
        (lambda c: c.crates.list(limit=3), "GET", "/crates?limit=3", b""),
        (
            lambda c: c.crates.list(tags=["a", "b"], sizes=[1, 2], marks=["x", "y"]),
            "GET",
            "/crates?tags=a,b&sizes=1%7C2&marks=x&marks=y",
            b"",
        ),
        (lambda c: c.crates.create(id=1, kind="box"), "POST", "/crates", {"id": 1, "kind": "box"}),
        (lambda c: c.crates.update(7, label=None), "PUT", "/crates/7", {"label": None}),
    ],
)
def test_swagger(
    server: Server, swagger: Any, call: Make, method: str, target: str, body: object
) -> None:
    answers = {"GET": json_answer([{"id": 1, "kind": "box"}]), "PUT": Answer(204)}
    answer = answers.get(method, json_answer({"id": 1, "kind": "box"}, 201))
    sent, _ = sends(server, depots(swagger), call, answer)
    assert (sent.method, sent.target) == (method, target)
    assert (json.loads(sent.body) if sent.body else b"") == body
    assert sent.headers["x-key"] == "k"
    if method == "PUT":
        assert sent.headers["content-type"] == "application/merge-patch+json"


def test_a_part_of_a_document_in_json(server: Server, clients: Clients) -> None:
    package = clients("selection")
    both = package.Selection, package.AsyncSelection
    books: Make = lambda c: c.books.retrieve("1")  # noqa: E731
    sent, book = sends(server, both, books, json_answer({"author": {"name": "a"}}))
    assert sent.target == "/books/1"
    assert type(book) is package.models.Book
    assert cast(Any, book).author.name == "a"
    carts: Make = lambda c: c.carts.items.retrieve("1")  # noqa: E731
    _, cart = sends(server, both, carts, json_answer({"count": 2}))
    assert cast(Any, cart).count == 2
    for missing in ("create", "delete"):
        assert not hasattr(package.Selection(base_url=server.url).books, missing)
    assert not hasattr(package.Selection, "reports")
    # A webhook is kept as an operation is: by its tag here.
    assert {"Author", "Book", "Cart", "Sale"}.issubset(dir(package.models))
    assert not hasattr(package.models, "Report")
    assert hasattr(import_module("selection.webhooks"), "unwrap")


def test_a_folder_of_files(server: Server, clients: Clients) -> None:
    owner = {"kind": "shelter", "people": [{"kind": "person", "at": {"kind": "shelter"}}]}
    package = clients("multi_file")
    both = (package.MultiFile, package.AsyncMultiFile)
    sent, value = sends(server, both, lambda c: c.owners.retrieve("a b"), json_answer(owner))
    assert sent.target == "/owners/a%20b"
    assert isinstance(value, package.models.Shelter)
    assert isinstance(value.people[0].at, package.models.Shelter)
    assert "What the owner is called." in package.resources.Owners.retrieve.__doc__


def test_names_of_every_kind(server: Server, clients: Clients) -> None:
    package = clients("names")
    both = (package.N2ndNamesSuch, package.AsyncN2ndNamesSuch)
    answer = json_answer({"Mapping": {"list": ["a"]}})
    sent, value = sends(server, both, lambda c: c.con.retrieve("x"), answer)
    assert sent.target == "/v1/con/x"
    assert value == package.models.Con.model_validate({"Mapping": {"list": ["a"]}})
    sent, _ = sends(server, both, lambda c: c.con.models_.date_.retrieve(), answer)
    assert sent.target == "/v1/con/models/date"
    # A model called like what a page of it is made of.
    meta = {"page_number": 1, "total_pages": 1}
    server.will(json_answer({"data": [{"text": "a"}], "meta": meta}))
    with package.N2ndNamesSuch(base_url=server.url) as client:
        assert [*client.pages.list()] == [package.models.Page(text="a")]
        server.will(json_answer({"leaves": ["a"], "page": 1, "total_pages": 1}))
        assert [*client.leaves.list()] == ["a"]


def test_a_body_is_asked_for_where_there_is_something_to_give(
    server: Server, clients: Clients
) -> None:
    package = clients("bodies")
    both = (package.Bodies, package.AsyncBodies)
    nothing = Answer(status=204)
    sent, _ = sends(server, both, lambda c: c.notes.delete("1"), nothing)
    assert (sent.method, sent.target, sent.body) == ("DELETE", "/notes/1", b"")
    assert "content-type" not in {name.lower() for name in sent.headers}
    sent, _ = sends(server, both, lambda c: c.notes.update("1", text="a"), nothing)
    assert json.loads(sent.body) == {"text": "a"}


@pytest.mark.parametrize("name", ["json", slow("email"), slow("select")])
def test_a_package_called_like_a_module_of_python(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """All imports inside are relative: within another package it hides nothing."""
    house = tmp_path / f"house_{name}"
    output = house / "vendored"
    for package in (house, output):
        package.mkdir()
        (package / "__init__.py").touch()
    generate(ad_hoc_target(GOLDEN / "swagger/openapi.yaml", name, "Depot", output))
    monkeypatch.syspath_prepend(tmp_path)
    package = import_module(f"{house.name}.vendored.{name}")
    answer = json_answer([{"id": 1, "kind": "box"}])
    _, value = sends(server, depots(package), lambda c: c.crates.list(), answer)
    assert [crate.id for crate in cast("list[Any]", value)] == [1]

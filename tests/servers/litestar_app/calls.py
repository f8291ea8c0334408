"""The calls of the application, with what each end of the line is to see."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from ..calls import Call
from .app import BYTES, KEY, Book, Cat, Colour, Dog, Signup

NOON = datetime(2026, 2, 3, 12, 30, tzinfo=UTC)
SENT: dict[str, Any] = {
    **{"title": "One", "tags": ["a"], "published": date(2026, 2, 3)},
    "sequel": {"title": "Two"},
}
BOOK = Book("One", ["a"], date(2026, 2, 3), Book("Two"))
# Litestar leaves out what is None there.
ECHOED: dict[str, Any] = {**SENT, "sequel": {"title": "Two", "tags": []}}


def bare(number: int) -> dict[str, Any]:
    return {"title": f"book{number}", "tags": [], "published": None, "sequel": None}


CALLS = (
    Call("GET /books", lambda api: api.books.list(limit=2), None, [*map(bare, range(5))]),
    Call(
        "GET /books",
        lambda api: api.books.list(limit=9, offset=3, tag=["a", "b"]),
        {"limit": 9, "offset": 3, "tag": ["a", "b"]},
        [*map(bare, range(3, 5))],
    ),
    Call(
        "POST /books",
        lambda api: api.books.create(**SENT),
        {"data": BOOK},
        ECHOED,
        is_sample=True,
    ),
    Call(
        "GET /books/{key}",
        lambda api: api.books.retrieve(str(KEY), at=NOON, colour="blue"),
        {"key": KEY, "at": NOON, "colour": Colour.blue},
        {"key": str(KEY), "at": "2026-02-03T12:30:00Z", "colour": "blue"},
    ),
    Call(
        "PUT /books/{number}/pages/{page}",
        lambda api: api.books.pages.update("a/b c", number=3, body={"x": 1}),
        {"number": 3, "page": "/a/b c", "data": {"x": 1}},
        {"number": 3, "page": "/a/b c", "data": {"x": 1}},
        is_sample=True,
    ),
    Call(
        "PATCH /books/{key}",
        lambda api: api.books.update(str(KEY), **SENT),
        {"key": KEY, "data": BOOK},
        ECHOED,
    ),
    Call("DELETE /books/{key}", lambda api: api.books.delete(str(KEY)), {"key": KEY}),
    Call(
        "GET /context",
        lambda api: api.context.retrieve(x_token="t", session="s 1", the_mode="b"),
        {"token": "t", "session": "s 1", "mode": "b"},
        {"token": "t", "session": "s 1", "mode": "b"},
    ),
    Call(
        "POST /pets",
        lambda api: api.pets.create(body={"kind": "dog", "name": "Rex", "colour": "red"}),
        {"data": Dog("Rex", Colour.red)},
        {"kind": "dog", "name": "Rex", "colour": "red"},
    ),
    Call(
        "POST /pets",
        lambda api: api.pets.create(body={"kind": "cat", "name": "Tom"}),
        {"data": Cat("Tom")},
        {"kind": "cat", "name": "Tom", "lives": 9},
    ),
    Call(
        "POST /forms",
        lambda api: api.forms.create(name="Ann & Co", age=3, newsletter=True),
        {"data": Signup("Ann & Co", 3, True)},
        {"name": "Ann & Co", "age": 3, "newsletter": True},
    ),
    Call(
        "POST /uploads",
        lambda api: api.uploads.create(note="Grüße", file=("a.txt", b"abc", "text/plain")),
        {"note": "Grüße", "name": "a.txt", "text": "abc"},
        {"note": "Grüße", "name": "a.txt", "text": "abc"},
        is_sample=True,
    ),
    Call(
        "POST /files",
        lambda api: api.files.create(file=("b", b"xyz")),
        {"name": "b", "text": "xyz"},
        {"name": "b", "text": "xyz"},
    ),
    Call("GET /file", lambda api: api.file.retrieve(), None, BYTES),
    Call("GET /stream", lambda api: api.stream.retrieve(), None, BYTES),
    Call("GET /events", lambda api: api.events.retrieve(), None, ["a", "bc"]),
    Call("GET /text", lambda api: api.text.retrieve(), None, "Grüße"),
    Call(
        "GET /missing",
        lambda api: api.missing.retrieve(),
        None,
        ("NotFoundError", 404, {"status_code": 404, "detail": "no such book"}),
        is_sample=True,
    ),
    Call(
        "GET /echo",
        lambda api: api.echo.retrieve(),
        {"agent": "Library"},
        {"agent": "Library"},
    ),
)

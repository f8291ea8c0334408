"""The calls of the application, with what each end of the line is to see."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from ..calls import Call
from .app import BYTES, KEY, Item, Upload

NOON = datetime(2026, 2, 3, 12, 30, tzinfo=UTC)
SENT: dict[str, Any] = {"name": "Bolt", "price": 2.5, "made": NOON, "kind": "used"}


def bare(number: int) -> dict[str, Any]:
    return {"name": f"item{number}", "price": 1.5, "made": None, "kind": "new"}


def upload(name: str, text: str) -> dict[str, Any]:
    return {"name": name, "size": len(text), "text": text}


CALLS = (
    Call("GET /api/items/", lambda api: api.items.list(limit=2), None, [*map(bare, range(5))]),
    Call(
        "GET /api/items/numbered",
        lambda api: api.items.numbered.list(),
        None,
        [*map(bare, range(5))],
    ),
    Call(
        "POST /api/items/",
        lambda api: api.items.create(**SENT),
        {"item": Item(**SENT)},
        SENT,
        is_sample=True,
    ),
    Call(
        "GET /api/items/{key}",
        lambda api: api.items.retrieve(str(KEY)),
        {"key": KEY, "found": True},
        {"name": "one", "price": 1.5, "made": None, "kind": "new"},
    ),
    Call(
        "GET /api/items/{key}",
        lambda api: api.items.retrieve(str(KEY), found=False),
        {"key": KEY, "found": False},
        ("NotFoundError", 404, {"message": "none"}),
    ),
    Call(
        "PATCH /api/items/{key}",
        lambda api: api.items.update(str(KEY), price=3, made=None),
        {"key": KEY, "changes": {"price": 3.0, "made": None}},
        {"key": str(KEY), "changes": {"price": 3.0, "made": None}},
    ),
    Call("DELETE /api/items/{key}", lambda api: api.items.delete(str(KEY)), {"key": KEY}),
    Call(
        "GET /api/search",
        lambda api: api.search.retrieve(query="a b&c", day=date(2026, 2, 3), tags=["x", "y"]),
        {"limit": 100, "query": "a b&c", "day": date(2026, 2, 3), "tags": ["x", "y"]},
        {"limit": 100, "query": "a b&c", "day": "2026-02-03", "tags": ["x", "y"]},
        is_sample=True,
    ),
    Call(
        "GET /api/context",
        lambda api: api.context.retrieve(x_token="t", session="s1", ids=[1, 2]),
        {"x_token": "t", "session": "s1", "ids": [1, 2]},
        {"x_token": "t", "session": "s1", "ids": [1, 2]},
    ),
    Call(
        "POST /api/login",
        lambda api: api.login.create(username="ann & co", age=3),
        {"username": "ann & co", "age": 3},
        {"username": "ann & co", "age": 3},
    ),
    Call("POST /api/form", lambda api: api.form.create(**SENT), {"item": Item(**SENT)}, SENT),
    Call(
        "POST /api/upload",
        lambda api: api.upload.create(file=("a.txt", b"abc"), note="Grüße"),
        {"file": Upload(**upload("a.txt", "abc")), "note": "Grüße"},
        upload("a.txt", "abc"),
        is_sample=True,
    ),
    Call(
        "POST /api/upload-many",
        lambda api: api.upload_many.create(files=[("a", b"1"), ("b", b"22")]),
        {"files": [Upload(**upload("a", "1")), Upload(**upload("b", "22"))]},
        [upload("a", "1"), upload("b", "22")],
    ),
    Call("POST /api/upload-perhaps", lambda api: api.upload_perhaps.create(), {"file": None}),
    Call(
        "POST /api/upload-perhaps",
        lambda api: api.upload_perhaps.create(file=("c", b"333")),
        {"file": Upload(**upload("c", "333"))},
        upload("c", "333"),
    ),
    Call("GET /api/download", lambda api: api.download.retrieve(), None, BYTES),
    Call("GET /api/stream", lambda api: api.stream.retrieve(), None, ["a", "bc"]),
    Call("GET /api/token", lambda api: api.token.retrieve(), {"auth": "t1"}, {"auth": "t1"}),
    Call("GET /api/key", lambda api: api.key.retrieve(), {"auth": "k1"}, {"auth": "k1"}),
    Call("GET /api/basic", lambda api: api.basic.retrieve(), {"auth": "ann"}, {"auth": "ann"}),
)

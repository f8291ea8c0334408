"""The calls of the application, with what each end of the line is to see."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from ..calls import Call
from .answers import BYTES
from .bodies import KEY
from .models import (
    Aliased,
    Circle,
    Drawing,
    Item,
    Level,
    Login,
    Moments,
    Order,
    Page,
    Square,
    Tree,
    Upload,
    User,
)

NOON = datetime(2026, 2, 3, 12, 30, tzinfo=UTC)
DAY = date(2026, 2, 3)
LASTING = timedelta(days=1, minutes=2)
SEARCHED = {
    **{"q": None, "skip": 0, "limit": 10, "order": Order.up, "level": None, "tags": []},
    **{"ids": None, "item_query": None, "exact": False, "ratio": None},
}
FULL_SEARCH = {
    **{"q": "a&b=c d/é+", "skip": 3, "limit": 7, "order": Order.down, "level": Level.high},
    **{"tags": ["x", "y,z"], "ids": [1, 2], "item_query": "fixedquery", "exact": True},
    "ratio": 0.5,
}
UNPARSED = {
    **{"type": "int_parsing", "loc": ["query", "skip"], "input": "three"},
    "msg": "Input should be a valid integer, unable to parse string as an integer",
}
ITEM = Item(
    name="Bolt",
    price=Decimal("12.50"),
    tags={"new"},
    level=Level.high,
    made=NOON,
    link="https://example.com/a",  # pyright: ignore  # Pydantic makes it a URL.
    size=(3, "cm"),
)
PARAMETERS = (
    Call(
        "GET /search/",
        lambda shop: shop.search.retrieve(),
        SEARCHED,
        SEARCHED | {"order": "asc"},
    ),
    Call(
        "GET /search/",
        lambda shop: shop.search.retrieve(**(FULL_SEARCH | {"order": "desc", "level": 3})),
        FULL_SEARCH,
        FULL_SEARCH | {"order": "desc", "level": 3},
        is_sample=True,
    ),
    Call(
        "GET /search/",
        lambda shop: shop.search.retrieve(extra_query={"skip": "three"}),
        None,
        ("UnprocessableEntityError", 422, {"detail": [UNPARSED]}),
        is_sample=True,
    ),
    Call(
        "GET /moments/",
        lambda shop: shop.moments.retrieve(
            at=NOON,
            day=DAY,
            clock=time(9, 30),
            lasting=LASTING,
            key=KEY,
            price=Decimal("0.10"),
            days=[DAY],
        ),
        {
            **{"at": NOON, "day": DAY, "clock": time(9, 30), "lasting": LASTING, "key": KEY},
            **{"price": Decimal("0.10"), "days": [DAY]},
        },
        {
            **{"at": "2026-02-03T12:30:00Z", "day": "2026-02-03", "clock": "09:30:00"},
            **{"lasting": "P1DT2M", "key": str(KEY), "price": "0.10", "days": ["2026-02-03"]},
        },
    ),
    Call(
        "GET /places/{key}/{day}/{level}/{kind}",
        lambda shop: shop.places.retrieve("in", key=str(KEY), day=DAY, level=1),
        {"key": KEY, "day": DAY, "level": Level.low, "kind": "in"},
        {"key": str(KEY), "day": "2026-02-03", "level": 1, "kind": "in"},
    ),
    Call(
        "GET /numbers/{number}",
        lambda shop: shop.numbers.retrieve(7, q=""),
        {"number": 7, "q": ""},
        {"number": 7, "q": ""},
    ),
    Call(
        "GET /files/{file_path}",
        lambda shop: shop.files.retrieve("home/user/a b.txt"),
        {"file_path": "home/user/a b.txt"},
        {"file_path": "home/user/a b.txt"},
    ),
    Call(
        "GET /filtered/",
        lambda shop: shop.filtered.retrieve(limit=5, tags=["a", "b"], until=NOON),
        {"limit": 5, "offset": 0, "order_by": "created_at", "tags": ["a", "b"], "until": NOON},
        {
            **{"limit": 5, "offset": 0, "order_by": "created_at", "tags": ["a", "b"]},
            "until": "2026-02-03T12:30:00Z",
        },
    ),
    Call(
        "GET /shared/",
        lambda shop: shop.shared.retrieve(q="x"),
        {"q": "x", "skip": 0, "own": None},
        {"q": "x", "skip": 0, "own": None},
    ),
    Call(
        "GET /headers/",
        lambda shop: shop.headers.retrieve(
            user_agent="mine/1", x_token=["a, b", "c"], strange_header="odd", x_when=NOON
        ),
        {"user_agent": "mine/1", "x_token": ["a, b", "c"], "strange_header": "odd", "x_when": NOON},
        {
            **{"user_agent": "mine/1", "x_token": ["a, b", "c"], "strange_header": "odd"},
            "x_when": "2026-02-03T12:30:00Z",
        },
        is_sample=True,
    ),
    Call(
        "GET /headers/",
        lambda shop: shop.headers.retrieve(
            x_token=["a", "b"], extra_headers={"x-token": "z", "user-agent": "mine/2"}
        ),
        {"user_agent": "mine/2", "x_token": ["z"], "strange_header": None, "x_when": None},
        {"user_agent": "mine/2", "x_token": ["z"], "strange_header": None, "x_when": None},
    ),
    Call(
        "GET /headers/",
        lambda shop: shop.headers.retrieve(user_agent="mine/3", x_token=[]),
        {"user_agent": "mine/3", "x_token": None, "strange_header": None, "x_when": None},
        {"user_agent": "mine/3", "x_token": None, "strange_header": None, "x_when": None},
    ),
    Call(
        "GET /header-model/",
        lambda shop: shop.header_model.retrieve(save_data=True, x_tag=["a", "b"]),
        {"save_data": True, "if_modified_since": None, "x_tag": ["a", "b"]},
        {"save_data": True, "if_modified_since": None, "x_tag": ["a", "b"]},
    ),
    Call(
        "GET /cookies/",
        lambda shop: shop.cookies.retrieve(ads_id="abc", visits=4),
        {"ads_id": "abc", "visits": 4},
        {"ads_id": "abc", "visits": 4},
    ),
    Call(
        "GET /cookie-model/",
        lambda shop: shop.cookie_model.retrieve(session_id="s1"),
        {"session_id": "s1", "fatebook_tracker": None},
        {"session_id": "s1", "fatebook_tracker": None},
    ),
    Call("GET /old/", lambda shop: shop.old.retrieve(), {"old": "yes"}, {"old": "yes"}),
)
ITEM_SENT: dict[str, Any] = {
    **{"name": "Bolt", "price": "12.50", "tags": ["new"], "level": 3, "made": NOON},
    **{"link": "https://example.com/a", "size": (3, "cm")},
}
TREE: dict[str, Any] = {
    "value": 1,
    "children": [{"value": 2, "children": [{"value": 3}]}],
    "by_name": {"left": {"value": 4}},
}
WHOLE_TREE: dict[str, Any] = {
    "value": 1,
    "children": [
        {
            "value": 2,
            "children": [{"value": 3, "children": [], "by_name": {}}],
            "by_name": {},
        }
    ],
    "by_name": {"left": {"value": 4, "children": [], "by_name": {}}},
}
ANN = {"username": "ann", "full_name": None}
DRAWN: dict[str, Any] = {
    "title": "All",
    "main": {"kind": "square", "side": 1.5},
    "others": [{"kind": "circle", "radius": 2.0}, {"kind": "square", "side": 3.0}],
}


def upload(field: str, name: str, text: str, kind: str) -> dict[str, Any]:
    return {"field": field, "name": name, "type": kind, "size": len(text), "text": text}


OCTETS = "application/octet-stream"
BODIES = (
    Call(
        "POST /items/",
        lambda shop: shop.items.create(**ITEM_SENT),
        {"item": ITEM},
        {**ITEM_SENT, "id": str(KEY), "added": date(2026, 1, 2), "label": "Bolt (3)"},
        is_sample=True,
    ),
    Call(
        "POST /items/",
        lambda shop: shop.items.create(name="Nut", price=2),
        {"item": Item(name="Nut", price=Decimal(2))},
        {
            **{"name": "Nut", "price": "2", "tags": [], "level": 1, "made": None, "link": None},
            **{"size": None, "id": str(KEY), "added": date(2026, 1, 2), "label": "Nut (1)"},
        },
    ),
    Call(
        "PUT /items/{item_id}",
        lambda shop: shop.items.replace(
            str(KEY), item=ITEM_SENT, user={"username": "ann"}, importance=3
        ),
        {"item_id": KEY, "item": ITEM, "user": User(username="ann"), "importance": 3},
        {
            **{"item_id": str(KEY), "user": ANN, "importance": 3},
            "item": {**ITEM_SENT, "made": "2026-02-03T12:30:00Z", "size": [3, "cm"]},
        },
    ),
    Call(
        "PATCH /items/{item_id}",
        lambda shop: shop.items.update(str(KEY), name=None, tags=["a"]),
        {"item_id": KEY, "changes": {"name": None, "tags": ["a"]}},
        {"name": None, "price": None, "tags": ["a"]},
    ),
    Call(
        "DELETE /items/{item_id}",
        lambda shop: shop.items.delete(str(KEY)),
        {"item_id": KEY},
        is_sample=True,
    ),
    Call(
        "POST /embedded/",
        lambda shop: shop.embedded.create(user={"username": "ann"}),
        {"user": User(username="ann")},
        ANN,
    ),
    Call(
        "POST /optional-body/",
        lambda shop: shop.optional_body.create(body={"username": "ann"}),
        {"user": User(username="ann")},
        ANN,
    ),
    Call("POST /optional-body/", lambda shop: shop.optional_body.create(), {"user": None}),
    Call("POST /optional-body/", lambda shop: shop.optional_body.create(body=None), {"user": None}),
    Call(
        "POST /aliased/",
        lambda shop: shop.aliased.create(type="a", given_name="Ann", class_=4, extra={"x": [1]}),
        {"thing": Aliased(kind="a", given="Ann", class_=4, extra={"x": [1]})},
        {"@type": "a", "givenName": "Ann", "class": 4, "extra": {"x": [1]}},
    ),
    Call(
        "POST /exact/",
        lambda shop: shop.exact.create(
            at=NOON,
            day=DAY,
            clock=time(9, 30),
            lasting=LASTING,
            key=KEY,
            price=Decimal("0.1000"),
            data="abc",
        ),
        {
            "moments": Moments(
                at=NOON,
                day=DAY,
                clock=time(9, 30),
                lasting=LASTING,
                key=KEY,
                price=Decimal("0.1000"),
                data=b"abc",
            )
        },
        {
            **{"at": NOON, "day": DAY, "clock": time(9, 30), "lasting": LASTING},
            **{"key": str(KEY), "price": "0.1000", "data": "abc"},
        },
    ),
    Call(
        "POST /shapes/",
        lambda shop: shop.shapes.create(body={"kind": "circle", "radius": 2.5}),
        {"shape": Circle(radius=2.5)},
        {"kind": "circle", "radius": 2.5},
    ),
    Call(
        "POST /drawings/",
        lambda shop: shop.drawings.create(**DRAWN),
        {
            "drawing": Drawing(
                title="All", main=Square(side=1.5), others=[Circle(radius=2), Square(side=3)]
            )
        },
        DRAWN,
    ),
    Call(
        "POST /trees/",
        lambda shop: shop.trees.create(**TREE),
        {"tree": Tree.model_validate(TREE)},
        WHOLE_TREE,
    ),
    Call(
        "POST /weights/",
        lambda shop: shop.weights.create(body={"1": 0.5, "2": 1}),
        {"weights": {1: 0.5, 2: 1.0}},
        {"1": 0.5, "2": 1.0},
    ),
    Call(
        "POST /users/by-name/",
        lambda shop: shop.users.by_name.create(body={"a": {"username": "ann"}}),
        {"users": {"a": User(username="ann")}},
        {"a": ANN},
    ),
    Call(
        "POST /users/many/",
        lambda shop: shop.users.many.create(body=[{"username": "ann"}]),
        {"users": [User(username="ann")]},
        [ANN],
    ),
    Call(
        "POST /generic/",
        lambda shop: shop.generic.create(items=[{"username": "ann"}], total=1),
        {"page": Page[User](items=[User(username="ann")], total=1)},
        {"items": [ANN], "total": 1},
    ),
    Call(
        "POST /anything/",
        lambda shop: shop.anything.create(body=[1, None, {"a": "é"}]),
        {"thing": [1, None, {"a": "é"}]},
        [1, None, {"a": "é"}],
    ),
    Call(
        "POST /note/",
        lambda shop: shop.note.create(body="Grüße\n"),
        {"text": "Grüße\n"},
        {"text": "Grüße\n"},
    ),
    Call(
        "POST /login/",
        lambda shop: shop.login.create(username="ann & co", age=3, tags=["a", "b"]),
        {"username": "ann & co", "age": 3, "tags": ["a", "b"]},
        {"username": "ann & co", "age": 3, "tags": ["a", "b"]},
    ),
    Call(
        "POST /login-model/",
        lambda shop: shop.login_model.create(
            username="ann", password="x+y", scopes=["a", "b"], remember=True
        ),
        {"data": Login(username="ann", password="x+y", scopes=["a", "b"], remember=True)},
        {"username": "ann", "password": "x+y", "scopes": ["a", "b"], "remember": True},
        is_sample=True,
    ),
    Call(
        "POST /upload/",
        lambda shop: shop.upload.create(
            file=("a.txt", b"abc", "text/plain"), note="Grüße", count=3
        ),
        {
            "file": Upload(**upload("file", "a.txt", "abc", "text/plain")),
            **{"note": "Grüße", "count": 3},
        },
        upload("file", "a.txt", "abc", "text/plain"),
        is_sample=True,
    ),
    Call(
        "POST /upload-bytes/",
        lambda shop: shop.upload_bytes.create(file=b"abc"),
        {"file": b"abc"},
        {"size": 3},
    ),
    Call(
        "POST /upload-perhaps/",
        lambda shop: shop.upload_perhaps.create(),
        {"file": None, "data": None, "note": None},
    ),
    Call(
        "POST /upload-perhaps/",
        lambda shop: shop.upload_perhaps.create(
            file=("b.bin", io.BytesIO(b"\0\xff")), data=b"xyz", note="n"
        ),
        {
            "file": Upload(**upload("file", "b.bin", "\0\xff", OCTETS)),
            **{"data": b"xyz", "note": "n"},
        },
        upload("file", "b.bin", "\0\xff", OCTETS),
        is_sample=True,
    ),
    Call(
        "POST /upload-perhaps/",
        lambda shop: shop.upload_perhaps.create(file=None, note="n"),
        {"file": None, "data": None, "note": "n"},
    ),
    Call(
        "POST /upload-many/",
        lambda shop: shop.upload_many.create(
            files=[("a", b"1"), ("b", b"22")], more=[("c", b"333")], parts=[b"p", b"q"]
        ),
        {
            "files": [
                Upload(**upload("files", "a", "1", OCTETS)),
                Upload(**upload("files", "b", "22", OCTETS)),
                Upload(**upload("more", "c", "333", OCTETS)),
            ],
            "parts": [b"p", b"q"],
        },
        [
            upload("files", "a", "1", OCTETS),
            upload("files", "b", "22", OCTETS),
            upload("more", "c", "333", OCTETS),
        ],
    ),
)


def user(number: int) -> dict[str, Any]:
    return {"username": f"user{number}", "full_name": None}


ANSWERS = (
    Call("GET /users/", lambda shop: shop.users.list(limit=3), None, [*map(user, range(7))]),
    Call("GET /pets/{name}", lambda shop: shop.pets.retrieve("cat"), None, {"meows": True}),
    Call(
        "GET /pets/{name}",
        lambda shop: shop.pets.retrieve("dog"),
        None,
        {"barks": True, "owner": user(0)},
    ),
    Call(
        "GET /shapes/",
        lambda shop: shop.shapes.list(),
        None,
        [{"kind": "square", "side": 1.5}, {"kind": "circle", "radius": 2.0}],
    ),
    Call("GET /sparse/", lambda shop: shop.sparse.retrieve(), None, {"name": "only"}),
    Call("GET /nothing/", lambda shop: shop.nothing.retrieve()),
    Call(
        "GET /untyped/",
        lambda shop: shop.untyped.retrieve(),
        None,
        {"message": "Hello World"},
    ),
    Call("GET /export/", lambda shop: shop.export.retrieve(), None, BYTES),
    Call("GET /report/", lambda shop: shop.report.retrieve(), None, BYTES),
    Call("GET /image/", lambda shop: shop.image.retrieve(), None, BYTES),
    Call("GET /image-beside/", lambda shop: shop.image_beside.retrieve(), None, BYTES),
    Call("GET /image-or-user/", lambda shop: shop.image_or_user.retrieve(), None, user(0)),
    Call(
        "GET /image-or-user/",
        lambda shop: shop.image_or_user.retrieve(image=True),
        None,
        BYTES,
    ),
    Call("GET /plain/", lambda shop: shop.plain.retrieve(), None, "Hello Wörld"),
    Call("GET /html/", lambda shop: shop.html.retrieve(), None, "<p>Hello</p>"),
    Call("GET /stream/", lambda shop: shop.stream.retrieve(), None, BYTES),
    Call(
        "GET /stream-documented/",
        lambda shop: shop.stream_documented.retrieve(),
        None,
        b"onetwo",
    ),
    Call(
        "GET /events/",
        lambda shop: shop.events.retrieve(),
        None,
        [*map(user, range(3))],
        is_sample=True,
    ),
    Call("GET /raw-events/", lambda shop: shop.raw_events.retrieve(), None, ['{"n": 1}', "plain"]),
    Call(
        "POST /hand-written-events/",
        lambda shop: shop.hand_written_events.create(prompt="a bc d"),
        None,
        ["a", "bc", "d"],
    ),
    Call("GET /lines/", lambda shop: shop.lines.list(), None, [*map(user, range(3))]),
    Call("GET /gone/{name}", lambda shop: shop.gone.retrieve("here"), None, user(0)),
    Call(
        "GET /gone/{name}",
        lambda shop: shop.gone.retrieve("never"),
        None,
        ("NotFoundError", 404, {"detail": "never was"}),
        is_sample=True,
    ),
    Call(
        "GET /gone/{name}",
        lambda shop: shop.gone.retrieve("gone"),
        None,
        ("APIStatusError", 410, {"detail": "gone for good"}),
    ),
    Call(
        "GET /teapot/",
        lambda shop: shop.teapot.retrieve(),
        None,
        ("APIStatusError", 418, None),
    ),
    Call("PUT /tasks/{name}", lambda shop: shop.tasks.update("old"), None, user(0)),
    Call("PUT /tasks/{name}", lambda shop: shop.tasks.update("new"), None, {"detail": "made"}),
    Call("GET /moved/", lambda shop: shop.moved.retrieve(), drifts=("unexpected-body",)),
)
CREDENTIALS = (
    Call(
        "POST /token",
        lambda shop: shop.token.create(
            grant_type="password", username="ann", password="secret", scope="me you"
        ),
        {"username": "ann", "password": "secret", "scopes": ["me", "you"]},
        {"access_token": "token-of-ann", "token_type": "bearer"},
        is_sample=True,
    ),
    Call(
        "POST /token",
        lambda shop: shop.token.create(username="ann", password="wrong"),
        {"username": "ann", "password": "wrong", "scopes": []},
        ("BadRequestError", 400, None),
    ),
    Call(
        "GET /accounts/me/",
        lambda shop: shop.accounts.me.retrieve(),
        {"token": "token-of-ann", "scopes": ["me"]},
        ANN,
        is_sample=True,
    ),
    Call(
        "GET /basic/",
        lambda shop: shop.basic.retrieve(),
        {"username": "ann", "password": "p:s"},
        {"username": "ann", "password": "p:s"},
    ),
    Call(
        "GET /bearer/",
        lambda shop: shop.bearer.retrieve(),
        {"scheme": "Bearer", "credentials": "b1"},
        {"scheme": "Bearer", "credentials": "b1"},
    ),
    Call("GET /key/header/", lambda shop: shop.key.header.retrieve(), {"key": "h1"}, {"key": "h1"}),
    Call("GET /key/query/", lambda shop: shop.key.query.retrieve(), {"key": "q&1"}, {"key": "q&1"}),
    Call("GET /key/cookie/", lambda shop: shop.key.cookie.retrieve(), {"key": "c1"}, {"key": "c1"}),
)
CALLS = (*PARAMETERS, *BODIES, *ANSWERS, *CREDENTIALS)

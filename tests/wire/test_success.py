"""Answers of success that are not what the document describes, over a real server."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from .golden_client import Clients, Face, faces
from .server import Answer, Server, json_answer, serving

ORDER = {"id": 5, "note": "für"}


@pytest.fixture(scope="module")
def package(clients: Clients) -> ModuleType:
    return clients("answered")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(params=("synchronous", "asynchronous"))
def face(package: ModuleType, request: pytest.FixtureRequest) -> Face:
    return faces(package, "Answered")[request.param == "asynchronous"]


def call(face: Face, server: Server, act: Any, *answers: Answer, **settings: Any) -> Any:
    """What a call gives when the server answers so."""
    server.will(*answers)
    return face.run(act, base_url=server.url, **{"max_retries": 0, **settings})


def reported(
    face: Face, server: Server, act: Any, answer: Answer, **settings: Any
) -> tuple[Any, list[tuple[str, object]]]:
    """What a call gives, and the problem and the value of each drift that is reported."""
    drifts: list[Any] = []
    value = call(face, server, act, answer, on_drift=drifts.append, **settings)
    return value, [(drift.problem, drift.value) for drift in drifts]


def typed(body: bytes, kind: str | None, status: int = 200) -> Answer:
    return Answer(status, body, {} if kind is None else {"Content-Type": kind})


def create(client: Any) -> Any:
    return client.orders.create(id=5)


@pytest.mark.parametrize("status", [200, 201, 202])
@pytest.mark.parametrize(
    ("body", "kind", "problem", "value"),
    [
        (b"", None, "no-body", None),
        (b"", "application/json", "no-body", None),
        (b"", "text/xml", "no-body", None),
        (b" \r\n\t", "application/json", "no-body", None),
        (b"OK", "text/plain", "no-json", "OK"),
        (b"Created.\n", "text/html; charset=utf-8", "no-json", "Created."),
        (b"OK", None, "no-json", "OK"),
        (b"Queued", "application/json", "no-json", "Queued"),
        (b"Queued", "application/octet-stream", "no-json", "Queued"),
        (b"[INFO] {done}", "text/plain", "no-json", "[INFO] {done}"),
        ("für".encode("latin-1"), "text/plain; charset=latin-1", "no-json", "für"),
        ("für".encode("utf-16"), "text/plain", "no-json", "für"),
    ],
)
def test_a_success_without_json_is_a_model_without_fields(
    face: Face,
    server: Server,
    package: Any,
    status: int,
    body: bytes,
    kind: str | None,
    problem: str,
    value: object,
) -> None:
    answer = typed(body, kind, status)
    order, drifts = reported(face, server, create, answer)
    assert isinstance(order, package.models.Order)
    assert (order.model_fields_set, order.id, order.to_dict()) == (set(), None, {})
    assert drifts == [(problem, value)]
    assert len(server.sent) == 1
    with pytest.raises(package.APIResponseValidationError) as raised:
        call(face, server, create, answer, strict_responses=True)
    assert [drift.problem for drift in raised.value.drifts] == [problem]


@pytest.mark.parametrize(
    ("body", "kind", "said"),
    [
        # A proxy's page: the call may never have got to the API.
        (b"<!DOCTYPE html><title>Log in", "text/html", "text/html, not JSON: <!DOCTYPE"),
        (b"  <html>", "text/plain", "text/plain, not JSON: "),
        (b"<html>", "application/json", "not valid JSON"),
        (b"<order/>", "application/xml", "application/xml, not JSON: <order/>"),
        (b"a;b", "text/csv", "text/csv, not JSON: a;b"),
        # Of what breaks off, the rest is lost.
        (b'{"id": 5, "no', "application/json", "not valid JSON"),
        (b'{"id": 5, "no', None, "not valid JSON"),
        (b"[{", "application/json", "not valid JSON"),
        (b'"O', "application/json", "not valid JSON"),
        (b"\x89PNG\r\n\x1a\n\0", "image/png", "image/png, not JSON"),
        (b"PK\3\4", "application/octet-stream", "application/octet-stream, not JSON"),
        (b"data: 1\n\n", "text/event-stream", "text/event-stream, not JSON"),
    ],
)
def test_what_is_no_word_of_success_raises(
    face: Face, server: Server, package: Any, body: bytes, kind: str | None, said: str
) -> None:
    with pytest.raises(package.APIResponseValidationError, match=said) as raised:
        call(face, server, create, typed(body, kind, 201))
    assert (raised.value.status_code, raised.value.body) == (201, body.decode("utf-8", "replace"))


@pytest.mark.parametrize("name", ["names", "counts", "total", "word", "last", "either", "whatever"])
def test_other_types_without_json_are_empty_or_the_text(
    face: Face, server: Server, name: str
) -> None:
    def retrieve(client: Any) -> Any:
        methods = getattr(client, name)
        return methods.list() if name == "names" else methods.retrieve()

    empty, text = {
        "names": ([], []),
        "counts": ({}, {}),
        "total": (None, None),
        "word": ("", "done"),
        "last": (None, {}),
        # Neither of two models is claimed.
        "either": (None, None),
        "whatever": (None, "done"),
    }[name]
    value, drifts = reported(face, server, retrieve, typed(b"", "application/json"))
    assert value == empty
    # None is documented there.
    assert drifts == ([] if name == "last" else [("no-body", None)])
    value, drifts = reported(face, server, retrieve, typed(b" done\n", "text/plain"))
    assert (value if name != "last" else value.to_dict()) == text
    assert drifts == [("no-json", "done")]


@pytest.mark.parametrize(
    "kind",
    [
        *("text/plain", "text/html", "application/octet-stream", "application/hal+json", None),
        *("application/json; charset=idna", "application/json;charset=undefined", "image/png"),
    ],
)
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"]
)
def test_json_is_read_by_whatever_name_it_comes(
    face: Face, server: Server, kind: str | None, encoding: str
) -> None:
    body = json.dumps(ORDER, ensure_ascii=False).encode(encoding)
    order, drifts = reported(face, server, create, typed(body, kind), strict_responses=True)
    assert (order.to_dict(), drifts) == (ORDER, [])


def test_the_charset_of_json_counts_where_it_is_not_in_utf_8(face: Face, server: Server) -> None:
    for encoding in ("utf-8", "iso-8859-1"):
        body = json.dumps(ORDER, ensure_ascii=False).encode(encoding)
        answer = typed(body, "application/json; charset=ISO-8859-1")
        assert call(face, server, create, answer).note == "für"


@pytest.mark.parametrize("name", ["close", "pay"])
@pytest.mark.parametrize("status", [200, 201, 204])
def test_what_has_no_content_by_its_status_misses_none(
    face: Face, server: Server, package: Any, status: int, name: str
) -> None:
    def act(client: Any) -> Any:
        return getattr(client.orders, name)("1")

    answer = Answer(204) if status == 204 else json_answer({"id": 5}, status)
    order, drifts = reported(face, server, act, answer, strict_responses=True)
    assert isinstance(order, package.models.Order)
    assert (order.id, drifts) == (None if status == 204 else 5, [])


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b'{"gone": true}', "application/json"),
        (b"gone", "text/plain"),
        (b"%PDF\0", "application/pdf"),
        (b"gone", None),
    ],
)
def test_a_body_that_is_not_described_is_reported_and_kept(
    face: Face, server: Server, package: Any, body: bytes, kind: str | None
) -> None:
    def delete(client: Any) -> Any:
        return client.orders.delete("1")

    answer = typed(body, kind)
    value, drifts = reported(face, server, delete, answer)
    assert (value, drifts) == (None, [("unexpected-body", body)])
    with pytest.raises(package.APIResponseValidationError, match="that the document does not"):
        call(face, server, delete, answer, strict_responses=True)
    for empty in (typed(b"", kind), typed(b"\r\n", kind), Answer(204)):
        assert reported(face, server, delete, empty) == (None, [])

    def raw(client: Any) -> Any:
        response = client.orders.with_raw_response.delete("1")
        return response.read(), response.text(), response.parse()

    async def araw(client: Any) -> Any:
        response = await client.orders.with_raw_response.delete("1")
        return await response.read(), await response.text(), await response.parse()

    text = body.decode()
    assert call(face, server, araw if face.is_async else raw, answer) == (body, text, None)


@pytest.mark.parametrize(
    "charset",
    [
        *("idna", "undefined", "rot13", "zlib", "hex", "base64", "punycode", "unicode_escape"),
        *("no-such", "utf-8", "x" * 5_000, "a\u00fcb", "../../x", '"utf-8"', "mbcs", ""),
    ],
)
def test_no_charset_raises_anything_bare(
    face: Face, server: Server, package: Any, charset: str
) -> None:
    body = b"f\xc3\xbcr \\d\\N{x} xn--\xff"
    text = body.decode("utf-8", "replace")
    kind = f"text/plain; charset={charset}"

    def raw(client: Any) -> Any:
        response = client.orders.with_raw_response.delete("1")
        return response.text(), list(response.iter_lines())

    async def araw(client: Any) -> Any:
        response = await client.orders.with_raw_response.delete("1")
        return await response.text(), [line async for line in response.iter_lines()]

    act = araw if face.is_async else raw
    assert call(face, server, act, typed(body, kind)) == (text, [text])
    order, drifts = reported(face, server, create, typed(body, kind))
    assert (order.to_dict(), drifts) == ({}, [("no-json", text)])
    with pytest.raises(package.NotFoundError) as raised:
        call(face, server, create, typed(body, kind, 404))
    assert raised.value.body == text


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ({"title": "No", "causes": ["a"]}, "No"),
        ({"title": "No", "more": {}}, "No"),
        ({"title": "No", "code": "5"}, "No"),
        ({"title": 5}, 5),
        # FastAPI's HTTPException has a text where the list of a 422 is documented.
        ({"title": "No", "causes": "gone"}, None),
        ({"title": {"text": "No"}}, None),
        ({"title": ["No"]}, None),
        (["No"], None),
    ],
)
def test_an_error_of_another_shape_is_no_error_of_the_document(
    face: Face, server: Server, package: Any, body: Any, title: object
) -> None:
    with pytest.raises(package.NotFoundError) as raised:
        call(face, server, create, json_answer(body, 404))
    assert raised.value.body == body
    assert getattr(raised.value.error, "title", None) == title


@pytest.mark.parametrize(
    ("body", "kind", "value"),
    [
        (b"\x89PNG\r\n\x1a\n\0", "image/png", b"\x89PNG\r\n\x1a\n\0"),
        (b"PK\3\4", "application/octet-stream", b"PK\3\4"),
        ("ü;2\n".encode("latin-1"), "text/csv; charset=latin-1", "ü;2\n"),
        (b"data: 1\n\n", "text/event-stream", "data: 1\n\n"),
        (b"<a/>", "application/xml", b"<a/>"),
    ],
)
def test_what_is_documented_as_json_of_any_type_may_be_something_else(
    face: Face, server: Server, package: Any, body: bytes, kind: str, value: object
) -> None:
    """As FastAPI documents `FileResponse`, `StreamingResponse` and all that it does not know."""

    def retrieve(client: Any) -> Any:
        return client.whatever.retrieve()

    assert reported(face, server, retrieve, typed(body, kind)) == (value, [("no-json", body)])
    with pytest.raises(package.APIResponseValidationError, match="in place of JSON"):
        call(face, server, retrieve, typed(body, kind), strict_responses=True)


@pytest.mark.parametrize(
    ("body", "kind"), [(b"<html>", "text/html"), (b"{", "application/json"), (b"[1", None)]
)
def test_no_proxys_page_and_no_broken_json_is_json_of_any_type(
    face: Face, server: Server, package: Any, body: bytes, kind: str | None
) -> None:
    with pytest.raises(package.APIResponseValidationError):
        call(face, server, lambda client: client.whatever.retrieve(), typed(body, kind))


def test_a_typed_error_is_read_behind_a_byte_order_mark(
    face: Face, server: Server, package: Any
) -> None:
    body = codecs.BOM_UTF8 + b'{"title": "No"}'
    with pytest.raises(package.NotFoundError, match="No") as raised:
        call(face, server, create, typed(body, "text/html", 404))
    assert raised.value.body == {"title": "No"}
    assert raised.value.error.title == "No"


def test_json_that_is_in_no_encoding_is_a_value_error(face: Face, server: Server) -> None:
    def raw(client: Any) -> Any:
        with pytest.raises(ValueError, match="not in UTF-8") as raised:
            client.orders.with_raw_response.delete("1").json()
        return type(raised.value)

    async def araw(client: Any) -> Any:
        response = await client.orders.with_raw_response.delete("1")
        with pytest.raises(ValueError, match="not in UTF-8") as raised:
            await response.json()
        return type(raised.value)

    act = araw if face.is_async else raw
    assert call(face, server, act, typed(b'"\xff"', "application/json")) is ValueError


@pytest.mark.parametrize("status", [400, 404, 429, 500, 503])
def test_an_error_that_is_too_large_is_cut_and_keeps_its_class(
    face: Face, server: Server, package: Any, status: int
) -> None:
    body = b'{"title": "' + b"x" * 5_000 + b'"}'
    with pytest.raises(package.APIStatusError) as raised:
        call(
            face, server, create, typed(body, "application/json", status), max_response_bytes=1_000
        )
    error = raised.value
    expected = {400: "BadRequestError", 404: "NotFoundError", 429: "RateLimitError"}
    assert type(error).__name__ == expected.get(status, "InternalServerError")
    assert (error.status_code, error.error) == (status, None)
    assert error.body == body[:1_000].decode() + " [cut at 1,000 bytes]"
    assert error.response.is_truncated
    assert len(error.response.content) == 1_000


def test_an_error_that_is_just_small_enough_is_whole(
    face: Face, server: Server, package: Any
) -> None:
    body = b'{"title": "No"}'
    with pytest.raises(package.NotFoundError) as raised:
        call(face, server, create, typed(body, None, 404), max_response_bytes=len(body))
    assert (raised.value.body, raised.value.response.is_truncated) == ({"title": "No"}, False)
    with pytest.raises(package.NotFoundError) as raised:
        call(face, server, create, typed(b"123", None, 404), max_response_bytes=2)
    # What is left of a number is another number.
    assert raised.value.body == "12 [cut at 2 bytes]"


def test_an_error_that_is_too_large_is_tried_again(face: Face, server: Server) -> None:
    large = Answer(503, b"x" * 5_000, {"Retry-After": "0"})
    answers = (large, large, json_answer({"id": 5}))
    assert call(face, server, create, *answers, max_response_bytes=1_000, max_retries=2).id == 5
    assert len(server.sent) == 3

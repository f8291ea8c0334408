"""Answers of every kind that a document can describe, over a real server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from .golden_client import Clients, Face, faces
from .server import Answer, Server, json_answer, serving


@pytest.fixture(scope="module")
def package(clients: Clients) -> ModuleType:
    return clients("answers")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(params=("synchronous", "asynchronous"))
def face(package: ModuleType, request: pytest.FixtureRequest) -> Face:
    return faces(package, "Answers")[request.param == "asynchronous"]


def call(face: Face, server: Server, act: Any, *answers: Answer, **settings: Any) -> Any:
    """What a call gives when the server answers so."""
    server.will(*answers)
    return face.run(act, base_url=server.url, **{"max_retries": 0, **settings})


def accept(server: Server) -> str:
    return server.sent[-1].headers["accept"]


def text_answer(body: bytes, kind: str | None = None) -> Answer:
    return Answer(200, body, {} if kind is None else {"Content-Type": kind})


def test_each_status_is_read_as_its_own_type(face: Face, server: Server, package: Any) -> None:
    def create(client: Any) -> Any:
        return client.jobs.create()

    done = call(face, server, create, json_answer({"id": 5}))
    assert isinstance(done, package.models.Job)
    assert done.id == 5
    assert accept(server) == "application/json"
    waiting = call(face, server, create, json_answer({"ticket": "t"}, 202))
    assert isinstance(waiting, package.models.Ticket)
    assert call(face, server, create, Answer(204)) is None


def test_a_status_within_a_documented_range_is_read_so(face: Face, server: Server) -> None:
    answer = json_answer({"id": 5}, 206, Content_Type="application/hal+json")
    assert call(face, server, lambda client: client.jobs.retrieve("1"), answer).id == 5
    assert accept(server) == "application/hal+json"


def test_the_media_type_that_comes_decides(face: Face, server: Server, package: Any) -> None:
    def report(client: Any) -> Any:
        return client.jobs.report.list("1")

    (job,) = call(face, server, report, json_answer([{"id": 5}]))
    assert isinstance(job, package.models.Job)
    assert accept(server) == "application/json, text/csv, application/pdf"
    assert call(face, server, report, text_answer(b"a;b", "text/csv; charset=utf-8")) == "a;b"
    pdf = call(face, server, report, text_answer(b"%PDF", "application/pdf"))
    assert isinstance(pdf, package.Download)
    assert (pdf, pdf.content_type) == (b"%PDF", "application/pdf")
    with pytest.raises(package.APIResponseValidationError, match="text/html, not JSON"):
        call(face, server, report, text_answer(b"<p>Busy", "text/html"))


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("für".encode(), None),
        ("für".encode(), "text/plain"),
        ("für".encode("latin-1"), "text/plain; charset=ISO-8859-1"),
        ("für".encode("utf-16"), "text/plain"),
        ("für".encode("utf-8-sig"), "text/plain; charset=utf-8"),
        ("für".encode(), "text/plain; charset=no-such"),
        (json.dumps("für").encode(), "application/json"),
        ("für".encode(), "application/json"),
    ],
)
def test_text_is_decoded_as_it_says(
    face: Face, server: Server, body: bytes, kind: str | None
) -> None:
    log = call(face, server, lambda client: client.jobs.log.retrieve("1"), text_answer(body, kind))
    assert log == "für"
    assert accept(server) == "text/plain, application/xml"


def test_xml_is_text_in_the_encoding_that_it_declares(face: Face, server: Server) -> None:
    text = "<?xml version='1.0' encoding='ISO-8859-1'?><a>für</a>"
    answer = text_answer(text.encode("latin-1"), "application/xml")
    assert call(face, server, lambda client: client.jobs.log.retrieve("1"), answer) == text


def test_a_number_as_plain_text_is_a_number(face: Face, server: Server, package: Any) -> None:
    def count(client: Any) -> Any:
        return client.jobs.count("1")

    assert call(face, server, count, text_answer(b"42", "text/plain")) == 42
    with pytest.raises(package.APIResponseValidationError, match="not valid JSON"):
        call(face, server, count, text_answer(b"many", "text/plain"))


def test_plain_text_without_a_type_is_text(face: Face, server: Server) -> None:
    def clock(client: Any) -> Any:
        return client.jobs.clock.retrieve("1")

    answer = text_answer(b"20230415T084153", "text/plain")
    assert call(face, server, clock, answer) == "20230415T084153"


def test_the_answer_to_head_has_no_body(face: Face, server: Server) -> None:
    def check(client: Any) -> Any:
        return client.jobs.check_job("1")

    assert call(face, server, check, json_answer({"id": 5})) is None
    assert server.sent[0].method == "HEAD"


@pytest.mark.parametrize(
    ("status", "body", "model"),
    [
        (409, {"title": "Taken"}, "Problem"),
        (418, {"fault": "Teapot"}, "Fault"),
        (500, {"trace": "..."}, "CreateJobError"),
    ],
)
def test_an_error_is_of_the_type_of_its_status(
    face: Face, server: Server, package: Any, status: int, body: dict[str, str], model: str
) -> None:
    with pytest.raises(package.APIStatusError) as raised:
        call(face, server, lambda client: client.jobs.create(), json_answer(body, status))
    assert type(raised.value.error) is getattr(package.models, model)
    assert raised.value.error.to_dict() == raised.value.body == body


def test_a_single_type_of_errors_holds_for_every_status(
    face: Face, server: Server, package: Any
) -> None:
    answer = json_answer({"title": "No"}, 422, Content_Type="application/problem+json")
    with pytest.raises(package.UnprocessableEntityError) as raised:
        call(face, server, lambda client: client.jobs.retrieve("1"), answer)
    assert type(raised.value.error) is package.models.Problem


def test_not_modified_is_no_success(face: Face, server: Server, package: Any) -> None:
    with pytest.raises(package.APIStatusError) as raised:
        call(face, server, lambda client: client.jobs.retrieve("1"), Answer(304), max_retries=2)
    assert (raised.value.status_code, raised.value.error, len(server.sent)) == (304, None, 1)

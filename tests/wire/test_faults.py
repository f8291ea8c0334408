"""What a call does when the server or the network misbehaves, over real connections."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from telnyx_external_connections import (
    APIConnectionError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    AsyncTelnyx,
    ConflictError,
    Drift,
    InternalServerError,
    NotFoundError,
    RateLimitError,
    RequestValidationError,
    RetryPolicy,
    Telnyx,
    UnprocessableEntityError,
)

from .senders import SENDERS, Sender
from .server import Answer, Exchange, Server, json_answer, serving

OK = json_answer({"data": {"id": "1", "external_sip_connection": "zoom", "active": True}})
ID = "1293384261075731499"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(params=SENDERS)
def retrieve(request: pytest.FixtureRequest, server: Server) -> Any:
    """One `retrieve` by a client of either kind over a transport, with these settings."""
    sender = Sender(request.param, server)

    def one(**settings: Any) -> Any:
        given = {"api_key": "KEY", "base_url": f"{server.url}/v2", "max_retries": 2, **settings}
        return sender.run(lambda client: client.external_connections.retrieve(ID), **given)

    return one


def error(status: int, **headers: str) -> Answer:
    problem = {"code": "10015", "title": "Invalid", "detail": "Check the value."}
    return json_answer({"errors": [problem]}, status, **headers)


def cut(exchange: Exchange) -> None:
    """Promise a body, and close the connection in the middle of it."""
    exchange.send_response(200)
    exchange.send_header("Content-Type", "application/json")
    exchange.send_header("Content-Length", "1000")
    exchange.end_headers()
    exchange.wfile.write(b'{"data": ')
    exchange.wfile.flush()
    exchange.connection.shutdown(socket.SHUT_RDWR)
    exchange.close_connection = True


def silence(exchange: Exchange) -> None:
    """Say nothing until the client is gone."""
    exchange.connection.recv(1)
    exchange.close_connection = True


@pytest.mark.parametrize(
    "headers", [{"Retry_After": "0"}, {"retry_after_ms": "20"}], ids=["seconds", "milliseconds"]
)
def test_429_is_tried_again_when_the_server_says(
    server: Server, retrieve: Any, naps: list[float], headers: dict[str, str]
) -> None:
    server.will(error(429, **headers), OK)
    # The usual delay would be longer than the call may take.
    policy = RetryPolicy(first_delay=3600, longest_delay=3600)
    assert retrieve(retry_policy=policy, deadline=600).data.id == "1"
    assert len(server.sent) == 2
    assert naps == [0.02 if "retry_after_ms" in headers else 0]


def test_429_is_tried_again_at_the_date_that_the_server_says(
    server: Server, retrieve: Any, naps: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime(2026, 1, 31, 12, tzinfo=UTC)
    monkeypatch.setattr("time.time", now.timestamp)
    date = now + timedelta(seconds=2)
    server.will(error(429, Retry_After=format_datetime(date, usegmt=True)), OK)
    assert retrieve().data.id == "1"
    assert naps == [2]


def test_500_twice_then_200(server: Server, retrieve: Any) -> None:
    again = {"retry_after_ms": "1"}
    server.will(error(500, **again), error(503, **again), OK)
    assert retrieve().data.id == "1"
    assert len(server.sent) == 3


def test_the_last_error_is_raised_when_tries_run_out(server: Server, retrieve: Any) -> None:
    server.will(error(429, retry_after_ms="1", x_request_id="req-1"))
    with pytest.raises(RateLimitError) as caught:
        retrieve(max_retries=1)
    assert len(server.sent) == 2
    problem = caught.value
    assert problem.status_code == 429
    assert problem.request_id == "req-1"
    assert problem.body == {
        "errors": [{"code": "10015", "title": "Invalid", "detail": "Check the value."}]
    }


def test_the_server_decides_whether_to_try_again(server: Server, retrieve: Any) -> None:
    server.will(error(500, x_should_retry="false"))
    with pytest.raises(InternalServerError):
        retrieve()
    assert len(server.sent) == 1
    server.will(error(400, x_should_retry="true", retry_after_ms="1"), OK)
    assert retrieve().data.id == "1"


def test_what_no_retry_helps_is_raised_at_once(server: Server, retrieve: Any) -> None:
    for status, kind in ((404, NotFoundError), (422, UnprocessableEntityError)):
        server.will(error(status))
        with pytest.raises(kind) as caught:
            retrieve()
        assert len(server.sent) == 1
        # The document's own error model.
        assert caught.value.error.errors[0].code == "10015"
        assert "KEY" not in repr(caught.value) + str(caught.value)
    server.will(error(409, retry_after_ms="1"))
    with pytest.raises(ConflictError):
        retrieve(max_retries=1)
    assert len(server.sent) == 2


def test_a_connection_closed_in_the_middle_of_an_answer(server: Server, retrieve: Any) -> None:
    server.will(Answer(act=cut))
    with pytest.raises(APIConnectionError):
        retrieve(max_retries=0)
    server.will(Answer(act=cut), OK)
    assert retrieve().data.id == "1"


def test_a_slow_answer(server: Server, retrieve: Any) -> None:
    server.will(Answer(act=silence))
    with pytest.raises(APITimeoutError):
        retrieve(timeout=0.1, max_retries=0)
    server.will(Answer(act=silence), OK)
    assert retrieve(timeout=1).data.id == "1"
    assert len(server.sent) == 2


def test_nobody_listens(retrieve: Any, server: Server) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    client = Telnyx("KEY", base_url=f"http://127.0.0.1:{port}", max_retries=0)
    with client, pytest.raises(APIConnectionError):
        client.external_connections.retrieve(ID)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b'{"data": ', "application/json"),
        (b"<html>gateway</html>", "text/html"),
    ],
    ids=["invalid JSON", "no JSON"],
)
def test_an_answer_that_cannot_be_read(
    server: Server, retrieve: Any, body: bytes, kind: str
) -> None:
    server.will(Answer(200, body, {"Content-Type": kind}))
    with pytest.raises(APIResponseValidationError) as caught:
        retrieve()
    assert caught.value.status_code == 200
    assert len(server.sent) == 1


ODD = {
    "data": {
        "id": None,
        "external_sip_connection": "teams",
        "active": "maybe",
        "brand_new": {"a": 1},
        "outbound": {"channel_limit": 5},
    }
}


def test_an_answer_that_is_not_as_documented_is_kept_and_reported(
    server: Server, retrieve: Any
) -> None:
    reported: list[Drift] = []
    server.will(json_answer(ODD))
    connection = retrieve(on_drift=reported.append)
    assert json.loads(connection.to_json()) == ODD
    assert connection.data.external_sip_connection == "teams"
    assert connection.data.brand_new == {"a": 1}
    assert connection.data.outbound.channel_limit == 5
    assert {drift.pointer for drift in reported} == {
        "/data/id",
        "/data/external_sip_connection",
        "/data/active",
        "/data/brand_new",
    }


def test_strict_responses_raise_instead(server: Server, retrieve: Any) -> None:
    server.will(json_answer(ODD))
    with pytest.raises(APIResponseValidationError) as caught:
        retrieve(strict_responses=True)
    assert "/data/" in str(caught.value)


def test_without_drift_nothing_is_reported(server: Server, retrieve: Any) -> None:
    reported: list[Drift] = []
    server.will(OK)
    retrieve(on_drift=reported.append)
    assert reported == []


def test_a_redirect_to_another_host_is_refused(server: Server, retrieve: Any) -> None:
    with serving() as other:
        other.will(OK)
        server.will(Answer(307, headers={"Location": f"{other.url}/v2/steal"}))
        with pytest.raises(APIStatusError, match=r"127\.0\.0\.1"):
            retrieve()
        assert other.sent == []


def test_a_redirect_on_the_same_host_is_followed(server: Server, retrieve: Any) -> None:
    server.will(Answer(307, headers={"Location": "/v2/moved"}), OK)
    assert retrieve().data.id == "1"
    assert [sent.target for sent in server.sent][-1] == "/v2/moved"
    assert server.sent[-1].headers["authorization"] == "Bearer KEY"


def test_204_where_a_body_is_documented(server: Server, retrieve: Any) -> None:
    reported: list[Drift] = []
    server.will(Answer(204))
    assert retrieve(on_drift=reported.append).data is None
    assert [drift.problem for drift in reported] == ["no-body"]
    with pytest.raises(APIResponseValidationError):
        retrieve(strict_responses=True)


def test_10_megabytes(server: Server, retrieve: Any) -> None:
    big = {"data": {"id": "1", "tags": ["x" * 1024] * 10_240}}
    server.will(json_answer(big))
    assert len(retrieve().data.tags) == 10_240


@pytest.mark.parametrize(
    ("arguments", "reported"),
    [
        ({"external_sip_connection": "teams"}, "external_sip_connection"),
        ({"webhook_timeout_secs": 31}, "webhook_timeout_secs"),
        ({"webhook_event_url": "no url"}, "webhook_event_url"),
        ({"outbound": {"channel_limit": "ten"}}, "outbound.channel_limit"),
        ({"tags": "tag"}, "tags"),
    ],
)
def test_a_wrong_request_is_not_sent(
    server: Server, arguments: dict[str, Any], reported: str
) -> None:
    server.will(OK)
    good: dict[str, Any] = {"external_sip_connection": "zoom", "outbound": {}}
    with Telnyx("KEY", base_url=f"{server.url}/v2") as client:
        with pytest.raises(RequestValidationError, match=reported):
            client.external_connections.create(**{**good, **arguments})
        assert server.sent == []
        unchecked = client.with_options(validate_requests=False)
        unchecked.external_connections.create(**{**good, **arguments})
        assert len(server.sent) == 1


@pytest.mark.parametrize("value", ["", None])
def test_an_empty_path_argument_is_refused(server: Server, value: Any) -> None:
    server.will(OK)
    with (
        Telnyx("KEY", base_url=f"{server.url}/v2", validate_requests=False) as client,
        pytest.raises(RequestValidationError) as caught,
    ):
        client.external_connections.retrieve(value)
    assert f"Expected a non-empty value for `id` but received {value!r}" in str(caught.value)
    assert server.sent == []


@pytest.mark.parametrize("value", ["a/b", "..", ".", "a?b#c", "%2e%2e", "a\r\nb", "ü", "a b"])
def test_a_path_argument_stays_one_segment(server: Server, value: str, retrieve: Any) -> None:
    server.will(OK)
    with Telnyx("KEY", base_url=f"{server.url}/v2") as client:
        client.external_connections.retrieve(value)
    (sent,) = server.sent
    head, _, last = sent.target.rpartition("/")
    assert head == "/v2/external_connections"
    from urllib.parse import unquote

    assert unquote(last) == value
    assert last not in (".", "..")


def test_one_idempotency_key_for_all_tries_of_a_call(server: Server) -> None:
    server.will(error(500, retry_after_ms="1"), OK, OK)
    with Telnyx("KEY", base_url=f"{server.url}/v2") as client:
        for _ in range(2):
            client.external_connections.create(external_sip_connection="zoom", outbound={})
    first, second, third = (sent.headers["idempotency-key"] for sent in server.sent)
    assert first == second != third


def test_pages_are_walked_sync_and_async(server: Server) -> None:
    def page(number: int) -> Answer:
        meta = {"page_number": number, "total_pages": 3, "page_size": 2, "total_results": 6}
        return json_answer({"data": [{"id": f"{number}a"}, {"id": f"{number}b"}], "meta": meta})

    ids = [f"{number}{letter}" for number in (1, 2, 3) for letter in "ab"]
    targets = [f"page%5Bnumber%5D={number}" for number in (2, 3)]
    server.will(page(1), page(2), page(3))
    with Telnyx("KEY", base_url=f"{server.url}/v2") as client:
        first = client.external_connections.list(page_size=2)
        assert first.has_next_page()
        assert first.meta is not None
        assert first.meta.total_pages == 3
        assert [connection.id for connection in first] == ids
        server.will(page(3))
        last = client.external_connections.list(page_number=3)
        assert not last.has_next_page()
    server.will(page(1), page(2), page(3))

    async def run() -> list[str | None]:
        async with AsyncTelnyx("KEY", base_url=f"{server.url}/v2") as client:
            return [item.id async for item in client.external_connections.list(page_size=2)]

    assert asyncio.run(run()) == ids
    sent = [exchange.target for exchange in server.sent]
    assert [target for part in targets for target in sent if part in target] == sent[1:]
    assert all("page%5Bsize%5D=2" in target for target in sent)


def test_raw_and_streaming_answers(server: Server) -> None:
    server.will(json_answer({"data": {"id": "1"}}, x_request_id="req-2"))

    async def run() -> None:
        async with AsyncTelnyx("KEY", base_url=f"{server.url}/v2") as client:
            raw = await client.external_connections.with_raw_response.retrieve(ID)
            assert (raw.status_code, raw.request_id) == (200, "req-2")
            connection = await raw.parse()
            assert connection.data is not None
            async with client.external_connections.with_streaming_response.retrieve(ID) as stream:
                assert (
                    b"".join([part async for part in stream.iter_bytes()])
                    == b'{"data": {"id": "1"}}'
                )

    with Telnyx("KEY", base_url=f"{server.url}/v2") as client:
        raw = client.external_connections.with_raw_response.retrieve(ID)
        assert raw.status_code == 200
        assert raw.headers["X-Request-Id"] == "req-2"
        connection = raw.parse()
        assert connection.data is not None
        assert connection.data.id == "1"
        with client.external_connections.with_streaming_response.retrieve(ID) as stream:
            assert b"".join(stream.iter_bytes()) == b'{"data": {"id": "1"}}'
    asyncio.run(run())

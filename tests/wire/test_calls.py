"""Every call, sync and async, over a real server: what left, what came back, and what the document
says of both.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator
from typing import Any

import pytest
from telnyx_external_connections import Telnyx

from .calls import CALLS, Call
from .document import approves, operations, success
from .senders import SENDERS, Sender
from .server import Answer, Server, json_answer, serving

KEY = "KEY0123_secret"

each_call = pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


def returns(server: Server, call: Call) -> tuple[Answer, Any]:
    """Let the server answer with the document's example."""
    status, value = success(call.operation)
    answer = json_answer(value, status)
    server.will(answer)
    return answer, value


def check(server: Server, call: Call, answer: Answer, name: str) -> None:
    """What left is what was to be sent, and the document approves of the exchange."""
    (sent,) = server.sent
    method = call.operation.split()[0]
    assert (sent.method, sent.target) == (method, call.target)
    assert sent.headers["authorization"] == f"Bearer {KEY}"
    assert sent.headers["accept"] == "application/json"
    assert sent.headers["host"] == server.url.removeprefix("http://")
    assert sent.headers["user-agent"].startswith("Telnyx/2.0.0 ")
    assert sent.body == (call.body or b"")
    kind = sent.headers.get("content-type")
    # aiohttp adds a type to a POST without a body, unless its session has an option against it.
    kind = None if name == "httpx-aiohttp" and not sent.body and method == "POST" else kind
    assert kind == (None if call.body is None else "application/json")
    assert ("idempotency-key" in sent.headers) == (method != "GET")
    approves(sent, answer)


def test_every_operation_of_the_document_is_called() -> None:
    assert {call.operation for call in CALLS} == set(operations())


@pytest.mark.parametrize("name", SENDERS)
@each_call
def test_call(call: Call, name: str, server: Server) -> None:
    def make(client: Any) -> Any:
        result = call.make(client)
        assert inspect.isawaitable(result) == SENDERS[name][0]
        return result

    answer, value = returns(server, call)
    sender = Sender(name, server)
    result = sender.run(make, api_key=KEY, base_url=f"{server.url}/v2")
    check(server, call, answer, name)
    assert json.loads(result.to_json()) == value


def test_the_answer_of_the_page_to_the_byte(server: Server) -> None:
    page = (
        b'{"data":{"id":"1930241863466354012","record_type":"external_connection",'
        b'"external_sip_connection":"zoom","credential_active":false,"active":false,'
        b'"created_at":"2022-06-29T19:23:59Z","updated_at":"2022-06-29T19:39:47Z",'
        b'"outbound":{"outbound_voice_profile_id":"1911630617284445511"}}}'
    )
    server.will(Answer(201, page, {"Content-Type": "application/json"}))
    with Telnyx(KEY, base_url=f"{server.url}/v2") as client:
        raw = client.external_connections.with_raw_response.create(
            external_sip_connection="zoom", outbound={}
        )
    assert raw.read() == page
    connection = raw.parse()
    assert json.loads(connection.to_json()) == json.loads(page)
    assert connection.data is not None
    assert connection.data.outbound is not None
    assert connection.data.outbound.outbound_voice_profile_id == "1911630617284445511"

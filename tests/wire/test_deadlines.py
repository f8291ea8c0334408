"""The deadline of a synchronous call, over each library that sends it; see `test_retries`."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from telnyx_external_connections import APITimeoutError, RetryPolicy, Telnyx

from .senders import SENDERS, Sender
from .server import Answer, Exchange, Server, json_answer, serving, until

MOST = 1_000
"""Pieces that no call with a deadline waits for: they would take 20 seconds and more."""
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
EMPTY_BLOCK = b"\x00\x00\x00\xff\xff"
"""A block of deflate without content (RFC 1951, 3.2.4): it decodes to nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(params=[name for name, (is_async, _) in SENDERS.items() if not is_async])
def sender(request: pytest.FixtureRequest, server: Server) -> Sender:
    return Sender(request.param, server)


class Dripping:
    """An answer that never ends: what `start` begins, and then a piece after the other."""

    def __init__(self, start: bytes, piece: bytes) -> None:
        self._start, self._piece = start, piece
        self.count = 0
        self.is_over = threading.Event()

    def __call__(self, exchange: Exchange) -> None:
        try:
            exchange.wfile.write(self._start)
            while self.count < MOST and not self.is_over.wait(0.02):
                exchange.wfile.write(self._piece)
                self.count += 1
        except OSError:
            pass  # The client has gone away, as it should.
        exchange.close_connection = True
        self.is_over.set()


def length(content: int) -> bytes:
    return HEAD + b"Content-Length: %d\r\n\r\n" % content


BODIES: dict[str, tuple[bytes, bytes]] = {
    "spaces": (length(1_000_000), b" "),
    "chunks": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
    "an error": (length(1_000_000).replace(b"200 OK", b"404 None"), b"x"),
    "gzip that decodes to nothing": (
        HEAD + b"Content-Encoding: gzip\r\nContent-Length: 1000000\r\n\r\n"
        b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03",
        EMPTY_BLOCK,
    ),
}


@pytest.mark.parametrize("body", BODIES)
def test_a_body_that_drips_is_cut_at_the_deadline(sender: Sender, body: str) -> None:
    dripping = Dripping(*BODIES[body])
    sender.server.will(Answer(act=dripping))
    at_once = RetryPolicy(first_delay=0)
    with pytest.raises(APITimeoutError, match=r"within its deadline of 0.3 seconds"):
        sender.retrieve(deadline=0.3, timeout=600, max_retries=100, retry_policy=at_once)
    # The connection is not kept for others, so that the server notices.
    until(dripping.is_over.is_set)
    assert 0 < dripping.count < MOST
    assert len(sender.server.sent) == 1


def test_a_token_that_comes_too_late_is_not_sent(sender: Sender) -> None:
    def token() -> str:
        time.sleep(0.3)
        return "KEY"

    sender.server.will(json_answer({"data": {"id": "1"}}))
    with pytest.raises(APITimeoutError, match=r"within its deadline of 0.2 seconds"):
        sender.retrieve(api_key=token, deadline=0.2)
    assert sender.server.sent == []


def test_a_call_waits_for_a_free_connection_until_its_deadline(server: Server) -> None:
    is_over = threading.Event()

    def held(exchange: Exchange) -> None:
        is_over.wait()
        exchange.answer(json_answer({"data": {"id": "1"}}))

    server.will(Answer(act=held))
    with Telnyx("KEY", base_url=server.url, max_connections=1, timeout=600) as client:
        retrieve: Callable[..., Any] = client.external_connections.retrieve
        other = threading.Thread(target=retrieve, args=("1",))
        other.start()
        until(lambda: bool(server.sent))
        with pytest.raises(APITimeoutError, match=r"within its deadline of 0.2 seconds"):
            retrieve("2", deadline=0.2)
        is_over.set()
        other.join()
    assert len(server.sent) == 1

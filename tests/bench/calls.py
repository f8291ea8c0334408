"""What calls cost over `httpx2.MockTransport`, next to the same calls written by hand."""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Callable, Iterator

import httpx2
from telnyx_external_connections import Telnyx

from tests.wire.document import success

from .figures import Figure, compared, in_turns

_URL = "https://api.telnyx.com/v2/external_connections"
_CREATED = success("POST /external_connections")[1]
_PAGE = success("GET /external_connections")[1]
_PAGE_OF_20 = {**_PAGE, "data": (_PAGE["data"] * 20)[:20]}
_ANSWERS = {"POST": json.dumps(_CREATED).encode(), "GET": json.dumps(_PAGE_OF_20).encode()}


def calls() -> Iterator[Figure]:
    """A `create`, and a `list` of 20."""
    transport = httpx2.MockTransport(_answer)
    external_connections = Telnyx("KEY", transport=transport).external_connections
    by_hand = httpx2.Client(transport=transport, headers={"Authorization": "Bearer KEY"})

    def create() -> object:
        return external_connections.create(external_sip_connection="zoom", outbound={}).data

    def create_by_hand() -> object:
        body: dict[str, object] = {"external_sip_connection": "zoom", "outbound": {}}
        return json.loads(by_hand.post(_URL, json=body).content)["data"]

    def list_page() -> object:
        return external_connections.list(page_size=20).data

    def list_by_hand() -> object:
        return json.loads(by_hand.get(_URL, params={"page[size]": 20}).content)["data"]

    yield _compared("create", create, create_by_hand, 0.7)
    yield _compared("list of 20", list_page, list_by_hand, 1.0)


def _answer(request: httpx2.Request) -> httpx2.Response:
    headers = {"Content-Type": "application/json"}
    return httpx2.Response(200, headers=headers, content=_ANSWERS[request.method])


def _compared(
    what: str, ours: Callable[[], object], by_hand: Callable[[], object], bound: float
) -> Figure:
    in_turns(3, lambda: _microseconds(ours), lambda: _microseconds(by_hand))  # warms up
    pairs = in_turns(60, lambda: _microseconds(ours), lambda: _microseconds(by_hand))
    return compared(what, "{:.1f} µs", pairs, bound)


def _microseconds(call: Callable[[], object], times: int = 100) -> float:
    """What a call takes on average. It never waits, so that the time on the CPU is the whole."""
    gc.collect()  # what calls before these have left behind
    started = time.process_time()
    for _ in range(times):
        call()
    return (time.process_time() - started) / times * 1e6

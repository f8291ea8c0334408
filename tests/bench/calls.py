"""What calls cost over `httpx2.MockTransport`, next to the same calls written by hand."""

from __future__ import annotations

import asyncio
import gc
import json
import time
from collections.abc import Callable, Iterator
from functools import partial

import httpx2
from pydantic import TypeAdapter
from telnyx_external_connections import AsyncTelnyx, Telnyx
from telnyx_external_connections._runtime.transport import Response

from tests.wire.document import success

from .figures import Figure, compared, in_turns

_URL = "https://api.telnyx.com/v2/external_connections"
_CREATED = success("POST /external_connections")[1]
_PAGE = success("GET /external_connections")[1]
_ITEM = json.dumps(_PAGE["data"][0])
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
    yield _compared("list of 20", list_page, list_by_hand, 0.8)


def shares() -> Iterator[Figure]:
    """What answers cost beside pydantic alone, and asynchronous calls beside synchronous ones."""
    for what, count in (("list of 250", 250), ("list of 1 MB", 1_000_000 // len(_ITEM))):
        content = json.dumps({**_PAGE, "data": _PAGE["data"][:1] * count}).encode()
        resource = Telnyx("KEY", transport=_Fixed(content)).external_connections
        validate = TypeAdapter(type(resource.list())).validate_json
        yield _compared(
            what, partial(resource.list, page_size=250), partial(validate, content), 1.15, 5
        )
    content = _ANSWERS["POST"]
    create = {"external_sip_connection": "zoom", "outbound": {}}
    resource = Telnyx("KEY", transport=_Fixed(content)).external_connections
    twin = AsyncTelnyx("KEY", transport=_AsyncFixed(content)).external_connections

    def awaited() -> object:
        # It never waits, so that no event loop is needed for the call itself.
        try:
            twin.create(**create).send(None)
        except StopIteration as end:
            return end.value

    async def measured() -> Figure:
        # In a loop, to which each client keeps its transport.
        return _compared("async create", awaited, lambda: resource.create(**create), 1.2)

    yield asyncio.run(measured())


class _Fixed:
    """A transport that gives one answer, and so costs nothing."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def send(self, request: object, timeout: object) -> Response:
        return Response(200, [(b"Content-Type", b"application/json")], self._content)

    def close(self) -> None: ...


class _AsyncFixed(_Fixed):
    async def send(self, request: object, timeout: object) -> Response:
        return super().send(request, timeout)

    async def aclose(self) -> None: ...


def _answer(request: httpx2.Request) -> httpx2.Response:
    headers = {"Content-Type": "application/json"}
    return httpx2.Response(200, headers=headers, content=_ANSWERS[request.method])


def _compared(
    what: str,
    ours: Callable[[], object],
    by_hand: Callable[[], object],
    bound: float,
    times: int = 100,
) -> Figure:
    def measure(call: Callable[[], object]) -> Callable[[], float]:
        return lambda: _microseconds(call, times)

    in_turns(3, measure(ours), measure(by_hand))  # warms up
    return compared(what, "{:.1f} µs", in_turns(60, measure(ours), measure(by_hand)), bound)


def _microseconds(call: Callable[[], object], times: int) -> float:
    """What a call takes on average. It never waits, so that the time on the CPU is the whole."""
    gc.collect()  # what calls before these have left behind
    started = time.process_time()
    for _ in range(times):
        call()
    return (time.process_time() - started) / times * 1e6

"""What the parts of a client show of themselves: what they are, and neither secrets nor network."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from telnyx_external_connections import AsyncTelnyx, Telnyx, models

from .document import success
from .server import Server, json_answer, serving

SECRET = "KEY-that-nobody-may-see"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


def test_a_resource_shows_its_client_and_no_secret(server: Server) -> None:
    for kind in (Telnyx, AsyncTelnyx):
        client = kind(SECRET, base_url=server.url)
        prefix = "Async" if kind is AsyncTelnyx else ""
        resource = client.external_connections
        owner = f"<{kind.__name__} {server.url}>"
        assert repr(resource) == f"<{prefix}ExternalConnections of {owner}>"
        assert repr(resource.uploads) == f"<{prefix}ExternalConnectionsUploads of {owner}>"
        assert repr(resource.with_raw_response).endswith(f" (raw) of {owner}>")
        assert repr(resource.with_streaming_response).endswith(f" (streaming) of {owner}>")
        assert SECRET not in repr(resource)
    assert server.sent == []


def test_a_page_shows_how_many_items_it_has_and_whether_another_follows(server: Server) -> None:
    status, value = success("GET /external_connections")
    value["meta"] = {"page_number": 1, "page_size": 1, "total_pages": 2, "total_results": 2}
    server.will(json_answer(value, status))
    page = Telnyx(SECRET, base_url=server.url).external_connections.list(page_size=1)
    assert repr(page) == "<ListExternalConnectionsPage 1 item, has next>"
    # The whole is what it prints.
    assert "external_sip_connection" in str(page)
    assert len(server.sent) == 1
    assert repr(models.ListExternalConnectionsPage()) == "<ListExternalConnectionsPage 0 items>"


def test_a_paginator_says_what_to_do_with_it(server: Server) -> None:
    async def shown() -> str:
        async with AsyncTelnyx(SECRET, base_url=server.url) as client:
            return repr(client.external_connections.list())

    call = "GET /external_connections"
    assert (
        asyncio.run(shown()) == f"<AsyncPaginator of {call}: await it, or iterate with async for>"
    )

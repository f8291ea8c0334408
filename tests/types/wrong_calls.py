"""Wrong calls. Each line with the mark is an error to pyright and to mypy, and no other line is."""

from __future__ import annotations

import httpx
import httpx2
import telnyx_external_connections
from telnyx_external_connections import (
    AsyncTelnyx,
    NotFoundError,
    RequestOptions,
    Telnyx,
    models,
    params,
)


def missing_arguments(client: Telnyx) -> None:
    client.external_connections.create(outbound={})  # wrong
    client.external_connections.create(external_sip_connection="zoom")  # wrong
    client.external_connections.retrieve()  # wrong
    client.external_connections.update("1")  # wrong
    client.external_connections.update_location("1", static_emergency_address_id="2")  # wrong
    client.external_connections.uploads.create("1")  # wrong
    client.external_connections.uploads.retry("1")  # wrong
    client.external_connections.civic_addresses.list()  # wrong


def unknown_arguments(client: Telnyx) -> None:
    client.external_connections.retrieve("1", verbose=True)  # wrong
    client.external_connections.list(page={"size": 50})  # wrong
    client.external_connections.civic_addresses.list("1", page_size=50)  # wrong
    client.external_connections.update("1", outbound={}, external_sip_connection="zoom")  # wrong


def models_in_the_wrong_place(client: Telnyx, answer: models.ExternalConnectionResponse) -> None:
    client.external_connections.uploads.create("1", number_ids=[answer])  # wrong
    client.external_connections.list(filter=answer)  # wrong
    client.external_connections.retrieve(answer)  # wrong


def arguments_in_the_wrong_place(client: Telnyx) -> None:
    client.external_connections.create("zoom", {})  # wrong
    client.external_connections.list({"id": "1"})  # wrong
    client.external_connections.phone_numbers.retrieve("1", "2")  # wrong
    client.external_connections.uploads.create("1", ["2"])  # wrong


def wrong_values(client: Telnyx) -> None:
    client.external_connections.create(external_sip_connection="teams", outbound={})  # wrong
    client.external_connections.create(external_sip_connection=None, outbound={})  # wrong
    client.external_connections.create(external_sip_connection="zoom", outbound=None)  # wrong
    client.external_connections.uploads.create("1", number_ids=["2"], usage="calls")  # wrong
    client.external_connections.uploads.create("1", number_ids=[2])  # wrong
    client.external_connections.uploads.create("1", number_ids=2)  # wrong
    client.external_connections.retrieve(1293384261075731499)  # wrong
    client.external_connections.retrieve(None)  # wrong
    client.external_connections.list(page_size="50")  # wrong
    client.external_connections.list(page_size=None)  # wrong
    client.external_connections.list(page_number=1.5)  # wrong


def wrong_keys(client: Telnyx) -> None:
    connections = client.external_connections
    connections.create(external_sip_connection="zoom", outbound={"chanel_limit": 10})  # wrong
    connections.create(external_sip_connection="zoom", outbound={"channel_limit": "10"})  # wrong
    # `outbound_voice_profile_id` is required in these two.
    connections.create(external_sip_connection="zoom", outbound={}, inbound={})  # wrong
    connections.update("1", outbound={})  # wrong
    connections.list(filter={"name": "office"})  # wrong
    connections.list(filter={"connection_name": "office"})  # wrong
    connections.list(filter={"connection_name": {"contain": "office"}})  # wrong
    connections.list(filter={"external_sip_connection": "teams"})  # wrong
    connections.releases.list("1", filter={"status": {"eq": ["done"]}})  # wrong
    outbound: params.CreateExternalConnectionRequestOutbound = {"limit": 10}  # wrong
    connections.create(external_sip_connection="zoom", outbound=outbound)


def wrong_options(client: Telnyx) -> None:
    client.external_connections.retrieve("1", timeout="5")  # wrong
    client.external_connections.retrieve("1", time_out=5)  # wrong
    client.external_connections.retrieve("1", max_retries="5")  # wrong
    client.external_connections.retrieve("1", extra_headers={"X-Count": 1})  # wrong
    client.external_connections.retrieve("1", extra_query=["a"])  # wrong
    client.with_options(retries=5)  # wrong
    client.with_options(max_retries="5")  # wrong
    common: RequestOptions = {"extra_header": {}}  # wrong
    client.external_connections.retrieve("1", **common)


def wrong_clients() -> None:
    Telnyx(b"KEY")  # wrong
    Telnyx("KEY", "https://example.com")  # wrong
    Telnyx(token="KEY")  # wrong
    Telnyx(timeout="60")  # wrong
    Telnyx(max_retries=None)  # wrong
    Telnyx(on_drift=lambda: None)  # wrong


def wrong_senders(mock: httpx2.MockTransport) -> None:
    Telnyx(transport=httpx2.AsyncHTTPTransport())  # wrong
    Telnyx(transport=httpx.AsyncHTTPTransport())  # wrong
    Telnyx(transport=httpx2.Client())  # wrong
    Telnyx(transport="https://example.com")  # wrong
    Telnyx(transport=httpx2.HTTPTransport)  # wrong
    AsyncTelnyx(transport=httpx2.HTTPTransport())  # wrong
    AsyncTelnyx(transport=httpx.HTTPTransport())  # wrong
    Telnyx(http_client=httpx2.AsyncClient())  # wrong
    Telnyx(http_client=httpx.AsyncClient())  # wrong
    Telnyx(http_client=mock)  # wrong
    AsyncTelnyx(http_client=httpx2.Client())  # wrong


def unknown_names(client: Telnyx) -> None:
    print(client.external_conections)  # wrong
    print(client.external_connections.downloads)  # wrong
    print(client.external_connections.log_messages.delete)  # wrong
    print(client.external_connections.with_raw_response.find)  # wrong
    print(client.external_connections.with_streaming_response.find)  # wrong
    print(client.aclose)  # wrong
    print(models.ExternalConection)  # wrong
    print(telnyx_external_connections.TelnyxEror)  # wrong


def wrong_use_of_answers(client: Telnyx) -> None:
    connection = client.external_connections.retrieve("1")
    print(connection.data.id)  # wrong
    assert connection.data is not None
    print(connection.data.name)  # wrong
    print(connection.data.actve)  # wrong
    print(connection.data["id"])  # wrong
    print(connection.data.outbound.channel_limit)  # wrong
    assert connection.data.tags is not None
    print(connection.data.tags + 1)  # wrong
    number: int = connection.data.id  # wrong
    print(number)
    page = client.external_connections.list()
    print(page[0])  # wrong
    print(page.next_page())  # wrong
    for item in page:
        print(item.ticket_id)  # wrong
    for address in client.external_connections.civic_addresses.list("1"):
        # What is not paginated is no list: iterating a model gives its fields.
        print(address.id)  # wrong
    print(client.external_connections.with_raw_response.retrieve("1").data)  # wrong
    print(client.external_connections.with_streaming_response.retrieve("1").parse())  # wrong


def wrong_calls_of_views(client: Telnyx) -> None:
    client.external_connections.with_raw_response.retrieve()  # wrong
    client.external_connections.with_raw_response.retrieve("1", verbose=True)  # wrong
    client.external_connections.with_raw_response.list(page_size="50")  # wrong
    client.external_connections.with_streaming_response.list(page_size="50")  # wrong


async def sync_and_async_mixed(client: Telnyx, other: AsyncTelnyx) -> None:
    await client.external_connections.retrieve("1")  # wrong
    await client.external_connections.list()  # wrong
    other.external_connections.delete("1")  # wrong
    print(other.external_connections.retrieve("1").data)  # wrong
    print(other.external_connections.list().data)  # wrong
    for connection in other.external_connections.list():  # wrong
        del connection
    async for connection in client.external_connections.list():  # wrong
        del connection
    with other:  # wrong
        pass
    async with client:  # wrong
        pass
    with other.external_connections.with_streaming_response.list():  # wrong
        pass
    print((await other.external_connections.with_raw_response.list()).parse().data)  # wrong


async def wrong_arguments_awaited(client: AsyncTelnyx) -> None:
    await client.external_connections.retrieve()  # wrong
    await client.external_connections.retrieve("1", verbose=True)  # wrong
    await client.external_connections.list(page_size="50")  # wrong
    await client.external_connections.create(external_sip_connection="zoom")  # wrong
    await client.external_connections.uploads.retry("1", "2")  # wrong
    await client.external_connections.with_raw_response.list(page_size="50")  # wrong
    async with client.external_connections.with_streaming_response.retrieve(1):  # wrong
        pass


def wrong_use_of_errors(client: Telnyx) -> None:
    try:
        client.external_connections.retrieve("1")
    except NotFoundError as error:
        print(error.status)  # wrong
        print(error.status_code + "")  # wrong

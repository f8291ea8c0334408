"""Calls as a user writes them. It is checked by pyright and mypy, and never runs."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager, AbstractContextManager
from typing import Any, Literal, assert_type

import httpx
import httpx2
from telnyx_external_connections import (
    APIConnectionError,
    APIError,
    APIResponse,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    AsyncAPIResponse,
    AsyncTelnyx,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    Drift,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    RequestOptions,
    RequestValidationError,
    Telnyx,
    TelnyxError,
    Timeout,
    UnprocessableEntityError,
    models,
    omit,
    params,
)


def every_call(client: Telnyx) -> None:
    connections = client.external_connections
    assert_type(
        connections.create(external_sip_connection="zoom", outbound={}),
        models.ExternalConnectionResponse,
    )
    connections.create(
        external_sip_connection="zoom",
        outbound={"channel_limit": 10, "outbound_voice_profile_id": "1"},
        inbound={"outbound_voice_profile_id": "1", "channel_limit": 5},
        active=False,
        tags=("any", "sequence"),
        webhook_event_url="https://example.com",
        webhook_event_failover_url=None,
        webhook_timeout_secs=25,
    )
    assert_type(connections.retrieve("1"), models.ExternalConnectionResponse)
    assert_type(
        connections.update("1", outbound={"outbound_voice_profile_id": "1"}, active=omit),
        models.ExternalConnectionResponse,
    )
    assert_type(connections.delete(id="1"), models.ExternalConnectionResponse)
    assert_type(connections.list(), models.ListExternalConnectionsPage)
    connections.list(
        filter={
            "connection_name": {"contains": "office"},
            "external_sip_connection": "operator_connect",
            "phone_number": {"contains": "+1555"},
            "id": "1",
            "created_at": "2022-06-29",
        },
        page_number=1,
        page_size=50,
    )
    assert_type(
        connections.update_location("1", id="2", static_emergency_address_id="3"),
        models.LocationResponse,
    )

    logs = connections.log_messages
    assert_type(
        logs.list(filter={"telephone_number": {"eq": "+1555"}}, page_size=20),
        models.ListExternalConnectionLogMessagesPage,
    )
    assert_type(logs.retrieve("1"), models.GetLogMessageResponse)
    assert_type(logs.dismiss("1"), models.DeleteExternalConnectionLogMessageResponse)

    addresses = connections.civic_addresses
    assert_type(
        addresses.list("1", filter={"country": ["US", "CA"]}), models.GetAllCivicAddressesResponse
    )
    assert_type(addresses.retrieve("1", id="2"), models.GetCivicAddressResponse)

    numbers = connections.phone_numbers
    assert_type(
        numbers.list("1", filter={"location_id": {"eq": "2"}}),
        models.ListExternalConnectionPhoneNumbersPage,
    )
    assert_type(numbers.retrieve("1", id="2"), models.GetExternalConnectionPhoneNumberResponse)
    assert_type(
        numbers.update("1", id="2", location_id="3"),
        models.GetExternalConnectionPhoneNumberResponse,
    )

    releases = connections.releases
    assert_type(
        releases.list("1", filter={"status": {"eq": ["pending", "failed"]}}),
        models.ListExternalConnectionReleasesPage,
    )
    assert_type(releases.retrieve("1", id="2"), models.GetReleaseResponse)

    uploads = connections.uploads
    assert_type(
        uploads.create(
            "1",
            number_ids=["2"],
            usage="calling_user_assignment",
            additional_usages=["first_party_app_assignment"],
            location_id="3",
            civic_address_id="4",
        ),
        models.CreateExternalConnectionUploadResponse,
    )
    assert_type(
        uploads.list("1", filter={"status": {"eq": ["success"]}}, page_number=2),
        models.ListExternalConnectionUploadsPage,
    )
    assert_type(uploads.retrieve("1", id="2"), models.GetUploadResponse)
    assert_type(uploads.pending_count("1"), models.GetUploadsStatusResponse)
    assert_type(uploads.refresh_status("1"), models.RefreshExternalConnectionUploadsResponse)
    assert_type(uploads.retry("1", id="2"), models.GetUploadResponse)


async def every_call_awaited(client: AsyncTelnyx) -> None:
    connections = client.external_connections
    assert_type(
        await connections.create(external_sip_connection="zoom", outbound={}, tags=["tag"]),
        models.ExternalConnectionResponse,
    )
    assert_type(await connections.retrieve("1"), models.ExternalConnectionResponse)
    assert_type(
        await connections.update("1", outbound={"outbound_voice_profile_id": "1"}),
        models.ExternalConnectionResponse,
    )
    assert_type(await connections.delete("1"), models.ExternalConnectionResponse)
    assert_type(await connections.list(page_size=50), models.AsyncListExternalConnectionsPage)
    assert_type(
        await connections.update_location("1", id="2", static_emergency_address_id="3"),
        models.LocationResponse,
    )

    logs = connections.log_messages
    assert_type(await logs.list(), models.AsyncListExternalConnectionLogMessagesPage)
    assert_type(await logs.retrieve("1"), models.GetLogMessageResponse)
    assert_type(await logs.dismiss("1"), models.DeleteExternalConnectionLogMessageResponse)

    addresses = connections.civic_addresses
    assert_type(
        await addresses.list("1", filter={"country": ["US"]}), models.GetAllCivicAddressesResponse
    )
    assert_type(await addresses.retrieve("1", id="2"), models.GetCivicAddressResponse)

    numbers = connections.phone_numbers
    assert_type(await numbers.list("1"), models.AsyncListExternalConnectionPhoneNumbersPage)
    assert_type(
        await numbers.retrieve("1", id="2"), models.GetExternalConnectionPhoneNumberResponse
    )
    assert_type(await numbers.update("1", id="2"), models.GetExternalConnectionPhoneNumberResponse)

    releases = connections.releases
    assert_type(await releases.list("1"), models.AsyncListExternalConnectionReleasesPage)
    assert_type(await releases.retrieve("1", id="2"), models.GetReleaseResponse)

    uploads = connections.uploads
    assert_type(
        await uploads.create("1", number_ids=["2"]), models.CreateExternalConnectionUploadResponse
    )
    assert_type(await uploads.list("1"), models.AsyncListExternalConnectionUploadsPage)
    assert_type(await uploads.retrieve("1", id="2"), models.GetUploadResponse)
    assert_type(await uploads.pending_count("1"), models.GetUploadsStatusResponse)
    assert_type(await uploads.refresh_status("1"), models.RefreshExternalConnectionUploadsResponse)
    assert_type(await uploads.retry("1", id="2"), models.GetUploadResponse)


def answers(client: Telnyx) -> None:
    connection = client.external_connections.retrieve("1")
    assert_type(connection.data, models.ExternalConnection | None)
    assert connection.data is not None
    assert_type(connection.data.active, bool | None)
    # Another value than those of the document is kept as it came.
    assert_type(
        connection.data.external_sip_connection, Literal["zoom", "operator_connect"] | str | None
    )
    assert connection.data.outbound is not None
    assert_type(connection.data.outbound.outbound_voice_profile_id, str | None)
    assert_type(connection.to_dict(), dict[str, Any])
    assert_type(connection.to_json(), str)

    log = client.external_connections.log_messages.retrieve("1")
    assert log.log_messages is not None
    assert_type(log.log_messages[0].code, str)


def typed_dictionaries(client: Telnyx) -> None:
    """What a request is made of has a name, for code that puts it together."""
    outbound: params.CreateExternalConnectionRequestOutbound = {}
    outbound["channel_limit"] = 10
    client.external_connections.create(external_sip_connection="zoom", outbound=outbound)
    wanted = params.FilterConnectionsConsolidated(connection_name={"contains": "office"})
    client.external_connections.list(filter=wanted)


def models_given_back(client: Telnyx) -> None:
    """An object of an answer is an argument of a request, though their schemas differ."""
    connection = client.external_connections.retrieve("1").data
    if connection is not None and connection.outbound is not None:
        outbound = connection.outbound
        client.external_connections.update("1", outbound=outbound)
        update: params.UpdateExternalConnectionParams = {"id": "1", "outbound": outbound}
        print(update)


def pages(client: Telnyx) -> None:
    page = client.external_connections.list(page_size=50)
    for connection in page:
        assert_type(connection, models.ExternalConnection)
    assert_type(page.data, list[models.ExternalConnection] | None)
    assert page.meta is not None
    assert_type(page.meta.total_pages, int | None)
    while page.has_next_page():
        page = page.get_next_page()
    assert_type(page, models.ListExternalConnectionsPage)
    for following in page.iter_pages():
        assert_type(following, models.ListExternalConnectionsPage)
    assert_type(
        [upload.ticket_id for upload in client.external_connections.uploads.list("1")],
        list[str | None],
    )


async def pages_awaited(client: AsyncTelnyx) -> None:
    async for connection in client.external_connections.list(page_size=50):
        assert_type(connection, models.ExternalConnection)
    page = await client.external_connections.list()
    if page.has_next_page():
        page = await page.get_next_page()
    assert_type(page, models.AsyncListExternalConnectionsPage)
    async for release in await client.external_connections.releases.list("1"):
        assert_type(release, models.Release)
    async for following in client.external_connections.uploads.list("1").iter_pages():
        assert_type(following, models.AsyncListExternalConnectionUploadsPage)


def raw(client: Telnyx) -> None:
    connections = client.external_connections.with_raw_response
    answer = connections.create(external_sip_connection="zoom", outbound={"channel_limit": 10})
    assert_type(answer, APIResponse[models.ExternalConnectionResponse])
    assert_type(answer.status_code, int)
    assert_type(answer.headers["x-request-id"], str)
    assert_type(answer.request_id, str | None)
    assert_type(answer.parse(), models.ExternalConnectionResponse)
    assert_type(connections.list().parse(), models.ListExternalConnectionsPage)
    uploads = client.external_connections.uploads.with_raw_response
    assert_type(uploads.retry("1", id="2").parse(), models.GetUploadResponse)


async def raw_awaited(client: AsyncTelnyx) -> None:
    connections = client.external_connections.with_raw_response
    answer = await connections.retrieve("1", timeout=5)
    assert_type(answer, AsyncAPIResponse[models.ExternalConnectionResponse])
    assert_type(await answer.parse(), models.ExternalConnectionResponse)
    page = await (await connections.list(page_size=50)).parse()
    assert_type(page, models.AsyncListExternalConnectionsPage)


def streaming(client: Telnyx) -> None:
    connections = client.external_connections.with_streaming_response
    assert_type(
        connections.retrieve("1"),
        AbstractContextManager[APIResponse[models.ExternalConnectionResponse]],
    )
    with connections.list(page_size=50) as answer:
        for piece in answer.iter_bytes():
            assert_type(piece, bytes)
        for line in answer.iter_lines():
            assert_type(line, str)


async def streaming_awaited(client: AsyncTelnyx) -> None:
    connections = client.external_connections.with_streaming_response
    assert_type(
        connections.retrieve("1"),
        AbstractAsyncContextManager[AsyncAPIResponse[models.ExternalConnectionResponse]],
    )
    async with connections.list(page_size=50) as answer:
        async for piece in answer.iter_bytes():
            assert_type(piece, bytes)
        assert_type(await answer.parse(), models.AsyncListExternalConnectionsPage)


def options(client: Telnyx) -> None:
    client.external_connections.retrieve(
        "1",
        extra_headers={"X-Trace": "1", "User-Agent": omit},
        extra_query={"expand": ["outbound", "inbound"]},
        extra_body={"beta": True},
        timeout=Timeout(30, connect=2.5),
    )
    for timeout in (5, 2.5, None, httpx2.Timeout(5), httpx.Timeout(5)):
        client.external_connections.list(timeout=timeout)
    common: RequestOptions = {"timeout": 5, "extra_headers": {"X-Trace": "1"}}
    client.external_connections.delete("1", **common)
    assert_type(client.with_options(max_retries=5), Telnyx)
    assert_type(client.copy(timeout=None, default_headers={"X-Team": "voice"}), Telnyx)


def clients() -> None:
    def tell(drift: Drift) -> None:
        assert_type(drift.pointer, str)

    with Telnyx(
        "KEY",
        base_url="https://example.com/v2",
        timeout=10,
        max_retries=0,
        default_headers={"X-Team": "voice"},
        default_query={"beta": True},
        validate_requests=False,
        strict_responses=True,
        on_drift=tell,
    ) as client:
        assert_type(client, Telnyx)
    Telnyx().close()


async def clients_awaited() -> None:
    async with AsyncTelnyx(api_key="KEY") as client:
        assert_type(client, AsyncTelnyx)
        assert_type(client.with_options(strict_responses=True), AsyncTelnyx)
    await AsyncTelnyx().aclose()


def senders(mock: httpx2.MockTransport, old_mock: httpx.MockTransport) -> None:
    """A transport or a client of either library, of the kind that the client is."""
    Telnyx(transport=httpx2.HTTPTransport(retries=1))
    Telnyx(transport=httpx.HTTPTransport(verify=False))
    Telnyx(transport=mock)
    Telnyx(transport=old_mock)
    Telnyx(http_client=httpx2.Client(proxy="http://localhost:8080"))
    Telnyx(http_client=httpx.Client())
    AsyncTelnyx(transport=httpx2.AsyncHTTPTransport())
    AsyncTelnyx(transport=httpx.AsyncHTTPTransport())
    AsyncTelnyx(transport=mock)
    AsyncTelnyx(transport=old_mock)
    AsyncTelnyx(http_client=httpx2.AsyncClient())
    AsyncTelnyx(http_client=httpx.AsyncClient())


def errors(client: Telnyx) -> None:
    try:
        client.external_connections.retrieve("1")
    except RequestValidationError as error:
        assert_type([problem.field for problem in error.problems], list[str])
    except NotFoundError as error:
        assert_type(error.status_code, int)
        assert_type(error.request_id, str | None)
        assert_type(error.response.headers["x-request-id"], str)
    except (BadRequestError, AuthenticationError, PermissionDeniedError, ConflictError) as error:
        assert_type(error.request.method, str)
    except (UnprocessableEntityError, RateLimitError, InternalServerError) as error:
        print(error.body, error.error)
    except APIStatusError as error:
        assert_type(error.status_code, int)
    except APIResponseValidationError as error:
        assert_type(error.drifts, tuple[Drift, ...])
    except (APITimeoutError, APIConnectionError) as error:
        # There may have been no answer.
        assert_type(error.status_code, int | None)
    except APIError as error:
        assert_type(error.message, str)
    except TelnyxError as error:
        print(error)

"""The calls of `client.external_connections`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Unpack

from .. import _runtime as core, models, params, resources
from .._runtime import Omit, RequestOptions, omit

_CREATE = core.Operation(
    "POST /external_connections",
    params=lambda: params.CreateExternalConnectionParams,
    body=core.JsonBody(),
    response=lambda: models.ExternalConnectionResponse,
)
_RETRIEVE = core.Operation(
    "GET /external_connections/{id}", response=lambda: models.ExternalConnectionResponse
)
_UPDATE = core.Operation(
    "PATCH /external_connections/{id}",
    params=lambda: params.UpdateExternalConnectionParams,
    body=core.JsonBody(),
    response=lambda: models.ExternalConnectionResponse,
)
_LIST = core.Operation(
    "GET /external_connections",
    params=lambda: params.ListExternalConnectionsParams,
    locations={
        "filter": core.Query("filter", style="deepObject"),
        "page_number": core.Query("page[number]"),
        "page_size": core.Query("page[size]"),
    },
    response=lambda: models.ListExternalConnectionsPage,
    page=core.PageNumber(argument="page_number"),
)
_DELETE = core.Operation(
    "DELETE /external_connections/{id}", response=lambda: models.ExternalConnectionResponse
)
_UPDATE_LOCATION = core.Operation(
    "PATCH /external_connections/{id}/locations/{location_id}",
    params=lambda: params.UpdateLocationParams,
    body=core.JsonBody(),
    response=lambda: models.LocationResponse,
)


class ExternalConnections(core.Resource):
    """`client.external_connections` of a `Telnyx`."""

    civic_addresses = core.child(lambda: resources.ExternalConnectionsCivicAddresses)
    log_messages = core.child(lambda: resources.ExternalConnectionsLogMessages)
    phone_numbers = core.child(lambda: resources.ExternalConnectionsPhoneNumbers)
    releases = core.child(lambda: resources.ExternalConnectionsReleases)
    uploads = core.child(lambda: resources.ExternalConnectionsUploads)
    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self,
        *,
        external_sip_connection: Literal["zoom"],
        outbound: params.CreateExternalConnectionRequestOutbound | core.Model,
        active: bool | Omit = omit,
        tags: Sequence[str] | Omit = omit,
        webhook_event_url: str | Omit = omit,
        webhook_event_failover_url: str | Omit | None = omit,
        webhook_timeout_secs: int | Omit | None = omit,
        inbound: params.CreateExternalConnectionRequestInbound | core.Model | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ExternalConnectionResponse:
        """Create an external connection.

        Create a connection to an external voice service and return it. Phone numbers can be
        assigned to it afterwards.

        Args:
            external_sip_connection: The service that will use the connection. New connections can
                only be made for Zoom.
            outbound: Settings for outbound calls.
            active: Whether the connection can be used for calls (default True).
            tags: Labels attached to the connection.
            webhook_event_url: The URL, scheme included, that receives webhooks of this connection.
            webhook_event_failover_url: The URL, scheme included, that receives a webhook when
                delivery to `webhook_event_url` fails (default "").
            webhook_timeout_secs: Seconds to wait for an answer to a webhook, from 0 to 30.
            inbound: Settings for inbound calls. When given, it has to name an outbound voice
                profile.
        """
        return self._request(
            _CREATE,
            options,
            external_sip_connection=external_sip_connection,
            outbound=outbound,
            active=active,
            tags=tags,
            webhook_event_url=webhook_event_url,
            webhook_event_failover_url=webhook_event_failover_url,
            webhook_timeout_secs=webhook_timeout_secs,
            inbound=inbound,
        )

    def retrieve(
        self, id: str, **options: Unpack[RequestOptions]
    ) -> models.ExternalConnectionResponse:
        """Retrieve an external connection.

        Return the current settings of one external connection.

        Args:
            id: The identifier of the connection, or of the log message on log message paths.
        """
        return self._request(_RETRIEVE, options, id=id)

    def update(
        self,
        id: str,
        *,
        outbound: params.UpdateExternalConnectionRequestOutbound | core.Model,
        active: bool | Omit = omit,
        webhook_event_url: str | Omit = omit,
        webhook_event_failover_url: str | Omit | None = omit,
        tags: Sequence[str] | Omit = omit,
        webhook_timeout_secs: int | Omit | None = omit,
        inbound: params.UpdateExternalConnectionRequestInbound | core.Model | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ExternalConnectionResponse:
        """Update an external connection.

        Change settings of a connection and return the updated connection. `outbound` is always
        required, with its `outbound_voice_profile_id`.

        Args:
            id: The identifier of the connection, or of the log message on log message paths.
            outbound: Settings for outbound calls.
            active: Whether the connection can be used for calls (default True).
            webhook_event_url: The URL, scheme included, that receives webhooks of this connection.
            webhook_event_failover_url: The URL, scheme included, that receives a webhook when
                delivery to `webhook_event_url` fails (default "").
            tags: Labels attached to the connection.
            webhook_timeout_secs: Seconds to wait for an answer to a webhook, from 0 to 30.
            inbound: Settings for inbound calls.
        """
        return self._request(
            _UPDATE,
            options,
            id=id,
            outbound=outbound,
            active=active,
            webhook_event_url=webhook_event_url,
            webhook_event_failover_url=webhook_event_failover_url,
            tags=tags,
            webhook_timeout_secs=webhook_timeout_secs,
            inbound=inbound,
        )

    def list(
        self,
        *,
        filter: params.FilterConnectionsConsolidated | Omit = omit,
        page_number: int | Omit = omit,
        page_size: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ListExternalConnectionsPage:
        """List external connections.

        Return the external connections of the account, one page at a time.

        Args:
            filter: Return only the connections that match all of these conditions.
            page_number: The number of the page, counted from 1 (at least 1, default 1).
            page_size: Items per page, from 1 to 250 (default 250).
        """
        return self._request(
            _LIST, options, filter=filter, page_number=page_number, page_size=page_size
        )

    def delete(
        self, id: str, **options: Unpack[RequestOptions]
    ) -> models.ExternalConnectionResponse:
        """Delete an external connection.

        Delete a connection permanently and return it. Deletion may be refused while the connection
        is active or has phone numbers, and for Operator Connect connections.

        Args:
            id: The identifier of the connection, or of the log message on log message paths.
        """
        return self._request(_DELETE, options, id=id)

    def update_location(
        self,
        location_id: str,
        *,
        id: str,
        static_emergency_address_id: str,
        **options: Unpack[RequestOptions],
    ) -> models.LocationResponse:
        """Update a location's static emergency address.

        Set the static emergency address of a location. Returns 200 when the change is complete and
        202 while orders that depend on it are still being processed. A location whose emergency
        address is already accepted is refused with 422.

        Args:
            location_id: The identifier of the location.
            id: The identifier of the external connection, here a UUID.
            static_emergency_address_id: The identifier of the new emergency address.
        """
        return self._request(
            _UPDATE_LOCATION,
            options,
            location_id=location_id,
            id=id,
            static_emergency_address_id=static_emergency_address_id,
        )


class _Methods(core.Methods[core.Kind]):
    create = core.method(ExternalConnections.create)
    retrieve = core.method(ExternalConnections.retrieve)
    update = core.method(ExternalConnections.update)
    list = core.paginated(ExternalConnections.list, lambda: models.AsyncListExternalConnectionsPage)
    delete = core.method(ExternalConnections.delete)
    update_location = core.method(ExternalConnections.update_location)


class AsyncExternalConnections(_Methods[core.Async]):
    """`client.external_connections` of an `AsyncTelnyx`."""

    civic_addresses = core.child(lambda: resources.AsyncExternalConnectionsCivicAddresses)
    log_messages = core.child(lambda: resources.AsyncExternalConnectionsLogMessages)
    phone_numbers = core.child(lambda: resources.AsyncExternalConnectionsPhoneNumbers)
    releases = core.child(lambda: resources.AsyncExternalConnectionsReleases)
    uploads = core.child(lambda: resources.AsyncExternalConnectionsUploads)
    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])

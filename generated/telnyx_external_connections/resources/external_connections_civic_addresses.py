"""The calls of `client.external_connections.civic_addresses`."""

from __future__ import annotations

from .. import _runtime as core, models, params
from .._runtime import omit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

_RETRIEVE = core.Operation(
    "GET /external_connections/{id}/civic_addresses/{address_id}",
    params=lambda: params.GetExternalConnectionCivicAddressParams,
    response=lambda: models.GetCivicAddressResponse,
    error=lambda: models.ErrorResponse,
)
_LIST = core.Operation(
    "GET /external_connections/{id}/civic_addresses",
    params=lambda: params.ListCivicAddressesParams,
    places={"filter": core.Query("filter", style="deepObject")},
    response=lambda: models.GetAllCivicAddressesResponse,
    error=lambda: models.ErrorResponse,
)


class ExternalConnectionsCivicAddresses(core.Resource):
    """`client.external_connections.civic_addresses` of a `Telnyx`."""

    with_raw_response = core.view(lambda: ExternalConnectionsCivicAddressesWithRawResponse)
    with_streaming_response = core.view(
        lambda: ExternalConnectionsCivicAddressesWithStreamingResponse
    )

    def retrieve(
        self, address_id: str, *, id: str, **options: Unpack[RequestOptions]
    ) -> models.GetCivicAddressResponse:
        """Retrieve a civic address.

        Return one civic address with its locations.

        Args:
            address_id: The identifier of the civic address, or of one of its locations.
            id: The identifier of the external connection, or of the log message on log message
                paths.
        """
        return self._request(_RETRIEVE, {"address_id": address_id, "id": id}, options)

    def list(
        self,
        id: str,
        *,
        filter: params.FilterCivicAddressesConsolidated | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.GetAllCivicAddressesResponse:
        """List civic addresses.

        Return the civic addresses known to Microsoft Teams, each with its locations. The list is
        not paginated.

        Args:
            id: The identifier of the external connection, or of the log message on log message
                paths.
            filter: Return only the civic addresses that match all of these conditions.
        """
        return self._request(_LIST, {"id": id, "filter": filter}, options)


class AsyncExternalConnectionsCivicAddresses(core.AsyncResource):
    """`client.external_connections.civic_addresses` of an `AsyncTelnyx`."""

    with_raw_response = core.view(lambda: AsyncExternalConnectionsCivicAddressesWithRawResponse)
    with_streaming_response = core.view(
        lambda: AsyncExternalConnectionsCivicAddressesWithStreamingResponse
    )

    retrieve = core.asynchronous(ExternalConnectionsCivicAddresses.retrieve)
    list = core.asynchronous(ExternalConnectionsCivicAddresses.list)


class ExternalConnectionsCivicAddressesWithRawResponse(core.View):
    retrieve = core.raw(ExternalConnectionsCivicAddresses.retrieve)
    list = core.raw(ExternalConnectionsCivicAddresses.list)


class ExternalConnectionsCivicAddressesWithStreamingResponse(core.View):
    retrieve = core.streaming(ExternalConnectionsCivicAddresses.retrieve)
    list = core.streaming(ExternalConnectionsCivicAddresses.list)


class AsyncExternalConnectionsCivicAddressesWithRawResponse(core.AsyncView):
    retrieve = core.async_raw(AsyncExternalConnectionsCivicAddresses.retrieve)
    list = core.async_raw(AsyncExternalConnectionsCivicAddresses.list)


class AsyncExternalConnectionsCivicAddressesWithStreamingResponse(core.AsyncView):
    retrieve = core.async_streaming(AsyncExternalConnectionsCivicAddresses.retrieve)
    list = core.async_streaming(AsyncExternalConnectionsCivicAddresses.list)

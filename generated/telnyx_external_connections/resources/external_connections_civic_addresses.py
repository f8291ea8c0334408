"""The calls of `client.external_connections.civic_addresses`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, omit

_RETRIEVE = core.Operation(
    "GET /external_connections/{id}/civic_addresses/{address_id}",
    params=lambda: params.GetExternalConnectionCivicAddressParams,
    response=lambda: models.GetCivicAddressResponse,
)
_LIST = core.Operation(
    "GET /external_connections/{id}/civic_addresses",
    params=lambda: params.ListCivicAddressesParams,
    locations={"filter": core.Query("filter", style="deepObject")},
    response=lambda: models.GetAllCivicAddressesResponse,
)


class ExternalConnectionsCivicAddresses(core.Resource):
    """`client.external_connections.civic_addresses` of a `Telnyx`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(
        self, address_id: str, *, id: str, **options: Unpack[RequestOptions]
    ) -> models.GetCivicAddressResponse:
        """Retrieve a civic address.

        Return one civic address with its locations.

        Args:
            address_id: The identifier of the civic address, or of one of its locations.
            id: The identifier of the connection, or of the log message on log message paths.
        """
        return self._request(_RETRIEVE, options, address_id=address_id, id=id)

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
            id: The identifier of the connection, or of the log message on log message paths.
            filter: Return only the civic addresses that match all of these conditions.
        """
        return self._request(_LIST, options, id=id, filter=filter)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(ExternalConnectionsCivicAddresses.retrieve)
    list = core.method(ExternalConnectionsCivicAddresses.list)


class AsyncExternalConnectionsCivicAddresses(_Methods[core.Async]):
    """`client.external_connections.civic_addresses` of an `AsyncTelnyx`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])

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

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

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


class _Methods(core.Methods[core.Kind]):
    """The same methods with other results."""

    retrieve = core.method(ExternalConnectionsCivicAddresses.retrieve)
    list = core.method(ExternalConnectionsCivicAddresses.list)


class AsyncExternalConnectionsCivicAddresses(_Methods[core.Async]):
    """`client.external_connections.civic_addresses` of an `AsyncTelnyx`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])

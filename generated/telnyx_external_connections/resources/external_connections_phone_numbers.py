"""The calls of `client.external_connections.phone_numbers`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, omit

_RETRIEVE = core.Operation(
    "GET /external_connections/{id}/phone_numbers/{phone_number_id}",
    response=lambda: models.GetExternalConnectionPhoneNumberResponse,
)
_UPDATE = core.Operation(
    "PATCH /external_connections/{id}/phone_numbers/{phone_number_id}",
    params=lambda: params.UpdateExternalConnectionPhoneNumberParams,
    body=core.JsonBody(),
    response=lambda: models.GetExternalConnectionPhoneNumberResponse,
)
_LIST = core.Operation(
    "GET /external_connections/{id}/phone_numbers",
    params=lambda: params.ListExternalConnectionPhoneNumbersParams,
    locations={
        "filter": core.Query("filter", style="deepObject"),
        "page_number": core.Query("page[number]"),
        "page_size": core.Query("page[size]"),
    },
    response=lambda: models.ListExternalConnectionPhoneNumbersPage,
    page=core.PageNumber(argument="page_number"),
)


class ExternalConnectionsPhoneNumbers(core.Resource):
    """`client.external_connections.phone_numbers` of a `Telnyx`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(
        self, phone_number_id: str, *, id: str, **options: Unpack[RequestOptions]
    ) -> models.GetExternalConnectionPhoneNumberResponse:
        """Retrieve a phone number.

        Return one phone number of an external connection.

        Args:
            phone_number_id: The identifier of the phone number in the Telnyx API.
            id: The identifier of the connection, or of the log message on log message paths.
        """
        return self._request(_RETRIEVE, options, phone_number_id=phone_number_id, id=id)

    def update(
        self,
        phone_number_id: str,
        *,
        id: str,
        location_id: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.GetExternalConnectionPhoneNumberResponse:
        """Update a phone number.

        Change the location of a phone number and return the number. The change is carried out in
        the background, so the answer may still show the old location.

        Args:
            phone_number_id: The identifier of the phone number in the Telnyx API.
            id: The identifier of the connection, or of the log message on log message paths.
            location_id: The identifier of the location to assign the phone number to.
        """
        return self._request(
            _UPDATE, options, phone_number_id=phone_number_id, id=id, location_id=location_id
        )

    def list(
        self,
        id: str,
        *,
        filter: params.FilterPhoneNumbersConsolidated | Omit = omit,
        page_number: int | Omit = omit,
        page_size: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ListExternalConnectionPhoneNumbersPage:
        """List phone numbers.

        Return the active phone numbers of an external connection, one page at a time.

        Args:
            id: The identifier of the connection, or of the log message on log message paths.
            filter: Return only the phone numbers that match all of these conditions.
            page_number: The number of the page, counted from 1 (at least 1, default 1).
            page_size: Items per page, from 1 to 250 (default 250).
        """
        return self._request(
            _LIST, options, id=id, filter=filter, page_number=page_number, page_size=page_size
        )


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(ExternalConnectionsPhoneNumbers.retrieve)
    update = core.method(ExternalConnectionsPhoneNumbers.update)
    list = core.paginated(
        ExternalConnectionsPhoneNumbers.list,
        lambda: models.AsyncListExternalConnectionPhoneNumbersPage,
    )


class AsyncExternalConnectionsPhoneNumbers(_Methods[core.Async]):
    """`client.external_connections.phone_numbers` of an `AsyncTelnyx`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])

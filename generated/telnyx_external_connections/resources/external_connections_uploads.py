"""The calls of `client.external_connections.uploads`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, omit

_CREATE = core.Operation(
    "POST /external_connections/{id}/uploads",
    params=lambda: params.CreateExternalConnectionUploadParams,
    body=core.JsonBody(),
    response=lambda: models.CreateExternalConnectionUploadResponse,
)
_RETRIEVE = core.Operation(
    "GET /external_connections/{id}/uploads/{ticket_id}",
    params=lambda: params.GetExternalConnectionUploadParams,
    response=lambda: models.GetUploadResponse,
)
_LIST = core.Operation(
    "GET /external_connections/{id}/uploads",
    params=lambda: params.ListExternalConnectionUploadsParams,
    locations={
        "filter": core.Query("filter", style="deepObject"),
        "page_number": core.Query("page[number]"),
        "page_size": core.Query("page[size]"),
    },
    response=lambda: models.ListExternalConnectionUploadsPage,
    page=core.PageNumber(argument="page_number"),
)
_PENDING_COUNT = core.Operation(
    "GET /external_connections/{id}/uploads/status",
    response=lambda: models.GetUploadsStatusResponse,
)
_REFRESH_STATUS = core.Operation(
    "POST /external_connections/{id}/uploads/refresh",
    response=lambda: models.RefreshExternalConnectionUploadsResponse,
)
_RETRY = core.Operation(
    "POST /external_connections/{id}/uploads/{ticket_id}/retry",
    params=lambda: params.RetryUploadParams,
    response=lambda: models.GetUploadResponse,
)


class ExternalConnectionsUploads(core.Resource):
    """`client.external_connections.uploads` of a `Telnyx`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self,
        id: str,
        *,
        number_ids: Sequence[str],
        usage: Literal["calling_user_assignment", "first_party_app_assignment"] | Omit = omit,
        additional_usages: (
            Sequence[Literal["calling_user_assignment", "first_party_app_assignment"]] | Omit
        ) = omit,
        location_id: str | Omit = omit,
        civic_address_id: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.CreateExternalConnectionUploadResponse:
        """Create an upload.

        Start uploading phone numbers to Microsoft Teams and return the ticket of the upload, which
        continues in the background. One upload takes at most 1000 phone numbers. Give either
        `location_id` or `civic_address_id`, not both.

        Args:
            id: The identifier of the connection, or of the log message on log message paths.
            number_ids: The identifiers of the phone numbers in the Telnyx API, from 1 to 1000 of
                them.
            usage: The main use of the phone numbers. `calling_user_assignment` is not possible for
                toll-free numbers.
            additional_usages: Further uses of the phone numbers. Without it, every use that the
                numbers support is taken.
            location_id: The identifier of the location for all of the phone numbers.
            civic_address_id: The identifier of the civic address for all of the phone numbers.
        """
        return self._request(
            _CREATE,
            options,
            id=id,
            number_ids=number_ids,
            usage=usage,
            additional_usages=additional_usages,
            location_id=location_id,
            civic_address_id=civic_address_id,
        )

    def retrieve(
        self, ticket_id: str, *, id: str, **options: Unpack[RequestOptions]
    ) -> models.GetUploadResponse:
        """Retrieve an upload.

        Return one upload with its status and the result for each phone number.

        Args:
            ticket_id: The ticket identifier of the upload.
            id: The identifier of the connection, or of the log message on log message paths.
        """
        return self._request(_RETRIEVE, options, ticket_id=ticket_id, id=id)

    def list(
        self,
        id: str,
        *,
        filter: params.FilterUploadsConsolidated | Omit = omit,
        page_number: int | Omit = omit,
        page_size: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ListExternalConnectionUploadsPage:
        """List uploads.

        Return the uploads of an external connection, one page at a time.

        Args:
            id: The identifier of the connection, or of the log message on log message paths.
            filter: Return only the uploads that match all of these conditions.
            page_number: The number of the page, counted from 1 (at least 1, default 1).
            page_size: Items per page, from 1 to 250 (default 250).
        """
        return self._request(
            _LIST, options, id=id, filter=filter, page_number=page_number, page_size=page_size
        )

    def pending_count(
        self, id: str, **options: Unpack[RequestOptions]
    ) -> models.GetUploadsStatusResponse:
        """Count pending uploads.

        Return how many phone numbers and upload orders of a connection are still pending.

        Args:
            id: The identifier of the connection, or of the log message on log message paths.
        """
        return self._request(_PENDING_COUNT, options, id=id)

    def refresh_status(
        self, id: str, **options: Unpack[RequestOptions]
    ) -> models.RefreshExternalConnectionUploadsResponse:
        """Refresh the status of uploads.

        Start a background check of every pending upload of a connection and return whether it was
        started. While a check is running, another one is refused with 409.

        Args:
            id: The identifier of the connection, or of the log message on log message paths.
        """
        return self._request(_REFRESH_STATUS, options, id=id)

    def retry(
        self, ticket_id: str, *, id: str, **options: Unpack[RequestOptions]
    ) -> models.GetUploadResponse:
        """Retry an upload.

        Try a failed upload again and return the upload that does so. It may be a new one: compare
        its `ticket_id` with the one sent. An upload that is still in progress is refused with 409.

        Args:
            ticket_id: The ticket identifier of the upload.
            id: The identifier of the connection, or of the log message on log message paths.
        """
        return self._request(_RETRY, options, ticket_id=ticket_id, id=id)


class _Methods(core.Methods[core.Kind]):
    create = core.method(ExternalConnectionsUploads.create)
    retrieve = core.method(ExternalConnectionsUploads.retrieve)
    list = core.paginated(
        ExternalConnectionsUploads.list, lambda: models.AsyncListExternalConnectionUploadsPage
    )
    pending_count = core.method(ExternalConnectionsUploads.pending_count)
    refresh_status = core.method(ExternalConnectionsUploads.refresh_status)
    retry = core.method(ExternalConnectionsUploads.retry)


class AsyncExternalConnectionsUploads(_Methods[core.Async]):
    """`client.external_connections.uploads` of an `AsyncTelnyx`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])

"""The calls of `client.external_connections.log_messages`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, omit

_RETRIEVE = core.Operation(
    "GET /external_connections/log_messages/{id}", response=lambda: models.GetLogMessageResponse
)
_LIST = core.Operation(
    "GET /external_connections/log_messages",
    params=lambda: params.ListExternalConnectionLogMessagesParams,
    locations={
        "filter": core.Query("filter", style="deepObject"),
        "page_number": core.Query("page[number]"),
        "page_size": core.Query("page[size]"),
    },
    response=lambda: models.ListExternalConnectionLogMessagesPage,
    page=core.PageNumber(argument="page_number"),
)
_DISMISS = core.Operation(
    "DELETE /external_connections/log_messages/{id}",
    response=lambda: models.DeleteExternalConnectionLogMessageResponse,
)


class ExternalConnectionsLogMessages(core.Resource):
    """`client.external_connections.log_messages` of a `Telnyx`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(self, id: str, **options: Unpack[RequestOptions]) -> models.GetLogMessageResponse:
        """Retrieve a log message.

        Return one log message, as the only item of a list.

        Args:
            id: The identifier of the connection, or of the log message on log message paths.
        """
        return self._request(_RETRIEVE, options, id=id)

    def list(
        self,
        *,
        filter: params.FilterLogMessagesConsolidated | Omit = omit,
        page_number: int | Omit = omit,
        page_size: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ListExternalConnectionLogMessagesPage:
        """List log messages.

        Return the log messages of all external connections of the account, one page at a time.

        Args:
            filter: Return only the log messages that match all of these conditions.
            page_number: The number of the page, counted from 1 (at least 1, default 1).
            page_size: Items per page, from 1 to 250 (default 250).
        """
        return self._request(
            _LIST, options, filter=filter, page_number=page_number, page_size=page_size
        )

    def dismiss(
        self, id: str, **options: Unpack[RequestOptions]
    ) -> models.DeleteExternalConnectionLogMessageResponse:
        """Dismiss a log message.

        Dismiss one log message and return whether that succeeded.

        Args:
            id: The identifier of the connection, or of the log message on log message paths.
        """
        return self._request(_DISMISS, options, id=id)


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(ExternalConnectionsLogMessages.retrieve)
    list = core.paginated(
        ExternalConnectionsLogMessages.list,
        lambda: models.AsyncListExternalConnectionLogMessagesPage,
    )
    dismiss = core.method(ExternalConnectionsLogMessages.dismiss)


class AsyncExternalConnectionsLogMessages(_Methods[core.Async]):
    """`client.external_connections.log_messages` of an `AsyncTelnyx`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])

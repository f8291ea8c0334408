"""The calls of `client.external_connections.releases`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, omit

_RETRIEVE = core.Operation(
    "GET /external_connections/{id}/releases/{release_id}",
    params=lambda: params.GetExternalConnectionReleaseParams,
    response=lambda: models.GetReleaseResponse,
)
_LIST = core.Operation(
    "GET /external_connections/{id}/releases",
    params=lambda: params.ListExternalConnectionReleasesParams,
    locations={
        "filter": core.Query("filter", style="deepObject"),
        "page_number": core.Query("page[number]"),
        "page_size": core.Query("page[size]"),
    },
    response=lambda: models.ListExternalConnectionReleasesPage,
    page=core.PageNumber(argument="page_number"),
)


class ExternalConnectionsReleases(core.Resource):
    """`client.external_connections.releases` of a `Telnyx`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(
        self, release_id: str, *, id: str, **options: Unpack[RequestOptions]
    ) -> models.GetReleaseResponse:
        """Retrieve a release.

        Return one release with its status and phone numbers.

        Args:
            release_id: The identifier of the release.
            id: The identifier of the connection, or of the log message on log message paths.
        """
        return self._request(_RETRIEVE, options, release_id=release_id, id=id)

    def list(
        self,
        id: str,
        *,
        filter: params.FilterReleasesConsolidated | Omit = omit,
        page_number: int | Omit = omit,
        page_size: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.ListExternalConnectionReleasesPage:
        """List releases.

        Return the releases of an external connection, one page at a time. Telnyx starts a release
        when a phone number on Microsoft Teams is moved to another connection.

        Args:
            id: The identifier of the connection, or of the log message on log message paths.
            filter: Return only the releases that match all of these conditions.
            page_number: The number of the page, counted from 1 (at least 1, default 1).
            page_size: Items per page, from 1 to 250 (default 250).
        """
        return self._request(
            _LIST, options, id=id, filter=filter, page_number=page_number, page_size=page_size
        )


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(ExternalConnectionsReleases.retrieve)
    list = core.paginated(
        ExternalConnectionsReleases.list, lambda: models.AsyncListExternalConnectionReleasesPage
    )


class AsyncExternalConnectionsReleases(_Methods[core.Async]):
    """`client.external_connections.releases` of an `AsyncTelnyx`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])

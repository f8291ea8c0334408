from .._runtime.pagination import AsyncPage, Page
from .list_releases_response import ListReleasesResponse
from .release import Release


class ListExternalConnectionReleasesPage(ListReleasesResponse, Page[Release]):
    """A page of `external_connections.releases.list`."""


class AsyncListExternalConnectionReleasesPage(ListReleasesResponse, AsyncPage[Release]):
    """A page of `external_connections.releases.list`."""

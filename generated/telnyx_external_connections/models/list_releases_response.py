from .._runtime.models import Model
from .._runtime.pagination import AsyncPage, Page
from .external_voice_integrations_pagination_meta import ExternalVoiceIntegrationsPaginationMeta
from .release import Release


class ListReleasesResponse(Model):
    data: list[Release] | None = None
    """The releases of this page."""
    meta: ExternalVoiceIntegrationsPaginationMeta | None = None


class ListExternalConnectionReleasesPage(Page[Release], ListReleasesResponse):
    """A page of `external_connections.releases.list`."""

    __items__ = "data"


class AsyncListExternalConnectionReleasesPage(AsyncPage[Release], ListReleasesResponse):
    """A page of `external_connections.releases.list`."""

    __items__ = "data"

from .._runtime.models import Model
from .._runtime.pagination import AsyncPage, Page
from .external_connection import ExternalConnection
from .external_voice_integrations_pagination_meta import ExternalVoiceIntegrationsPaginationMeta


class GetAllExternalConnectionResponse(Model):
    data: list[ExternalConnection] | None = None
    """The external connections of this page."""
    meta: ExternalVoiceIntegrationsPaginationMeta | None = None


class ListExternalConnectionsPage(Page[ExternalConnection], GetAllExternalConnectionResponse):
    """A page of `external_connections.list`."""

    __items__ = "data"


class AsyncListExternalConnectionsPage(
    AsyncPage[ExternalConnection], GetAllExternalConnectionResponse
):
    """A page of `external_connections.list`."""

    __items__ = "data"

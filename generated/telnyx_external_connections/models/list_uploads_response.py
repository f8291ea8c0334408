from .._runtime.models import Model
from .._runtime.pagination import AsyncPage, Page
from .external_voice_integrations_pagination_meta import ExternalVoiceIntegrationsPaginationMeta
from .upload import Upload


class ListUploadsResponse(Model):
    data: list[Upload] | None = None
    """The uploads of this page."""
    meta: ExternalVoiceIntegrationsPaginationMeta | None = None


class ListExternalConnectionUploadsPage(Page[Upload], ListUploadsResponse):
    """A page of `external_connections.uploads.list`."""

    __items__ = "data"


class AsyncListExternalConnectionUploadsPage(AsyncPage[Upload], ListUploadsResponse):
    """A page of `external_connections.uploads.list`."""

    __items__ = "data"

from .._runtime.models import Model
from .external_voice_integrations_pagination_meta import ExternalVoiceIntegrationsPaginationMeta
from .upload import Upload


class ListUploadsResponse(Model):
    data: list[Upload] | None = None
    meta: ExternalVoiceIntegrationsPaginationMeta | None = None
    """Where a page stands in the whole list."""

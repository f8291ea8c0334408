from .._runtime.models import Model
from .external_voice_integrations_pagination_meta import ExternalVoiceIntegrationsPaginationMeta
from .release import Release


class ListReleasesResponse(Model):
    data: list[Release] | None = None
    meta: ExternalVoiceIntegrationsPaginationMeta | None = None
    """Where a page stands in the whole list."""

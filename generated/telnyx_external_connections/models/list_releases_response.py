from .._runtime.models import Model
from .external_voice_integrations_pagination_meta import ExternalVoiceIntegrationsPaginationMeta
from .release import Release


class ListReleasesResponse(Model):
    data: list[Release] | None = None
    """The releases of this page."""
    meta: ExternalVoiceIntegrationsPaginationMeta | None = None
    """The place of a page within the whole list."""

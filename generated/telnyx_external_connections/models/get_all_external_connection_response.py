from .._runtime.models import Model
from .external_connection import ExternalConnection
from .external_voice_integrations_pagination_meta import ExternalVoiceIntegrationsPaginationMeta


class GetAllExternalConnectionResponse(Model):
    data: list[ExternalConnection] | None = None
    meta: ExternalVoiceIntegrationsPaginationMeta | None = None
    """Where a page stands in the whole list."""

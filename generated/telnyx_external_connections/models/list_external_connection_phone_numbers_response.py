from .._runtime.models import Model
from .external_connection_phone_number import ExternalConnectionPhoneNumber
from .external_voice_integrations_pagination_meta import ExternalVoiceIntegrationsPaginationMeta


class ListExternalConnectionPhoneNumbersResponse(Model):
    data: list[ExternalConnectionPhoneNumber] | None = None
    meta: ExternalVoiceIntegrationsPaginationMeta | None = None
    """Where a page stands in the whole list."""

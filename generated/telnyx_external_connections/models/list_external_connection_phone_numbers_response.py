from .._runtime.models import Model
from .external_connection_phone_number import ExternalConnectionPhoneNumber
from .external_voice_integrations_pagination_meta import ExternalVoiceIntegrationsPaginationMeta


class ListExternalConnectionPhoneNumbersResponse(Model):
    data: list[ExternalConnectionPhoneNumber] | None = None
    """The phone numbers of this page."""
    meta: ExternalVoiceIntegrationsPaginationMeta | None = None
    """The place of a page within the whole list."""

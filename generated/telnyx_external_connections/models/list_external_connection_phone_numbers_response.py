from .._runtime.models import Model
from .._runtime.pagination import AsyncPage, Page
from .external_connection_phone_number import ExternalConnectionPhoneNumber
from .external_voice_integrations_pagination_meta import ExternalVoiceIntegrationsPaginationMeta


class ListExternalConnectionPhoneNumbersResponse(Model):
    data: list[ExternalConnectionPhoneNumber] | None = None
    """The phone numbers of this page."""
    meta: ExternalVoiceIntegrationsPaginationMeta | None = None


class ListExternalConnectionPhoneNumbersPage(
    Page[ExternalConnectionPhoneNumber], ListExternalConnectionPhoneNumbersResponse
):
    """A page of `external_connections.phone_numbers.list`."""

    __items__ = "data"


class AsyncListExternalConnectionPhoneNumbersPage(
    AsyncPage[ExternalConnectionPhoneNumber], ListExternalConnectionPhoneNumbersResponse
):
    """A page of `external_connections.phone_numbers.list`."""

    __items__ = "data"

from .._runtime.models import Model
from .external_connection_phone_number import ExternalConnectionPhoneNumber


class GetExternalConnectionPhoneNumberResponse(Model):
    data: ExternalConnectionPhoneNumber | None = None
    """A phone number assigned to an external connection."""

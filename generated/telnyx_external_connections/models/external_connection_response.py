from .._runtime.models import Model
from .external_connection import ExternalConnection


class ExternalConnectionResponse(Model):
    data: ExternalConnection | None = None
    """A connection with another provider's telephony service."""

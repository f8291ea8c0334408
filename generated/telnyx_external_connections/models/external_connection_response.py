from .._runtime.models import Model
from .external_connection import ExternalConnection


class ExternalConnectionResponse(Model):
    data: ExternalConnection | None = None
    """A connection between Telnyx and an external voice service."""

from .._runtime.models import Model
from .civic_address import CivicAddress


class GetCivicAddressResponse(Model):
    data: CivicAddress | None = None
    """A postal address registered with Microsoft Teams, and the locations at it."""

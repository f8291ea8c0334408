from .._runtime.models import Model
from .civic_address import CivicAddress


class GetCivicAddressResponse(Model):
    data: CivicAddress | None = None
    """A postal address that the other service knows, with the locations in it."""

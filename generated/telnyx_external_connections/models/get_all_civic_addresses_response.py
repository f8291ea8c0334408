from .._runtime.models import Model
from .civic_address import CivicAddress


class GetAllCivicAddressesResponse(Model):
    data: list[CivicAddress] | None = None
    """All civic addresses that match."""

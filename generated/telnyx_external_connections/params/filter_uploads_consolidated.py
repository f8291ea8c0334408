from collections.abc import Sequence
from typing import Literal

from typing_extensions import TypedDict


class FilterUploadsConsolidatedCivicAddressId(TypedDict, total=False):
    eq: str
    """The identifier of the civic address."""


class FilterUploadsConsolidatedLocationId(TypedDict, total=False):
    eq: str
    """The identifier of the location."""


class FilterUploadsConsolidatedPhoneNumber(TypedDict, total=False):
    eq: str
    """The whole phone number in E.164 format."""
    contains: str
    """Part of the phone number."""


class FilterUploadsConsolidatedStatus(TypedDict, total=False):
    eq: Sequence[Literal["pending_upload", "pending", "in_progress", "success", "error"]]
    """Statuses of the upload. Uploads in any of them match."""


class FilterUploadsConsolidated(TypedDict, total=False):
    status: FilterUploadsConsolidatedStatus
    """Conditions on the status of the upload."""
    civic_address_id: FilterUploadsConsolidatedCivicAddressId
    """Conditions on the civic address of the phone numbers."""
    location_id: FilterUploadsConsolidatedLocationId
    """Conditions on the location of the phone numbers."""
    phone_number: FilterUploadsConsolidatedPhoneNumber
    """Conditions on the phone numbers of the upload."""

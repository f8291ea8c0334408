from collections.abc import Sequence
from typing import Literal

from typing_extensions import TypedDict


class FilterReleasesConsolidatedCivicAddressId(TypedDict, total=False):
    eq: str
    """The identifier of the civic address."""


class FilterReleasesConsolidatedLocationId(TypedDict, total=False):
    eq: str
    """The identifier of the location."""


class FilterReleasesConsolidatedPhoneNumber(TypedDict, total=False):
    eq: str
    """The whole phone number in E.164 format."""
    contains: str
    """Part of the phone number, 3 to 15 digits."""


class FilterReleasesConsolidatedStatus(TypedDict, total=False):
    eq: Sequence[
        Literal[
            "pending_upload", "pending", "in_progress", "complete", "failed", "expired", "unknown"
        ]
    ]
    """Statuses of the release. Releases in any of them match."""


class FilterReleasesConsolidated(TypedDict, total=False):
    status: FilterReleasesConsolidatedStatus
    """Conditions on the status of the release."""
    civic_address_id: FilterReleasesConsolidatedCivicAddressId
    """Conditions on the civic address of the phone numbers."""
    location_id: FilterReleasesConsolidatedLocationId
    """Conditions on the location of the phone numbers."""
    phone_number: FilterReleasesConsolidatedPhoneNumber
    """Conditions on the phone numbers of the release."""

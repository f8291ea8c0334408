from collections.abc import Sequence
from typing import Literal

from typing_extensions import TypedDict


class FilterReleasesConsolidatedCivicAddressId(TypedDict, total=False):
    """The civic address."""

    eq: str
    """The whole value."""


class FilterReleasesConsolidatedLocationId(TypedDict, total=False):
    """The location."""

    eq: str
    """The whole value."""


class FilterReleasesConsolidatedPhoneNumber(TypedDict, total=False):
    """The phone number (E.164)."""

    eq: str
    """The whole value."""
    contains: str
    """A part of the value."""


class FilterReleasesConsolidatedStatus(TypedDict, total=False):
    """How far the request is."""

    eq: Sequence[
        Literal[
            "pending_upload", "pending", "in_progress", "complete", "failed", "expired", "unknown"
        ]
    ]
    """The whole value."""


class FilterReleasesConsolidated(TypedDict, total=False):
    status: FilterReleasesConsolidatedStatus
    """How far the request is."""
    civic_address_id: FilterReleasesConsolidatedCivicAddressId
    """The civic address."""
    location_id: FilterReleasesConsolidatedLocationId
    """The location."""
    phone_number: FilterReleasesConsolidatedPhoneNumber
    """The phone number (E.164)."""

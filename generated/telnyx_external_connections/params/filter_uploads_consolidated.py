from collections.abc import Sequence
from typing import Literal

from typing_extensions import TypedDict


class FilterUploadsConsolidatedCivicAddressId(TypedDict, total=False):
    """The civic address."""

    eq: str
    """The whole value."""


class FilterUploadsConsolidatedLocationId(TypedDict, total=False):
    """The location."""

    eq: str
    """The whole value."""


class FilterUploadsConsolidatedPhoneNumber(TypedDict, total=False):
    """The phone number (E.164)."""

    eq: str
    """The whole value."""
    contains: str
    """A part of the value."""


class FilterUploadsConsolidatedStatus(TypedDict, total=False):
    """How far the request is."""

    eq: Sequence[Literal["pending_upload", "pending", "in_progress", "success", "error"]]
    """The whole value."""


class FilterUploadsConsolidated(TypedDict, total=False):
    status: FilterUploadsConsolidatedStatus
    """How far the request is."""
    civic_address_id: FilterUploadsConsolidatedCivicAddressId
    """The civic address."""
    location_id: FilterUploadsConsolidatedLocationId
    """The location."""
    phone_number: FilterUploadsConsolidatedPhoneNumber
    """The phone number (E.164)."""

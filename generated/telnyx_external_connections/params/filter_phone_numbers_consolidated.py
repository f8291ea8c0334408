from typing_extensions import TypedDict


class FilterPhoneNumbersConsolidatedCivicAddressId(TypedDict, total=False):
    """The civic address."""

    eq: str
    """The whole value."""


class FilterPhoneNumbersConsolidatedLocationId(TypedDict, total=False):
    """The location."""

    eq: str
    """The whole value."""


class FilterPhoneNumbersConsolidatedPhoneNumber(TypedDict, total=False):
    """The phone number (E.164)."""

    eq: str
    """The whole value."""
    contains: str
    """A part of the value."""


class FilterPhoneNumbersConsolidated(TypedDict, total=False):
    phone_number: FilterPhoneNumbersConsolidatedPhoneNumber
    """The phone number (E.164)."""
    civic_address_id: FilterPhoneNumbersConsolidatedCivicAddressId
    """The civic address."""
    location_id: FilterPhoneNumbersConsolidatedLocationId
    """The location."""

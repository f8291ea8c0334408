from typing_extensions import TypedDict


class FilterPhoneNumbersConsolidatedCivicAddressId(TypedDict, total=False):
    eq: str
    """The identifier of the civic address."""


class FilterPhoneNumbersConsolidatedLocationId(TypedDict, total=False):
    eq: str
    """The identifier of the location."""


class FilterPhoneNumbersConsolidatedPhoneNumber(TypedDict, total=False):
    eq: str
    """The whole phone number in E.164 format."""
    contains: str
    """Part of the phone number."""


class FilterPhoneNumbersConsolidated(TypedDict, total=False):
    phone_number: FilterPhoneNumbersConsolidatedPhoneNumber
    """Conditions on the phone number itself."""
    civic_address_id: FilterPhoneNumbersConsolidatedCivicAddressId
    """Conditions on the civic address of the phone number."""
    location_id: FilterPhoneNumbersConsolidatedLocationId
    """Conditions on the location of the phone number."""

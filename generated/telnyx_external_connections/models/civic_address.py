from .._runtime.models import Model
from .location import Location


class CivicAddress(Model):
    """A postal address registered with Microsoft Teams, and the locations at it."""

    id: str | None = None
    """The identifier of the civic address."""
    record_type: str | None = None
    """The kind of resource, `civic_address`."""
    city_or_town: str | None = None
    """The city or town."""
    city_or_town_alias: str | None = None
    """Another name of the city or town. May be empty."""
    company_name: str | None = None
    """The company at this address."""
    country: str | None = None
    """The country, as an ISO 3166-1 alpha-2 code."""
    country_or_district: str | None = None
    """The country or district."""
    default_location_id: str | None = None
    """The identifier of the default one among `locations`."""
    description: str | None = None
    """A note that describes the address."""
    house_number: str | None = None
    """The house number."""
    house_number_suffix: str | None = None
    """What follows the house number, such as a letter. May be empty."""
    postal_or_zip_code: str | None = None
    """The postal or ZIP code."""
    state_or_province: str | None = None
    """The state or province."""
    street_name: str | None = None
    """The name of the street."""
    street_suffix: str | None = None
    """What follows the name of the street, such as `St`. May be empty."""
    locations: list[Location] | None = None
    """The locations at this address."""


class GetAllCivicAddressesResponse(Model):
    data: list[CivicAddress] | None = None
    """All civic addresses that match."""


class GetCivicAddressResponse(Model):
    data: CivicAddress | None = None

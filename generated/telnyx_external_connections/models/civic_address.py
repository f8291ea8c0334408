from .._runtime.models import Model
from .location import Location


class CivicAddress(Model):
    """A postal address that the other service knows, with the locations in it."""

    id: str | None = None
    """Identifies the resource."""
    record_type: str | None = None
    """The kind of the resource."""
    city_or_town: str | None = None
    """The city or town."""
    city_or_town_alias: str | None = None
    """Another name of the city or town."""
    company_name: str | None = None
    """The company at the address."""
    country: str | None = None
    """The country (ISO 3166-1 alpha-2)."""
    country_or_district: str | None = None
    """The country or district."""
    default_location_id: str | None = None
    """The location that is taken where none is named."""
    description: str | None = None
    """A note on the address."""
    house_number: str | None = None
    """The number of the house."""
    house_number_suffix: str | None = None
    """What follows the number of the house."""
    postal_or_zip_code: str | None = None
    """The postal code."""
    state_or_province: str | None = None
    """The state or province."""
    street_name: str | None = None
    """The name of the street."""
    street_suffix: str | None = None
    """What follows the name of the street."""
    locations: list[Location] | None = None
    """The places at the address."""

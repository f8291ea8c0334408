from .._runtime.models import Model


class LocationResponseData(Model):
    location_id: str | None = None
    """The identifier of the location."""
    static_emergency_address_id: str | None = None
    """The identifier of the emergency address."""
    accepted_address_suggestions: bool | None = None
    """Whether suggested corrections to the address were accepted."""


class LocationResponse(Model):
    """The static emergency address of a location."""

    data: LocationResponseData | None = None
    """The location and its emergency address."""

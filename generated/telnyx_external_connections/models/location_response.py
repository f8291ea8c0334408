from .._runtime.models import Model


class LocationResponseData(Model):
    location_id: str | None = None
    """The location."""
    static_emergency_address_id: str | None = None
    """The address that emergency services are sent to."""
    accepted_address_suggestions: bool | None = None
    """Whether corrections to the address were accepted."""


class LocationResponse(Model):
    """The emergency address of a location."""

    data: LocationResponseData | None = None

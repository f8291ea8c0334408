from .._runtime.models import Model


class Location(Model):
    """A place at a civic address, such as one floor of a building."""

    id: str | None = None
    """The identifier of the location."""
    additional_info: str | None = None
    """What sets the location apart at its address, such as a floor."""
    description: str | None = None
    """A note that describes the location."""
    is_default: bool | None = None
    """Whether this is the default location of its civic address."""

from .._runtime.models import Model


class Location(Model):
    """A place at a civic address, such as a floor."""

    id: str | None = None
    """Identifies the resource."""
    additional_info: str | None = None
    """What tells the place from others at the address."""
    description: str | None = None
    """A note on the address."""
    is_default: bool | None = None
    """Whether this location is taken where none is named."""

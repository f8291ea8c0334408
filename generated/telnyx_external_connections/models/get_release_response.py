from .._runtime.models import Model
from .release import Release


class GetReleaseResponse(Model):
    data: Release | None = None
    """A request to take phone numbers off an external connection."""

from .._runtime.models import Model
from .release import Release


class GetReleaseResponse(Model):
    data: Release | None = None
    """The removal of phone numbers from an external connection."""

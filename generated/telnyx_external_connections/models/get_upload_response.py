from .._runtime.models import Model
from .upload import Upload


class GetUploadResponse(Model):
    data: Upload | None = None
    """A request to assign phone numbers to an external connection."""

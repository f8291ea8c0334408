from .._runtime.models import Model
from .upload import Upload


class GetUploadResponse(Model):
    data: Upload | None = None
    """The assignment of phone numbers to an external connection."""

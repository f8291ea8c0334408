from .._runtime.models import Model


class CreateExternalConnectionUploadResponse(Model):
    success: bool | None = None
    """Whether the upload was accepted."""
    ticket_id: str | None = None
    """The ticket identifier by which to follow the upload."""

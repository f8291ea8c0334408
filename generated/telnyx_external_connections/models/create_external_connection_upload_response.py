from .._runtime.models import Model


class CreateExternalConnectionUploadResponse(Model):
    success: bool | None = None
    """Whether the request was taken on."""
    ticket_id: str | None = None
    """The ticket of the upload or release."""

from .._runtime.models import Model


class RefreshExternalConnectionUploadsResponse(Model):
    success: bool | None = None
    """Whether the check was started."""

from .._runtime.models import Model


class DeleteExternalConnectionLogMessageResponse(Model):
    success: bool | None = None
    """Whether the log message was dismissed."""

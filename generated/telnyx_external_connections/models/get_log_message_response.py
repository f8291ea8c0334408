from .._runtime.models import Model
from .log_message import LogMessage


class GetLogMessageResponse(Model):
    log_messages: list[LogMessage] | None = None
    """Exactly one log message."""

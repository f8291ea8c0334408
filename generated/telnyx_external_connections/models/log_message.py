from .._runtime.models import Model


class LogMessageMeta(Model):
    telephone_number: str | None = None
    """The phone number in E.164 format."""
    external_connection_id: str | None = None
    """The identifier of the connection."""
    ticket_id: str | None = None
    """The ticket identifier of the operation that caused the message."""


class LogMessageSource(Model):
    pointer: str | None = None
    """A JSON pointer (RFC 6901) to the value at fault."""


class LogMessage(Model):
    """A problem recorded for an external connection."""

    code: str
    """The code of the kind of problem, an integer written as a decimal string."""
    title: str
    """The problem in a few words."""
    detail: str | None = None
    """The problem in full, and what can be done about it."""
    source: LogMessageSource | None = None
    """The part of the request that the problem is about."""
    meta: LogMessageMeta | None = None
    """The resources that the message is about. Each field is present only where it applies."""


class GetLogMessageResponse(Model):
    log_messages: list[LogMessage] | None = None
    """Exactly one log message."""

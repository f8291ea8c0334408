from .._runtime.models import Model


class LogMessageMeta(Model):
    """More about the problem."""

    telephone_number: str | None = None
    """The phone number (E.164)."""
    external_connection_id: str | None = None
    """The external connection."""
    ticket_id: str | None = None
    """The ticket of the upload or release."""


class LogMessageSource(Model):
    """What in the request caused the problem."""

    pointer: str | None = None
    """A JSON pointer (RFC 6901) to the value at fault."""


class LogMessage(Model):
    """Something that went wrong in an external connection."""

    code: str
    """A number that stands for the kind of problem."""
    title: str
    """The problem in a few words."""
    detail: str | None = None
    """The problem, and what to do about it."""
    source: LogMessageSource | None = None
    """What in the request caused the problem."""
    meta: LogMessageMeta | None = None
    """More about the problem."""

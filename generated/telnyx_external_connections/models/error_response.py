from .._runtime.models import Model


class ErrorResponseErrorsItemMeta(Model):
    """More about the problem."""

    url: str | None = None
    """A page about the problem."""


class ErrorResponseErrorsItemSource(Model):
    """What in the request caused the problem."""

    pointer: str | None = None
    """A JSON pointer (RFC 6901) to the value at fault."""


class ErrorResponseErrorsItem(Model):
    code: str | None = None
    """A number that stands for the kind of problem."""
    detail: str | None = None
    """The problem, and what to do about it."""
    meta: ErrorResponseErrorsItemMeta | None = None
    """More about the problem."""
    title: str | None = None
    """The problem in a few words."""
    source: ErrorResponseErrorsItemSource | None = None
    """What in the request caused the problem."""


class ErrorResponse(Model):
    """What went wrong with a request."""

    errors: list[ErrorResponseErrorsItem] | None = None
    """Every problem that was found."""

from .._runtime.models import Model


class ErrorResponseErrorsItemMeta(Model):
    url: str | None = None
    """The page that documents this code."""


class ErrorResponseErrorsItemSource(Model):
    pointer: str | None = None
    """A JSON pointer (RFC 6901) to the value at fault."""


class ErrorResponseErrorsItem(Model):
    code: str | None = None
    """The code of the kind of problem."""
    detail: str | None = None
    """The problem in full."""
    meta: ErrorResponseErrorsItemMeta | None = None
    """Further information about the problem."""
    title: str | None = None
    """The problem in a few words."""
    source: ErrorResponseErrorsItemSource | None = None
    """The part of the request that caused the problem."""


class ErrorResponse(Model):
    """The body of an answer with an error status."""

    errors: list[ErrorResponseErrorsItem] | None = None
    """The problems found with the request."""

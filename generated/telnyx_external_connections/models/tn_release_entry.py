from .._runtime.models import Model


class TnReleaseEntry(Model):
    """A phone number of a release."""

    phone_number: str | None = None
    """The phone number (E.164)."""
    number_id: str | None = None
    """The phone number, by its identifier."""

from .._runtime.models import Model


class TnReleaseEntry(Model):
    """One phone number of a release."""

    phone_number: str | None = None
    """The phone number in E.164 format."""
    number_id: str | None = None
    """The identifier of the phone number in the Telnyx API."""

from typing import Literal

from .._runtime.models import Model


class ExternalConnectionPhoneNumber(Model):
    """A phone number that is assigned to an external connection."""

    ticket_id: str | None = None
    """The ticket of the upload or release."""
    telephone_number: str | None = None
    """The phone number (E.164)."""
    number_id: str | None = None
    """The phone number, by its identifier."""
    civic_address_id: str | None = None
    """The civic address."""
    location_id: str | None = None
    """The location."""
    displayed_country_code: str | None = None
    """The country code that is shown (ISO 3166-1 alpha-2)."""
    acquired_capabilities: (
        list[
            Literal[
                "FirstPartyAppAssignment",
                "InboundCalling",
                "Office365",
                "OutboundCalling",
                "UserAssignment",
            ]
            | str
        ]
        | None
    ) = None
    """What the phone number can be used for."""

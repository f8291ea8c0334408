from typing import Literal

from .._runtime.models import Model


class ExternalConnectionPhoneNumber(Model):
    """A phone number assigned to an external connection."""

    ticket_id: str | None = None
    """The ticket identifier of the upload that assigned the phone number."""
    telephone_number: str | None = None
    """The phone number in E.164 format."""
    number_id: str | None = None
    """The identifier of the phone number in the Telnyx API."""
    civic_address_id: str | None = None
    """The identifier of the civic address of the phone number."""
    location_id: str | None = None
    """The identifier of the location of the phone number."""
    displayed_country_code: str | None = None
    """The ISO country code shown to the person called from this number."""
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
    """What the phone number can be used for on Microsoft Teams."""


class GetExternalConnectionPhoneNumberResponse(Model):
    data: ExternalConnectionPhoneNumber | None = None

from typing_extensions import TypedDict


class FilterLogMessagesConsolidatedTelephoneNumber(TypedDict, total=False):
    """The phone number (E.164)."""

    eq: str
    """The whole value."""
    contains: str
    """A part of the value."""


class FilterLogMessagesConsolidated(TypedDict, total=False):
    external_connection_id: str
    """The external connection."""
    telephone_number: FilterLogMessagesConsolidatedTelephoneNumber
    """The phone number (E.164)."""

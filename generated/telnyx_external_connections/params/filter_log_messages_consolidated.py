from typing_extensions import TypedDict


class FilterLogMessagesConsolidatedTelephoneNumber(TypedDict, total=False):
    eq: str
    """The whole phone number in E.164 format, or `null` as text for messages without a phone
    number.
    """
    contains: str
    """Part of the phone number, 3 to 15 digits."""


class FilterLogMessagesConsolidated(TypedDict, total=False):
    external_connection_id: str
    """The identifier of the connection, or `null` as text for messages without a connection."""
    telephone_number: FilterLogMessagesConsolidatedTelephoneNumber
    """Conditions on the phone number of the message."""

from typing import Literal

from typing_extensions import TypedDict


class FilterConnectionsConsolidatedConnectionName(TypedDict, total=False):
    """The name of the connection."""

    contains: str
    """A part of the value."""


class FilterConnectionsConsolidatedPhoneNumber(TypedDict, total=False):
    """The phone number (E.164)."""

    contains: str
    """A part of the value."""


class FilterConnectionsConsolidated(TypedDict, total=False):
    connection_name: FilterConnectionsConsolidatedConnectionName
    """The name of the connection."""
    external_sip_connection: Literal["zoom", "operator_connect"]
    """The service at the other end."""
    id: str
    """The identifier of the connection."""
    created_at: str
    """The day on which the connection was made (ISO 8601)."""
    phone_number: FilterConnectionsConsolidatedPhoneNumber
    """The phone number (E.164)."""

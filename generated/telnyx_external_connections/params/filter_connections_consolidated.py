from typing import Literal

from typing_extensions import TypedDict


class FilterConnectionsConsolidatedConnectionName(TypedDict, total=False):
    contains: str
    """Text that the name contains, in any case; at least three characters."""


class FilterConnectionsConsolidatedPhoneNumber(TypedDict, total=False):
    contains: str
    """A phone number of the connection in E.164 format. Despite the name of this field, the whole
    number must match.
    """


class FilterConnectionsConsolidated(TypedDict, total=False):
    connection_name: FilterConnectionsConsolidatedConnectionName
    """Conditions on the name of the connection."""
    external_sip_connection: Literal["zoom", "operator_connect"]
    """The service that uses the connection."""
    id: str
    """The identifier of the connection."""
    created_at: str
    """The date of creation, as YYYY-MM-DD."""
    phone_number: FilterConnectionsConsolidatedPhoneNumber
    """Conditions on the phone numbers of the connection."""

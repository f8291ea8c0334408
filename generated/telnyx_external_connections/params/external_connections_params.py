from collections.abc import Sequence
from typing import Annotated, Literal, Required

from pydantic import Field
from typing_extensions import TypedDict

from .._runtime.formats import URIString, UUIDString
from .._runtime.model_arguments import OrModel
from .filter_connections_consolidated import FilterConnectionsConsolidated


class CreateExternalConnectionRequestInbound(TypedDict, total=False):
    outbound_voice_profile_id: Required[str]
    """The identifier of the outbound voice profile used for inbound calls."""
    channel_limit: int
    """The most inbound calls at the same time, over all phone numbers."""


class CreateExternalConnectionRequestOutbound(TypedDict, total=False):
    channel_limit: int
    """The most outbound calls at the same time, over all phone numbers."""
    outbound_voice_profile_id: str
    """The identifier of the outbound voice profile, a 64-bit integer as a decimal string."""


class UpdateExternalConnectionRequestInbound(TypedDict, total=False):
    channel_limit: int
    """The most inbound calls at the same time, over all phone numbers."""


class UpdateExternalConnectionRequestOutbound(TypedDict, total=False):
    channel_limit: int
    """The most outbound calls at the same time, over all phone numbers."""
    outbound_voice_profile_id: Required[str]
    """The identifier of the outbound voice profile, a 64-bit integer as a decimal string."""


class ListExternalConnectionsParams(TypedDict, total=False):
    filter: FilterConnectionsConsolidated
    page_number: Annotated[int, Field(ge=1)]
    page_size: Annotated[int, Field(ge=1, le=250)]


class CreateExternalConnectionParams(TypedDict, total=False):
    external_sip_connection: Required[Literal["zoom"]]
    outbound: Required[OrModel[CreateExternalConnectionRequestOutbound]]
    active: bool
    tags: Sequence[str]
    webhook_event_url: URIString
    webhook_event_failover_url: str | None
    webhook_timeout_secs: Annotated[int, Field(ge=0, le=30)] | None
    inbound: OrModel[CreateExternalConnectionRequestInbound]


class UpdateExternalConnectionParams(TypedDict, total=False):
    id: Required[str]
    outbound: Required[OrModel[UpdateExternalConnectionRequestOutbound]]
    active: bool
    webhook_event_url: URIString
    webhook_event_failover_url: str | None
    tags: Sequence[str]
    webhook_timeout_secs: Annotated[int, Field(ge=0, le=30)] | None
    inbound: OrModel[UpdateExternalConnectionRequestInbound]


class UpdateLocationParams(TypedDict, total=False):
    location_id: Required[UUIDString]
    id: Required[UUIDString]
    static_emergency_address_id: Required[UUIDString]

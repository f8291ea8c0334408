from collections.abc import Sequence
from typing import Annotated, Literal, Required

from pydantic import Field
from typing_extensions import TypedDict

from .._runtime.formats import URIString, UUIDString
from .filter_connections_consolidated import FilterConnectionsConsolidated


class CreateExternalConnectionRequestInbound(TypedDict, total=False):
    """Settings of calls that come in."""

    outbound_voice_profile_id: Required[str]
    """The outbound voice profile that calls to the telephone network go by."""
    channel_limit: int
    """How many calls may be held at once."""


class CreateExternalConnectionRequestOutbound(TypedDict, total=False):
    """Settings of calls that go out."""

    channel_limit: int
    """How many calls may be held at once."""
    outbound_voice_profile_id: str
    """The outbound voice profile that calls to the telephone network go by."""


class UpdateExternalConnectionRequestInbound(TypedDict, total=False):
    """Settings of calls that come in."""

    channel_limit: int
    """How many calls may be held at once."""


class UpdateExternalConnectionRequestOutbound(TypedDict, total=False):
    """Settings of calls that go out."""

    channel_limit: int
    """How many calls may be held at once."""
    outbound_voice_profile_id: Required[str]
    """The outbound voice profile that calls to the telephone network go by."""


class ListExternalConnectionsParams(TypedDict, total=False):
    """The arguments of `external_connections.list`."""

    filter: FilterConnectionsConsolidated
    """Narrows the list to the connections that match every field given."""
    page_number: Annotated[int, Field(ge=1)]
    """The page to give, counted from 1."""
    page_size: Annotated[int, Field(ge=1, le=250)]
    """How many items a page holds."""


class CreateExternalConnectionParams(TypedDict, total=False):
    """The arguments of `external_connections.create`."""

    external_sip_connection: Required[Literal["zoom"]]
    """The service at the other end of the connection."""
    outbound: Required[CreateExternalConnectionRequestOutbound]
    """Settings of calls that go out."""
    active: bool
    """Whether the connection takes calls."""
    tags: Sequence[str]
    """Words of your own to find the connection by."""
    webhook_event_url: URIString
    """The URL, scheme included, that webhooks are sent to."""
    webhook_event_failover_url: str | None
    """The URL, scheme included, that webhooks are sent to if the first one fails."""
    webhook_timeout_secs: Annotated[int, Field(ge=0, le=30)] | None
    """Seconds to wait for the answer to a webhook; null for the usual."""
    inbound: CreateExternalConnectionRequestInbound
    """Settings of calls that come in."""


class UpdateExternalConnectionParams(TypedDict, total=False):
    """The arguments of `external_connections.update`."""

    id: Required[str]
    """Identifies the resource."""
    outbound: Required[UpdateExternalConnectionRequestOutbound]
    """Settings of calls that go out."""
    active: bool
    """Whether the connection takes calls."""
    webhook_event_url: URIString
    """The URL, scheme included, that webhooks are sent to."""
    webhook_event_failover_url: str | None
    """The URL, scheme included, that webhooks are sent to if the first one fails."""
    tags: Sequence[str]
    """Words of your own to find the connection by."""
    webhook_timeout_secs: Annotated[int, Field(ge=0, le=30)] | None
    """Seconds to wait for the answer to a webhook; null for the usual."""
    inbound: UpdateExternalConnectionRequestInbound
    """Settings of calls that come in."""


class UpdateLocationParams(TypedDict, total=False):
    """The arguments of `external_connections.update_location`."""

    location_id: Required[UUIDString]
    """Identifies the location."""
    id: Required[UUIDString]
    """Identifies the external connection."""
    static_emergency_address_id: Required[UUIDString]
    """The address that emergency services are sent to."""

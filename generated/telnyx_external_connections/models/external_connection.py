from typing import Literal

from .._runtime.models import Model


class ExternalConnectionInbound(Model):
    """Settings of calls that come in."""

    channel_limit: int | None = None
    """How many calls may be held at once."""


class ExternalConnectionOutbound(Model):
    """Settings of calls that go out."""

    channel_limit: int | None = None
    """How many calls may be held at once."""
    outbound_voice_profile_id: str | None = None
    """The outbound voice profile that calls to the telephone network go by."""


class ExternalConnection(Model):
    """A connection with another provider's telephony service."""

    __nullable__ = (
        "webhook_event_failover_url",
        "webhook_timeout_secs",
    )
    id: str | None = None
    """Identifies the resource."""
    record_type: str | None = None
    """The kind of the resource."""
    active: bool | None = None
    """Whether the connection takes calls."""
    credential_active: bool | None = None
    """Whether the credentials of the other service are in force."""
    external_sip_connection: Literal["zoom", "operator_connect"] | str | None = None
    """The service at the other end of the connection."""
    tags: list[str] | None = None
    """Words of your own to find the connection by."""
    webhook_event_url: str | None = None
    """The URL, scheme included, that webhooks are sent to."""
    webhook_event_failover_url: str | None = None
    """The URL, scheme included, that webhooks are sent to if the first one fails."""
    webhook_api_version: Literal["1", "2"] | str | None = None
    """The version of the format of webhooks."""
    webhook_timeout_secs: int | None = None
    """Seconds to wait for the answer to a webhook; null for the usual."""
    inbound: ExternalConnectionInbound | None = None
    """Settings of calls that come in."""
    outbound: ExternalConnectionOutbound | None = None
    """Settings of calls that go out."""
    created_at: str | None = None
    """When the resource was made (ISO 8601)."""
    updated_at: str | None = None
    """When the resource was last changed (ISO 8601)."""

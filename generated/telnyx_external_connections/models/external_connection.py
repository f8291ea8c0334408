from typing import Literal

from .._runtime.models import Model


class ExternalConnectionInbound(Model):
    channel_limit: int | None = None
    """The most inbound calls at the same time, over all phone numbers."""


class ExternalConnectionOutbound(Model):
    channel_limit: int | None = None
    """The most outbound calls at the same time, over all phone numbers."""
    outbound_voice_profile_id: str | None = None
    """The identifier of the outbound voice profile, a 64-bit integer as a decimal string."""


class ExternalConnection(Model):
    """A connection between Telnyx and an external voice service."""

    __nullable__ = ("webhook_event_failover_url", "webhook_timeout_secs")
    id: str | None = None
    """The identifier of the connection."""
    record_type: str | None = None
    """The kind of resource, `external_connection`."""
    active: bool | None = None
    """Whether the connection can be used for calls."""
    credential_active: bool | None = None
    """Whether the credential for the external service is active."""
    external_sip_connection: Literal["zoom", "operator_connect"] | str | None = None
    """The service that uses the connection."""
    tags: list[str] | None = None
    """Labels attached to the connection."""
    webhook_event_url: str | None = None
    """The URL, scheme included, that receives webhooks of this connection."""
    webhook_event_failover_url: str | None = None
    """The URL, scheme included, that receives a webhook when delivery to `webhook_event_url` fails.
    """
    webhook_api_version: Literal["1", "2"] | str | None = None
    """The version of the Telnyx API whose webhook format is used."""
    webhook_timeout_secs: int | None = None
    """Seconds to wait for an answer to a webhook, from 0 to 30."""
    inbound: ExternalConnectionInbound | None = None
    """Settings for inbound calls."""
    outbound: ExternalConnectionOutbound | None = None
    """Settings for outbound calls."""
    created_at: str | None = None
    """When the connection was created, in ISO 8601 format."""
    updated_at: str | None = None
    """When the connection was last changed, in ISO 8601 format."""


class ExternalConnectionResponse(Model):
    data: ExternalConnection | None = None

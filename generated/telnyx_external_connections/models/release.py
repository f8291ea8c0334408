from typing import Literal

from .._runtime.models import Model
from .tn_release_entry import TnReleaseEntry


class Release(Model):
    """The removal of phone numbers from an external connection."""

    ticket_id: str | None = None
    """The ticket identifier of the release."""
    tenant_id: str | None = None
    """The identifier of the tenant at the external service."""
    status: (
        Literal[
            "pending_upload", "pending", "in_progress", "complete", "failed", "expired", "unknown"
        ]
        | str
        | None
    ) = None
    """How far the release has come on Microsoft Teams."""
    error_message: str | None = None
    """The reason, where the release failed."""
    telephone_numbers: list[TnReleaseEntry] | None = None
    """The phone numbers being released."""
    created_at: str | None = None
    """When the release was created, in ISO 8601 format."""


class GetReleaseResponse(Model):
    data: Release | None = None

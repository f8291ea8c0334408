from typing import Literal

from .._runtime.models import Model
from .tn_release_entry import TnReleaseEntry


class Release(Model):
    """A request to take phone numbers off an external connection."""

    ticket_id: str | None = None
    """The ticket of the upload or release."""
    tenant_id: str | None = None
    """The tenant at the other service."""
    status: (
        Literal[
            "pending_upload", "pending", "in_progress", "complete", "failed", "expired", "unknown"
        ]
        | str
        | None
    ) = None
    """How far the request is."""
    error_message: str | None = None
    """What went wrong, in words."""
    telephone_numbers: list[TnReleaseEntry] | None = None
    """The phone numbers of the release."""
    created_at: str | None = None
    """When the resource was made (ISO 8601)."""

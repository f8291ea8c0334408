from typing import Literal

from .._runtime.models import Model
from .tn_upload_entry import TnUploadEntry


class Upload(Model):
    """The assignment of phone numbers to an external connection."""

    ticket_id: str | None = None
    """The ticket identifier of the upload."""
    tenant_id: str | None = None
    """The identifier of the tenant at the external service."""
    location_id: str | None = None
    """The identifier of the location that the phone numbers are assigned to."""
    status: (
        Literal["pending_upload", "pending", "in_progress", "partial_success", "success", "error"]
        | str
        | None
    ) = None
    """How far the upload has come on Microsoft Teams."""
    available_usages: (
        list[Literal["calling_user_assignment", "first_party_app_assignment"] | str] | None
    ) = None
    """What the phone numbers of the upload can be used for on Microsoft Teams."""
    error_code: str | None = None
    """The code given by Microsoft Teams, where the upload failed."""
    error_message: str | None = None
    """The reason, where the upload failed."""
    tn_upload_entries: list[TnUploadEntry] | None = None
    """The phone numbers of the upload, each with its own status."""


class GetUploadResponse(Model):
    data: Upload | None = None

from typing import Literal

from .._runtime.models import Model
from .tn_upload_entry import TnUploadEntry


class Upload(Model):
    """A request to assign phone numbers to an external connection."""

    ticket_id: str | None = None
    """The ticket of the upload or release."""
    tenant_id: str | None = None
    """The tenant at the other service."""
    location_id: str | None = None
    """The location."""
    status: (
        Literal["pending_upload", "pending", "in_progress", "partial_success", "success", "error"]
        | str
        | None
    ) = None
    """How far the request is."""
    available_usages: (
        list[Literal["calling_user_assignment", "first_party_app_assignment"] | str] | None
    ) = None
    """What the phone numbers can be used for."""
    error_code: str | None = None
    """What went wrong."""
    error_message: str | None = None
    """What went wrong, in words."""
    tn_upload_entries: list[TnUploadEntry] | None = None
    """The phone numbers of the upload."""

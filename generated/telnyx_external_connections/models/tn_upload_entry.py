from typing import Literal

from .._runtime.models import Model


class TnUploadEntry(Model):
    """A phone number of an upload, and how far it is."""

    number_id: str | None = None
    """The phone number, by its identifier."""
    phone_number: str | None = None
    """The phone number (E.164)."""
    status: Literal["pending_upload", "pending", "in_progress", "success", "error"] | str | None = (
        None
    )
    """How far the request is."""
    error_code: (
        Literal[
            "internal_error",
            "unable_to_retrieve_default_location",
            "unknown_country_code",
            "unable_to_retrieve_location",
            "unable_to_retrieve_partner_info",
            "unable_to_match_geography_entry",
        ]
        | str
        | None
    ) = None
    """What went wrong."""
    error_message: str | None = None
    """What went wrong, in words."""
    civic_address_id: str | None = None
    """The civic address."""
    location_id: str | None = None
    """The location."""
    internal_status: (
        Literal[
            "pending_assignment",
            "in_progress",
            "all_internal_jobs_completed",
            "release_requested",
            "release_completed",
            "error",
        ]
        | str
        | None
    ) = None
    """How far the phone number is inside of Telnyx."""

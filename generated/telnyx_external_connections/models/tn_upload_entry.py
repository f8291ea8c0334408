from typing import Literal

from .._runtime.models import Model


class TnUploadEntry(Model):
    """One phone number of an upload."""

    number_id: str | None = None
    """The identifier of the phone number in the Telnyx API."""
    phone_number: str | None = None
    """The phone number in E.164 format."""
    status: Literal["pending_upload", "pending", "in_progress", "success", "error"] | str | None = (
        None
    )
    """How far this phone number has come on Microsoft Teams."""
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
    """The code given by Microsoft Teams, where this phone number failed."""
    error_message: str | None = None
    """The reason given by Microsoft Teams, where this phone number failed."""
    civic_address_id: str | None = None
    """The identifier of the civic address of the phone number."""
    location_id: str | None = None
    """The identifier of the location of the phone number."""
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
    """How far this phone number has come at Telnyx."""

from collections.abc import Sequence
from typing import Annotated, Literal, Required

from pydantic import Field
from typing_extensions import TypedDict

from .._runtime.formats import UUIDString
from .filter_uploads_consolidated import FilterUploadsConsolidated


class ListExternalConnectionUploadsParams(TypedDict, total=False):
    """The arguments of `external_connections.uploads.list`."""

    id: Required[str]
    """Identifies the resource."""
    filter: FilterUploadsConsolidated
    """Narrows the list to the uploads that match every field given."""
    page_number: Annotated[int, Field(ge=1)]
    """The page to give, counted from 1."""
    page_size: Annotated[int, Field(ge=1, le=250)]
    """How many items a page holds."""


class CreateExternalConnectionUploadParams(TypedDict, total=False):
    """The arguments of `external_connections.uploads.create`."""

    id: Required[str]
    """Identifies the resource."""
    number_ids: Required[Annotated[Sequence[str], Field(min_length=1)]]
    """The phone numbers to assign, by their identifiers."""
    usage: Literal["calling_user_assignment", "first_party_app_assignment"]
    """What the phone numbers are for."""
    additional_usages: Sequence[Literal["calling_user_assignment", "first_party_app_assignment"]]
    """What else the phone numbers are for."""
    location_id: UUIDString
    """The location."""
    civic_address_id: UUIDString
    """The civic address."""


class GetExternalConnectionUploadParams(TypedDict, total=False):
    """The arguments of `external_connections.uploads.retrieve`."""

    ticket_id: Required[UUIDString]
    """Identifies the upload by its ticket."""
    id: Required[str]
    """Identifies the resource."""


class RetryUploadParams(TypedDict, total=False):
    """The arguments of `external_connections.uploads.retry`."""

    ticket_id: Required[UUIDString]
    """Identifies the upload by its ticket."""
    id: Required[str]
    """Identifies the resource."""

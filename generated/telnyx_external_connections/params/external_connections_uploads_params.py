from collections.abc import Sequence
from typing import Annotated, Literal, Required

from pydantic import Field
from typing_extensions import TypedDict

from .._runtime.formats import UUIDString
from .filter_uploads_consolidated import FilterUploadsConsolidated


class ListExternalConnectionUploadsParams(TypedDict, total=False):
    id: Required[str]
    filter: FilterUploadsConsolidated
    page_number: Annotated[int, Field(ge=1)]
    page_size: Annotated[int, Field(ge=1, le=250)]


class CreateExternalConnectionUploadParams(TypedDict, total=False):
    id: Required[str]
    number_ids: Required[Annotated[Sequence[str], Field(min_length=1)]]
    usage: Literal["calling_user_assignment", "first_party_app_assignment"]
    additional_usages: Sequence[Literal["calling_user_assignment", "first_party_app_assignment"]]
    location_id: UUIDString
    civic_address_id: UUIDString


class GetExternalConnectionUploadParams(TypedDict, total=False):
    ticket_id: Required[UUIDString]
    id: Required[str]


class RetryUploadParams(TypedDict, total=False):
    ticket_id: Required[UUIDString]
    id: Required[str]

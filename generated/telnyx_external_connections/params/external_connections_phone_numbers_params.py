from typing import Annotated, Required

from pydantic import Field
from typing_extensions import TypedDict

from .._runtime.formats import UUIDString
from .filter_phone_numbers_consolidated import FilterPhoneNumbersConsolidated


class ListExternalConnectionPhoneNumbersParams(TypedDict, total=False):
    """The arguments of `external_connections.phone_numbers.list`."""

    id: Required[str]
    """Identifies the resource."""
    filter: FilterPhoneNumbersConsolidated
    """Narrows the list to the phone numbers that match every field given."""
    page_number: Annotated[int, Field(ge=1)]
    """The page to give, counted from 1."""
    page_size: Annotated[int, Field(ge=1, le=250)]
    """How many items a page holds."""


class UpdateExternalConnectionPhoneNumberParams(TypedDict, total=False):
    """The arguments of `external_connections.phone_numbers.update`."""

    phone_number_id: Required[str]
    """Identifies the phone number."""
    id: Required[str]
    """Identifies the resource."""
    location_id: UUIDString
    """The location."""

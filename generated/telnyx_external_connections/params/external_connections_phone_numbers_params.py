from typing import Annotated, Required

from pydantic import Field
from typing_extensions import TypedDict

from .._runtime.formats import UUIDString
from .filter_phone_numbers_consolidated import FilterPhoneNumbersConsolidated


class ListExternalConnectionPhoneNumbersParams(TypedDict, total=False):
    id: Required[str]
    filter: FilterPhoneNumbersConsolidated
    page_number: Annotated[int, Field(ge=1)]
    page_size: Annotated[int, Field(ge=1, le=250)]


class UpdateExternalConnectionPhoneNumberParams(TypedDict, total=False):
    phone_number_id: Required[str]
    id: Required[str]
    location_id: UUIDString

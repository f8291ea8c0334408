from typing import Required

from typing_extensions import TypedDict

from .._runtime.formats import UUIDString
from .filter_civic_addresses_consolidated import FilterCivicAddressesConsolidated


class ListCivicAddressesParams(TypedDict, total=False):
    id: Required[str]
    filter: FilterCivicAddressesConsolidated


class GetExternalConnectionCivicAddressParams(TypedDict, total=False):
    address_id: Required[UUIDString]
    id: Required[str]

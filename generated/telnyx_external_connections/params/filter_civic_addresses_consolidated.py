from collections.abc import Sequence

from typing_extensions import TypedDict


class FilterCivicAddressesConsolidated(TypedDict, total=False):
    country: Sequence[str]
    """Country codes (ISO 3166-1 alpha-2). Addresses in any of these countries match."""

from typing import Annotated, Required

from pydantic import Field
from typing_extensions import TypedDict

from .._runtime.formats import UUIDString
from .filter_releases_consolidated import FilterReleasesConsolidated


class ListExternalConnectionReleasesParams(TypedDict, total=False):
    id: Required[str]
    filter: FilterReleasesConsolidated
    page_number: Annotated[int, Field(ge=1)]
    page_size: Annotated[int, Field(ge=1, le=250)]


class GetExternalConnectionReleaseParams(TypedDict, total=False):
    release_id: Required[UUIDString]
    id: Required[str]

from typing import Annotated, Required

from pydantic import Field
from typing_extensions import TypedDict

from .._runtime.formats import UUIDString
from .filter_releases_consolidated import FilterReleasesConsolidated


class ListExternalConnectionReleasesParams(TypedDict, total=False):
    """The arguments of `external_connections.releases.list`."""

    id: Required[str]
    """Identifies the resource."""
    filter: FilterReleasesConsolidated
    """Narrows the list to the releases that match every field given."""
    page_number: Annotated[int, Field(ge=1)]
    """The page to give, counted from 1."""
    page_size: Annotated[int, Field(ge=1, le=250)]
    """How many items a page holds."""


class GetExternalConnectionReleaseParams(TypedDict, total=False):
    """The arguments of `external_connections.releases.retrieve`."""

    release_id: Required[UUIDString]
    """Identifies the release."""
    id: Required[str]
    """Identifies the resource."""

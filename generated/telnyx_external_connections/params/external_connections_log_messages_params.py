from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from .filter_log_messages_consolidated import FilterLogMessagesConsolidated


class ListExternalConnectionLogMessagesParams(TypedDict, total=False):
    """The arguments of `external_connections.log_messages.list`."""

    filter: FilterLogMessagesConsolidated
    """Narrows the list to the log messages that match every field given."""
    page_number: Annotated[int, Field(ge=1)]
    """The page to give, counted from 1."""
    page_size: Annotated[int, Field(ge=1, le=250)]
    """How many items a page holds."""

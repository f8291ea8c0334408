from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from .filter_log_messages_consolidated import FilterLogMessagesConsolidated


class ListExternalConnectionLogMessagesParams(TypedDict, total=False):
    filter: FilterLogMessagesConsolidated
    page_number: Annotated[int, Field(ge=1)]
    page_size: Annotated[int, Field(ge=1, le=250)]

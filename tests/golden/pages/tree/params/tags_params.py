from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict


class ListTagsParams(TypedDict, total=False):
    page: Annotated[int, Field(ge=0)]
    size: int

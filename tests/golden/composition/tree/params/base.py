from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from .._runtime.model_arguments import OrModel


class BaseAddress(TypedDict, total=False):
    city: str


class Base(TypedDict, total=False):
    id: str
    status: Literal["up", "down"]
    size: Annotated[int, Field(le=9)]
    address: OrModel[BaseAddress]

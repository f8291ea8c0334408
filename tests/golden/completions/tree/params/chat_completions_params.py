from collections.abc import Sequence
from typing import Annotated, Required

from pydantic import Field
from typing_extensions import TypedDict

from .._runtime.model_arguments import OrModel


class ChatRequestMessagesItem(TypedDict, total=False):
    role: Required[str]
    content: str


class CreateChatCompletionParams(TypedDict, total=False):
    model: Required[str]
    messages: Required[Sequence[OrModel[ChatRequestMessagesItem]]]
    temperature: Annotated[float, Field(le=2)]
    stream: bool | None

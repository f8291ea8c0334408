from collections.abc import Mapping, Sequence
from typing import Required

from typing_extensions import TypedDict

from .._runtime.model_arguments import OrModel
from .assistant_message import AssistantMessage
from .system_message import SystemMessage
from .user_message import UserMessage


class ChatParams(TypedDict, total=False):
    messages: Required[Sequence[OrModel[SystemMessage | UserMessage | AssistantMessage]]]
    numbers: Sequence[int]
    labels: Mapping[str, str]

"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .assistant_message import AssistantMessage as AssistantMessage
    from .chat_params import ChatParams as ChatParams
    from .owner import Owner as Owner
    from .system_message import SystemMessage as SystemMessage
    from .threads_params import PutThreadParams as PutThreadParams, ThreadSettings as ThreadSettings
    from .tool_call import ToolCall as ToolCall
    from .user_message import UserMessage as UserMessage
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".assistant_message": "AssistantMessage",
        ".chat_params": "ChatParams",
        ".owner": "Owner",
        ".system_message": "SystemMessage",
        ".threads_params": "PutThreadParams ThreadSettings",
        ".tool_call": "ToolCall",
        ".user_message": "UserMessage",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

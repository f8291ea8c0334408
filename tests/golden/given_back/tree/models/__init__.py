"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .owner import Owner as Owner
    from .reply import Reply as Reply, ReplyMessage as ReplyMessage
    from .thread import Thread as Thread, ThreadSettings as ThreadSettings
    from .tool_call import ToolCall as ToolCall
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".owner": "Owner",
        ".reply": "Reply ReplyMessage",
        ".thread": "Thread ThreadSettings",
        ".tool_call": "ToolCall",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

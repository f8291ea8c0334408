"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .chat import Chat as Chat, ChatChoicesItem as ChatChoicesItem
    from .chat_chunk import ChatChunk as ChatChunk
    from .delta import Delta as Delta
    from .message import Message as Message
    from .start import Start as Start
    from .ticket import Ticket as Ticket
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".chat": "Chat ChatChoicesItem",
        ".chat_chunk": "ChatChunk",
        ".delta": "Delta",
        ".message": "Message",
        ".start": "Start",
        ".ticket": "Ticket",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

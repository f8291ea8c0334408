"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .agents import Agents as Agents, AsyncAgents as AsyncAgents
    from .agents_completions import (
        AgentsCompletions as AgentsCompletions,
        AsyncAgentsCompletions as AsyncAgentsCompletions,
    )
    from .chat_completions import (
        AsyncChatCompletions as AsyncChatCompletions,
        ChatCompletions as ChatCompletions,
    )
    from .chat_resource import AsyncChatResource as AsyncChatResource, ChatResource as ChatResource
    from .generate import AsyncGenerate as AsyncGenerate, Generate as Generate
    from .jobs import AsyncJobs as AsyncJobs, Jobs as Jobs
    from .live import AsyncLive as AsyncLive, Live as Live
    from .messages import AsyncMessages as AsyncMessages, Messages as Messages
    from .reports import AsyncReports as AsyncReports, Reports as Reports
    from .set import AsyncSet as AsyncSet, Set as Set
    from .set_live import AsyncSetLive as AsyncSetLive, SetLive as SetLive
    from .set_not import AsyncSetNot as AsyncSetNot, SetNot as SetNot
    from .speech import AsyncSpeech as AsyncSpeech, Speech as Speech
    from .transcriptions import (
        AsyncTranscriptions as AsyncTranscriptions,
        Transcriptions as Transcriptions,
    )
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".agents": "Agents AsyncAgents",
        ".agents_completions": "AgentsCompletions AsyncAgentsCompletions",
        ".chat_completions": "AsyncChatCompletions ChatCompletions",
        ".chat_resource": "AsyncChatResource ChatResource",
        ".generate": "AsyncGenerate Generate",
        ".jobs": "AsyncJobs Jobs",
        ".live": "AsyncLive Live",
        ".messages": "AsyncMessages Messages",
        ".reports": "AsyncReports Reports",
        ".set": "AsyncSet Set",
        ".set_live": "AsyncSetLive SetLive",
        ".set_not": "AsyncSetNot SetNot",
        ".speech": "AsyncSpeech Speech",
        ".transcriptions": "AsyncTranscriptions Transcriptions",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

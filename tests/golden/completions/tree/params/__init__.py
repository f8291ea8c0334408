"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .agents_completions_params import (
        CreateAgentCompletionParams as CreateAgentCompletionParams,
    )
    from .chat_completions_params import (
        ChatRequestMessagesItem as ChatRequestMessagesItem,
        CreateChatCompletionParams as CreateChatCompletionParams,
    )
    from .generate_params import GenerateParams as GenerateParams
    from .jobs_params import CreateJobParams as CreateJobParams
    from .live_params import CreateLiveParams as CreateLiveParams
    from .messages_params import CreateMessageParams as CreateMessageParams
    from .reports_params import CreateReportParams as CreateReportParams
    from .set_live_params import SetLiveParams as SetLiveParams
    from .set_not_params import SetNotParams as SetNotParams
    from .speech_params import CreateSpeechParams as CreateSpeechParams
    from .transcriptions_params import CreateTranscriptionParams as CreateTranscriptionParams
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".agents_completions_params": "CreateAgentCompletionParams",
        ".chat_completions_params": "ChatRequestMessagesItem CreateChatCompletionParams",
        ".generate_params": "GenerateParams",
        ".jobs_params": "CreateJobParams",
        ".live_params": "CreateLiveParams",
        ".messages_params": "CreateMessageParams",
        ".reports_params": "CreateReportParams",
        ".set_live_params": "SetLiveParams",
        ".set_not_params": "SetNotParams",
        ".speech_params": "CreateSpeechParams",
        ".transcriptions_params": "CreateTranscriptionParams",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

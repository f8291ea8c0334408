"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .answers_params import CreateAnswerParams as CreateAnswerParams
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".answers_params": "CreateAnswerParams",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .batch_params import RunBatchParams as RunBatchParams
    from .free_params import CreateFreeParams as CreateFreeParams
    from .labels_params import CreateLabelParams as CreateLabelParams
    from .notes_params import (
        CreateNoteParams as CreateNoteParams,
        ReplaceNoteParams as ReplaceNoteParams,
    )
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".batch_params": "RunBatchParams",
        ".free_params": "CreateFreeParams",
        ".labels_params": "CreateLabelParams",
        ".notes_params": "CreateNoteParams ReplaceNoteParams",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

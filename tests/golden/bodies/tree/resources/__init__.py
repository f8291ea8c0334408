"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .batch import AsyncBatch as AsyncBatch, Batch as Batch
    from .free import AsyncFree as AsyncFree, Free as Free
    from .labels import AsyncLabels as AsyncLabels, Labels as Labels
    from .notes import AsyncNotes as AsyncNotes, Notes as Notes
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".batch": "AsyncBatch Batch",
        ".free": "AsyncFree Free",
        ".labels": "AsyncLabels Labels",
        ".notes": "AsyncNotes Notes",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

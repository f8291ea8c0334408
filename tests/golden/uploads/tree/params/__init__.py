"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .batches_params import (
        CreateBatchParams as CreateBatchParams,
        CreateBatchRequestItem as CreateBatchRequestItem,
    )
    from .blobs_params import PutBlobParams as PutBlobParams
    from .documents_params import (
        CreateDocumentMultipartParams as CreateDocumentMultipartParams,
        CreateDocumentParams as CreateDocumentParams,
        CreateDocumentXmlParams as CreateDocumentXmlParams,
    )
    from .events_params import (
        CreateEventsParams as CreateEventsParams,
        CreateEventsRequest as CreateEventsRequest,
    )
    from .feeds_params import CreateFeedParams as CreateFeedParams
    from .free_params import CreateFreeParams as CreateFreeParams
    from .hooks_params import CreateHookParams as CreateHookParams
    from .images_params import (
        PatchImageParams as PatchImageParams,
        PatchImageRequestItem as PatchImageRequestItem,
        PutImageParams as PutImageParams,
    )
    from .pictures_any_params import CreateAnyParams as CreateAnyParams
    from .pictures_params import (
        CreatePictureParams as CreatePictureParams,
        CreatePictureRequestPlace as CreatePictureRequestPlace,
        CreatePictureRequestSpotsItem as CreatePictureRequestSpotsItem,
    )
    from .tokens_params import (
        CreateTokenParams as CreateTokenParams,
        CreateTokenRequestFilter as CreateTokenRequestFilter,
    )
    from .videos_params import PutVideoParams as PutVideoParams
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".batches_params": "CreateBatchParams CreateBatchRequestItem",
        ".blobs_params": "PutBlobParams",
        ".documents_params": "CreateDocumentMultipartParams CreateDocumentParams "
        "CreateDocumentXmlParams",
        ".events_params": "CreateEventsParams CreateEventsRequest",
        ".feeds_params": "CreateFeedParams",
        ".free_params": "CreateFreeParams",
        ".hooks_params": "CreateHookParams",
        ".images_params": "PatchImageParams PatchImageRequestItem PutImageParams",
        ".pictures_any_params": "CreateAnyParams",
        ".pictures_params": "CreatePictureParams CreatePictureRequestPlace "
        "CreatePictureRequestSpotsItem",
        ".tokens_params": "CreateTokenParams CreateTokenRequestFilter",
        ".videos_params": "PutVideoParams",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .batches import AsyncBatches as AsyncBatches, Batches as Batches
    from .blobs import AsyncBlobs as AsyncBlobs, Blobs as Blobs
    from .documents import AsyncDocuments as AsyncDocuments, Documents as Documents
    from .events import AsyncEvents as AsyncEvents, Events as Events
    from .feeds import AsyncFeeds as AsyncFeeds, Feeds as Feeds
    from .free import AsyncFree as AsyncFree, Free as Free
    from .hooks import AsyncHooks as AsyncHooks, Hooks as Hooks
    from .images import AsyncImages as AsyncImages, Images as Images
    from .pictures import AsyncPictures as AsyncPictures, Pictures as Pictures
    from .pictures_any import AsyncPicturesAny as AsyncPicturesAny, PicturesAny as PicturesAny
    from .tokens import AsyncTokens as AsyncTokens, Tokens as Tokens
    from .videos import AsyncVideos as AsyncVideos, Videos as Videos
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".batches": "AsyncBatches Batches",
        ".blobs": "AsyncBlobs Blobs",
        ".documents": "AsyncDocuments Documents",
        ".events": "AsyncEvents Events",
        ".feeds": "AsyncFeeds Feeds",
        ".free": "AsyncFree Free",
        ".hooks": "AsyncHooks Hooks",
        ".images": "AsyncImages Images",
        ".pictures": "AsyncPictures Pictures",
        ".pictures_any": "AsyncPicturesAny PicturesAny",
        ".tokens": "AsyncTokens Tokens",
        ".videos": "AsyncVideos Videos",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

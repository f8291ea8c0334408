"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .articles_params import ListArticlesParams as ListArticlesParams
    from .books_params import ListBooksPage as ListBooksPage, ListBooksParams as ListBooksParams
    from .charges_params import ListChargesParams as ListChargesParams
    from .colours_params import ListColoursParams as ListColoursParams
    from .events_params import ListEventsParams as ListEventsParams
    from .files_params import ListFilesParams as ListFilesParams
    from .orders_params import ListOrdersParams as ListOrdersParams
    from .repos_params import ListReposParams as ListReposParams
    from .rooms_params import ListRoomsPage as ListRoomsPage, ListRoomsParams as ListRoomsParams
    from .search_params import SearchParams as SearchParams
    from .shelves_params import ListShelvesParams as ListShelvesParams
    from .tags_params import ListTagsParams as ListTagsParams
    from .users_params import ListUsersParams as ListUsersParams
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".articles_params": "ListArticlesParams",
        ".books_params": "ListBooksPage ListBooksParams",
        ".charges_params": "ListChargesParams",
        ".colours_params": "ListColoursParams",
        ".events_params": "ListEventsParams",
        ".files_params": "ListFilesParams",
        ".orders_params": "ListOrdersParams",
        ".repos_params": "ListReposParams",
        ".rooms_params": "ListRoomsPage ListRoomsParams",
        ".search_params": "SearchParams",
        ".shelves_params": "ListShelvesParams",
        ".tags_params": "ListTagsParams",
        ".users_params": "ListUsersParams",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

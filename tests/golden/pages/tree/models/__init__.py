"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .list_articles_response import (
        AsyncListArticlesPage as AsyncListArticlesPage,
        ListArticlesPage as ListArticlesPage,
        ListArticlesResponse as ListArticlesResponse,
        ListArticlesResponseLinks as ListArticlesResponseLinks,
        ListArticlesResponseLinksNext as ListArticlesResponseLinksNext,
    )
    from .list_books_response import (
        AsyncListBooksPage2 as AsyncListBooksPage2,
        ListBooksPage2 as ListBooksPage2,
        ListBooksResponse as ListBooksResponse,
        ListBooksResponseMeta as ListBooksResponseMeta,
    )
    from .list_charges_response import (
        AsyncListChargesPage as AsyncListChargesPage,
        ListChargesPage as ListChargesPage,
        ListChargesResponse as ListChargesResponse,
    )
    from .list_events_page import (
        AsyncListEventsPage as AsyncListEventsPage,
        ListEventsPage as ListEventsPage,
    )
    from .list_files_response import (
        AsyncListFilesPage as AsyncListFilesPage,
        ListFilesPage as ListFilesPage,
        ListFilesResponse as ListFilesResponse,
    )
    from .list_orders_response import (
        AsyncListOrdersPage as AsyncListOrdersPage,
        ListOrdersPage as ListOrdersPage,
        ListOrdersResponse as ListOrdersResponse,
    )
    from .list_repos_page import (
        AsyncListReposPage as AsyncListReposPage,
        ListReposPage as ListReposPage,
    )
    from .list_rooms_response import (
        AsyncListRoomsPage2 as AsyncListRoomsPage2,
        ListRoomsPage2 as ListRoomsPage2,
        ListRoomsResponse as ListRoomsResponse,
    )
    from .list_shelves_response import (
        AsyncListShelvesPage as AsyncListShelvesPage,
        ListShelvesPage as ListShelvesPage,
        ListShelvesResponse as ListShelvesResponse,
    )
    from .list_tags_page import AsyncListTagsPage as AsyncListTagsPage, ListTagsPage as ListTagsPage
    from .list_users_response import (
        AsyncListUsersPage as AsyncListUsersPage,
        ListUsersPage as ListUsersPage,
        ListUsersResponse as ListUsersResponse,
    )
    from .search_response import (
        AsyncSearchPage as AsyncSearchPage,
        SearchPage as SearchPage,
        SearchResponse as SearchResponse,
        SearchResponseContinue as SearchResponseContinue,
    )
    from .thing import Thing as Thing
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".list_articles_response": "AsyncListArticlesPage ListArticlesPage ListArticlesResponse "
        "ListArticlesResponseLinks ListArticlesResponseLinksNext",
        ".list_books_response": "AsyncListBooksPage2 ListBooksPage2 ListBooksResponse "
        "ListBooksResponseMeta",
        ".list_charges_response": "AsyncListChargesPage ListChargesPage ListChargesResponse",
        ".list_events_page": "AsyncListEventsPage ListEventsPage",
        ".list_files_response": "AsyncListFilesPage ListFilesPage ListFilesResponse",
        ".list_orders_response": "AsyncListOrdersPage ListOrdersPage ListOrdersResponse",
        ".list_repos_page": "AsyncListReposPage ListReposPage",
        ".list_rooms_response": "AsyncListRoomsPage2 ListRoomsPage2 ListRoomsResponse",
        ".list_shelves_response": "AsyncListShelvesPage ListShelvesPage ListShelvesResponse",
        ".list_tags_page": "AsyncListTagsPage ListTagsPage",
        ".list_users_response": "AsyncListUsersPage ListUsersPage ListUsersResponse",
        ".search_response": "AsyncSearchPage SearchPage SearchResponse SearchResponseContinue",
        ".thing": "Thing",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

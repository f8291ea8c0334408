"""The models of answers. Using one loads the module that it stands in, and no other."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .list_articles_page import (
        AsyncListArticlesPage as AsyncListArticlesPage,
        ListArticlesPage as ListArticlesPage,
    )
    from .list_articles_response import (
        ListArticlesResponse as ListArticlesResponse,
        ListArticlesResponseLinks as ListArticlesResponseLinks,
        ListArticlesResponseLinksNextOption2 as ListArticlesResponseLinksNextOption2,
    )
    from .list_books_page2 import (
        AsyncListBooksPage2 as AsyncListBooksPage2,
        ListBooksPage2 as ListBooksPage2,
    )
    from .list_books_response import (
        ListBooksResponse as ListBooksResponse,
        ListBooksResponseMeta as ListBooksResponseMeta,
    )
    from .list_charges_page import (
        AsyncListChargesPage as AsyncListChargesPage,
        ListChargesPage as ListChargesPage,
    )
    from .list_charges_response import ListChargesResponse as ListChargesResponse
    from .list_events_page import (
        AsyncListEventsPage as AsyncListEventsPage,
        ListEventsPage as ListEventsPage,
    )
    from .list_files_page import (
        AsyncListFilesPage as AsyncListFilesPage,
        ListFilesPage as ListFilesPage,
    )
    from .list_files_response import ListFilesResponse as ListFilesResponse
    from .list_orders_page import (
        AsyncListOrdersPage as AsyncListOrdersPage,
        ListOrdersPage as ListOrdersPage,
    )
    from .list_orders_response import ListOrdersResponse as ListOrdersResponse
    from .list_repos_page import (
        AsyncListReposPage as AsyncListReposPage,
        ListReposPage as ListReposPage,
    )
    from .list_tags_page import AsyncListTagsPage as AsyncListTagsPage, ListTagsPage as ListTagsPage
    from .search_page import AsyncSearchPage as AsyncSearchPage, SearchPage as SearchPage
    from .search_response import (
        SearchResponse as SearchResponse,
        SearchResponseContinue as SearchResponseContinue,
    )
    from .thing import Thing as Thing
else:
    from .._runtime.lazy import attributes

    __getattr__, __dir__, __all__ = attributes(
        __name__,
        {
            ".list_articles_page": "AsyncListArticlesPage ListArticlesPage",
            ".list_articles_response": "ListArticlesResponse ListArticlesResponseLinks "
            "ListArticlesResponseLinksNextOption2",
            ".list_books_page2": "AsyncListBooksPage2 ListBooksPage2",
            ".list_books_response": "ListBooksResponse ListBooksResponseMeta",
            ".list_charges_page": "AsyncListChargesPage ListChargesPage",
            ".list_charges_response": "ListChargesResponse",
            ".list_events_page": "AsyncListEventsPage ListEventsPage",
            ".list_files_page": "AsyncListFilesPage ListFilesPage",
            ".list_files_response": "ListFilesResponse",
            ".list_orders_page": "AsyncListOrdersPage ListOrdersPage",
            ".list_orders_response": "ListOrdersResponse",
            ".list_repos_page": "AsyncListReposPage ListReposPage",
            ".list_tags_page": "AsyncListTagsPage ListTagsPage",
            ".search_page": "AsyncSearchPage SearchPage",
            ".search_response": "SearchResponse SearchResponseContinue",
            ".thing": "Thing",
        },
    )

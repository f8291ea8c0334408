"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .articles import Articles as Articles, AsyncArticles as AsyncArticles
    from .books import AsyncBooks as AsyncBooks, Books as Books
    from .charges import AsyncCharges as AsyncCharges, Charges as Charges
    from .colours import AsyncColours as AsyncColours, Colours as Colours
    from .events import AsyncEvents as AsyncEvents, Events as Events
    from .files import AsyncFiles as AsyncFiles, Files as Files
    from .orders import AsyncOrders as AsyncOrders, Orders as Orders
    from .repos import AsyncRepos as AsyncRepos, Repos as Repos
    from .rooms import AsyncRooms as AsyncRooms, Rooms as Rooms
    from .search import AsyncSearch as AsyncSearch, Search as Search
    from .shelves import AsyncShelves as AsyncShelves, Shelves as Shelves
    from .tags import AsyncTags as AsyncTags, Tags as Tags
    from .users import AsyncUsers as AsyncUsers, Users as Users
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".articles": "Articles AsyncArticles",
        ".books": "AsyncBooks Books",
        ".charges": "AsyncCharges Charges",
        ".colours": "AsyncColours Colours",
        ".events": "AsyncEvents Events",
        ".files": "AsyncFiles Files",
        ".orders": "AsyncOrders Orders",
        ".repos": "AsyncRepos Repos",
        ".rooms": "AsyncRooms Rooms",
        ".search": "AsyncSearch Search",
        ".shelves": "AsyncShelves Shelves",
        ".tags": "AsyncTags Tags",
        ".users": "AsyncUsers Users",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

"""The resources of the clients: the classes that calls are methods of."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .nested import AsyncNested as AsyncNested, Nested as Nested
    from .pets import AsyncPets as AsyncPets, Pets as Pets
    from .places import AsyncPlaces as AsyncPlaces, Places as Places
    from .rows import AsyncRows as AsyncRows, Rows as Rows
    from .rows_with_headers import (
        AsyncRowsWithHeaders as AsyncRowsWithHeaders,
        RowsWithHeaders as RowsWithHeaders,
    )
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".nested": "AsyncNested Nested",
        ".pets": "AsyncPets Pets",
        ".places": "AsyncPlaces Places",
        ".rows": "AsyncRows Rows",
        ".rows_with_headers": "AsyncRowsWithHeaders RowsWithHeaders",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

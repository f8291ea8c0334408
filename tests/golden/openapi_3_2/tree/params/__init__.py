"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .cat import Cat as Cat
    from .dog import Dog as Dog
    from .nested_params import (
        CreateNestedParams as CreateNestedParams,
        CreateNestedRequestInner as CreateNestedRequestInner,
    )
    from .other import Other as Other
    from .pet import Pet as Pet
    from .pets_params import CreatePetParams as CreatePetParams
    from .places_params import CreatePlacesParams as CreatePlacesParams
    from .rows_params import (
        CreateRowsParams as CreateRowsParams,
        CreateRowsRequestItem as CreateRowsRequestItem,
    )
    from .rows_with_headers_params import (
        CreateRowsWithHeadersParams as CreateRowsWithHeadersParams,
        CreateRowsWithHeadersRequestItem as CreateRowsWithHeadersRequestItem,
    )
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".cat": "Cat",
        ".dog": "Dog",
        ".nested_params": "CreateNestedParams CreateNestedRequestInner",
        ".other": "Other",
        ".pet": "Pet",
        ".pets_params": "CreatePetParams",
        ".places_params": "CreatePlacesParams",
        ".rows_params": "CreateRowsParams CreateRowsRequestItem",
        ".rows_with_headers_params": "CreateRowsWithHeadersParams CreateRowsWithHeadersRequestItem",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

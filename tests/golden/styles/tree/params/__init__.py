"""The shapes of requests, as TypedDicts."""

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from .colors_params import (
        CollideParams as CollideParams,
        ContentFilter as ContentFilter,
        ContentParams as ContentParams,
        CookieCookieExplodedParams as CookieCookieExplodedParams,
        CookieCookieParams as CookieCookieParams,
        CookieFormExplodedParams as CookieFormExplodedParams,
        CookieFormParams as CookieFormParams,
        HeaderSimpleExplodedParams as HeaderSimpleExplodedParams,
        HeaderSimpleParams as HeaderSimpleParams,
        PathLabelExplodedParams as PathLabelExplodedParams,
        PathLabelParams as PathLabelParams,
        PathMatrixExplodedParams as PathMatrixExplodedParams,
        PathMatrixParams as PathMatrixParams,
        PathSimpleExplodedParams as PathSimpleExplodedParams,
        PathSimpleParams as PathSimpleParams,
        QueryDeepobjectExplodedParams as QueryDeepobjectExplodedParams,
        QueryFormExplodedParams as QueryFormExplodedParams,
        QueryFormParams as QueryFormParams,
        QueryPipedelimitedParams as QueryPipedelimitedParams,
        QueryReservedParams as QueryReservedParams,
        QuerySpacedelimitedParams as QuerySpacedelimitedParams,
        QueryStringParams as QueryStringParams,
        QueryStringSelector as QueryStringSelector,
        QueryTextParams as QueryTextParams,
        TemplateWithQueryParams as TemplateWithQueryParams,
    )
else:
    from .._runtime.lazy import attributes

    _MODULES = {
        ".colors_params": "CollideParams ContentFilter ContentParams CookieCookieExplodedParams "
        "CookieCookieParams CookieFormExplodedParams CookieFormParams HeaderSimpleExplodedParams "
        "HeaderSimpleParams PathLabelExplodedParams PathLabelParams PathMatrixExplodedParams "
        "PathMatrixParams PathSimpleExplodedParams PathSimpleParams QueryDeepobjectExplodedParams "
        "QueryFormExplodedParams QueryFormParams QueryPipedelimitedParams QueryReservedParams "
        "QuerySpacedelimitedParams QueryStringParams QueryStringSelector QueryTextParams "
        "TemplateWithQueryParams",
    }
    __getattr__, __dir__, __all__ = attributes(__name__, _MODULES)

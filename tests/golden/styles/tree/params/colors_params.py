from collections.abc import Mapping, Sequence
from typing import Literal, Required

from typing_extensions import TypedDict


class ContentFilter(TypedDict, total=False):
    R: int


class QueryStringSelector(TypedDict, total=False):
    color: str
    size: Sequence[int]


class ContentParams(TypedDict, total=False):
    color: Required[Sequence[int]]
    filter: ContentFilter
    note: str
    x_meta: Mapping[str, str]
    state: Sequence[str]
    plain: str


class CookieCookieParams(TypedDict, total=False):
    color: object


class CookieCookieExplodedParams(TypedDict, total=False):
    color: object


class CookieFormParams(TypedDict, total=False):
    color: object


class CookieFormExplodedParams(TypedDict, total=False):
    color: object


class TemplateWithQueryParams(TypedDict, total=False):
    id: Required[str]
    size: int


class HeaderSimpleParams(TypedDict, total=False):
    color: object


class HeaderSimpleExplodedParams(TypedDict, total=False):
    color: object


class CollideParams(TypedDict, total=False):
    id: Required[str]
    query_id: Required[int]
    cookie_id: str
    header_id: str
    size: int | Literal[""]
    untyped: object


class PathLabelParams(TypedDict, total=False):
    color: Required[object]


class PathLabelExplodedParams(TypedDict, total=False):
    color: Required[object]


class PathMatrixParams(TypedDict, total=False):
    color: Required[object]


class PathMatrixExplodedParams(TypedDict, total=False):
    color: Required[object]


class PathSimpleParams(TypedDict, total=False):
    color: Required[object]


class PathSimpleExplodedParams(TypedDict, total=False):
    color: Required[object]


class QueryDeepobjectExplodedParams(TypedDict, total=False):
    color: object


class QueryFormParams(TypedDict, total=False):
    color: object


class QueryFormExplodedParams(TypedDict, total=False):
    color: object


class QueryPipedelimitedParams(TypedDict, total=False):
    color: object


class QueryReservedParams(TypedDict, total=False):
    color: Sequence[str]


class QuerySpacedelimitedParams(TypedDict, total=False):
    color: object


class QueryStringParams(TypedDict, total=False):
    selector: Required[QueryStringSelector]


class QueryTextParams(TypedDict, total=False):
    selector: Required[Mapping[str, int]]

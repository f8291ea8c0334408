"""Which optional modules of the runtime the calls of an operation use."""

from __future__ import annotations

from ..identifiers import module
from ..ir import (
    Argument,
    ChosenBody,
    FormBody,
    JsonBody,
    LinesBody,
    Operation,
    Pagination,
    RawBody,
    Resource,
    Response,
    WholeJsonBody,
)
from ..ir.pagination import (
    Counted,
    Cursor,
    HeaderCursor,
    LastItem,
    NextLink,
    NextUrl,
    Offset,
    PageNumber,
    Plan,
)

_OF_PLANS: dict[type[Plan], str] = {
    PageNumber: "",
    **dict.fromkeys((Counted, Offset), "numbered_pages"),
    **dict.fromkeys((Cursor, HeaderCursor, LastItem), "cursors"),
    **dict.fromkeys((NextUrl, NextLink), "links"),
}
"""The module that has the class of each plan, which is called alike; empty for one that is always
there.
"""


def resource_module(resource: Resource) -> str:
    """Return the name of a resource's module in `resources/`."""
    return module(resource.class_name)


def plan_module(plan: Plan) -> str:
    """Return the runtime module of a pagination plan; an empty text for the always shipped core."""
    return _OF_PLANS[type(plan)]


def is_core_style(item: Argument) -> bool:
    """Return whether the always shipped core can write a parameter; others need `styles`."""
    if item.allow_reserved or item.content:
        return False
    match item.location:
        case "path" | "header":
            return item.style == "simple" and not item.explode
        case "cookie":
            return item.style == "form" and not item.explode
        case "query":
            return item.style in ("form", "deepObject")
        case _:
            return item.location in ("body", "media type")


def modules_of_operation(operation: Operation) -> frozenset[str]:
    """Return the modules of the runtime that the constant of an operation is made with.

    A multipart upload takes `multipart`; if one of its arguments is deprecated, `deprecation` too.
    A GET with plain query parameters takes none, as the core writes these.
    """
    modules: set[str] = set()
    styled = operation.arguments
    for body in operation.bodies():
        if isinstance(body, JsonBody | FormBody) and body.needed:
            modules.add("optional_body")
        match body:
            case FormBody(is_multipart=is_multipart, styles=styles):
                modules.add("multipart" if is_multipart else "forms")
                styled += styles
            case RawBody(is_base64=True):
                modules.add("base64_body")
            case LinesBody() | RawBody():
                modules.add("bodies")
            case WholeJsonBody():
                modules.add("parameters")
            case _:
                pass
    if isinstance(operation.body, ChosenBody):
        modules.add("body_choice")
    if not all(is_core_style(item) for item in styled):
        modules.add("styles")
    if any(is_core_style(item) and item.location in ("header", "cookie") for item in styled):
        modules.add("parameters")
    if operation.pagination is not None and (own := plan_module(operation.pagination.plan)):
        modules.add(own)
    if operation.deprecated or operation.deprecated_arguments:
        modules.add("deprecation")
    if operation.renamed or operation.removed:
        modules.add("old_arguments")
    if operation.server is not None:
        modules.add("servers")
    if operation.encoded_arguments:
        modules.add("number_encoding")
    if operation.loads_decimals:
        modules.add("number_parsing")
    return frozenset(modules)


def modules_of_response(response: Response) -> frozenset[str]:
    """Return the modules that read a response."""
    kinds = {answer.kind for answer in response.answers}
    modules = {"answers"} if kinds else set[str]()
    modules |= {"downloads"} if "file" in kinds else set()
    is_range = any(answer.is_range for answer in response.answers)
    modules |= {"downloads", "ranges"} if is_range else set()
    modules |= {"streams"} if kinds & {"lines", "events"} else set()
    return frozenset(modules | {"events"} if "events" in kinds else modules)


def modules_of_pagination(pagination: Pagination) -> frozenset[str]:
    """Return the modules that the pages of a list need."""
    modules: set[str] = set() if pagination.items else {"list_pages"}
    return frozenset(modules | ({"next_pages"} if plan_module(pagination.plan) else set()))

"""Which operations paginate, found by conservative rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from ..ir import (
    ListOf,
    Operation,
    Pagination,
    Ref,
    Scalar,
    Shape,
    TypeRef,
    Union,
)


def page_number(operation: Operation, shapes: Mapping[str, Shape]) -> Pagination | None:
    number = next(
        (
            item
            for item in operation.arguments
            if item.location == "query"
            and item.wire in ("page[number]", "page_number", "page")
            and isinstance(item.type, Scalar)
            and item.type.kind == "integer"
        ),
        None,
    )
    answer = operation.response.type
    if number is None or operation.http_method != "GET" or not isinstance(answer, Ref):
        return None
    fields = {field.wire: field for field in shapes[answer.name].fields}
    lists = [
        field
        for field in fields.values()
        if isinstance(field.type, ListOf) and field.wire != "errors"
    ]
    meta = fields.get("meta")
    if len(lists) != 1 or meta is None or not isinstance(meta.type, Ref):
        return None
    known = {field.wire for field in shapes[meta.type.name].fields}
    if not {"page_number", "total_pages"} <= known:
        return None
    items = cast("ListOf", lists[0].type)
    return Pagination(argument=number.name, items=lists[0].name, item=items.items)


def is_listing(type_: TypeRef | None, shapes: Mapping[str, Shape]) -> bool:
    """Whether an answer is a list: an array, or an object with exactly one array beside its
    `errors`.
    """
    if isinstance(type_, ListOf):
        return True
    if isinstance(type_, Union) or not isinstance(type_, Ref):
        return False
    fields = shapes[type_.name].fields
    return sum(isinstance(field.type, ListOf) and field.wire != "errors" for field in fields) == 1

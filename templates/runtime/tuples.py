"""Arrays whose first items have types of their own, with more items after them."""

from typing import Any, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema


class Rest:
    """Marks a `tuple[A, B, *tuple[C, ...]]`, which pydantic does not read by itself."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        *first, rest = get_args(source)
        items = [handler.generate_schema(item) for item in (*first, get_args(rest)[0])]
        return core_schema.tuple_schema(items, variadic_item_index=len(first))

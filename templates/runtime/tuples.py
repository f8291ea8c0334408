"""Arrays whose first items have types of their own (JSON Schema, `prefixItems`)."""

from typing import Any, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema


class ByPosition:
    """Marks a `tuple[A, B]` or a `tuple[A, B, *tuple[C, ...]]`."""

    kind = list

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        first, rest = _items(source)
        items = [handler.generate_schema(item) for item in (*first, *rest)]
        return core_schema.tuple_schema(items, variadic_item_index=len(first) if rest else None)

    def build(self, builder: Any, annotation: Any, value: list[Any], pointer: str) -> Any:
        """What an array that does not fit comes to: one of another length is kept as it came."""
        first, rest = _items(get_args(annotation)[0])
        if len(value) < len(first) or (len(value) > len(first) and not rest):
            builder.tell(pointer, "invalid-value", f"does not have {len(first)} items", value)
            return value
        types = (*first, *rest * (len(value) - len(first)))
        pairs = enumerate(zip(types, value, strict=True))
        return tuple(builder.build(type_, item, f"{pointer}/{at}") for at, (type_, item) in pairs)


def _items(source: Any) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """The types of the first items, and that of all others if there may be others."""
    *first, last = get_args(source)
    if getattr(last, "__unpacked__", False):
        return tuple(first), get_args(last)[:1]
    return (*first, last), ()

"""Arrays with `prefixItems`: their first items have types of their own."""

from collections.abc import Sequence
from typing import Any, Unpack, get_args, get_origin

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

from .plain_data import is_list


class ByPosition:
    """A marker of a `tuple[A, B]` or a `tuple[A, B, *tuple[C, ...]]`."""

    kind = list

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        first, rest = _items(source)
        items = [handler.generate_schema(item) for item in (*first, *rest)]
        schema = core_schema.tuple_schema(items, variadic_item_index=len(first) if rest else None)
        # A list is the same array, also where validation is strict.
        return core_schema.no_info_before_validator_function(_as_tuple, schema)

    def build(self, builder: Any, annotation: Any, value: list[Any], pointer: str) -> Any:
        """Return an array that does not fit as a tuple; one of another length as it is."""
        if not (types := self.types(annotation, value)):
            least = len(_items(get_args(annotation)[0])[0])
            builder.report(pointer, "invalid-value", f"does not have {least} items", value)
            return value
        pairs = enumerate(zip(types, value, strict=True))
        return tuple(builder.build(type_, item, f"{pointer}/{at}") for at, (type_, item) in pairs)

    def types(self, annotation: Any, value: Sequence[Any]) -> tuple[Any, ...]:
        """Return the type of each item; none if the array is too short or too long."""
        first, rest = _items(get_args(annotation)[0])
        more = len(value) - len(first)
        return () if more < 0 or (more and not rest) else (*first, *rest * more)


def _as_tuple(value: Any) -> Any:
    return tuple(value) if is_list(value) else value


def _items(source: Any) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """Return the types of the first items, and that of all others if there may be others."""
    *first, last = get_args(source)
    # `*tuple[C, ...]` has one of two forms, by whether it was evaluated from a string.
    if get_origin(last) is Unpack:
        (last,) = get_args(last)
    elif not getattr(last, "__unpacked__", False):
        return (*first, last), ()
    return tuple(first), get_args(last)[:1]

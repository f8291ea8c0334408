"""Request objects that may have fields of several members of an `anyOf`."""

from collections.abc import Callable
from typing import Any, get_args

from pydantic import GetCoreSchemaHandler, ValidationError
from pydantic_core import core_schema

from .plain_data import is_dict


class AnyOf:
    """A marker of a union of TypedDicts: a value fits one, and may have fields of the others.

    Those have to be valid only if their member fits too (JSON Schema Core, section 10.2.1.2).
    """

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        fields = [
            frozenset[str](getattr(member, "__annotations__", ())) for member in get_args(source)
        ]
        known = frozenset[str]().union(*fields)

        def check(value: Any, fits_one: Callable[[Any], Any]) -> Any:
            try:
                return fits_one(value)
            except ValidationError:
                if not is_dict(value) or not known.issuperset(value):
                    raise
                for own in fields:
                    try:
                        fits_one({key: item for key, item in value.items() if key in own})
                    except ValidationError:
                        continue
                    return value
                raise

        return core_schema.no_info_wrap_validator_function(check, handler(source))

"""Values that JSON has as strings in a format, such as times and decimals."""

from collections.abc import Callable
from typing import Any

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from .json_types import TEXT
from .models import ANSWER


class Text:
    """A marker of a type whose values, of the class `kind`, are read from text of a `pattern`.

    Valid text that the class cannot hold, as `is_beyond` says, stays text. Anything else is
    invalid.
    """

    def __init__(
        self,
        kind: type,
        said: str,
        pattern: str,
        is_beyond: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self._kind, self._said, self._pattern = kind, said, pattern
        self._is_beyond = is_beyond

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        text = core_schema.str_schema(pattern=f"^(?:{self._pattern})$")
        read = core_schema.chain_schema([text, handler.generate_schema(self._kind)])
        other = core_schema.with_info_after_validator_function(
            self._other, core_schema.any_schema()
        )
        return core_schema.union_schema(
            [read, other],
            mode="left_to_right",
            custom_error_type=TEXT,
            custom_error_message=f"Input should be {self._said}",
        )

    def _other(self, value: Any, info: ValidationInfo) -> Any:
        # Users may pass the value itself; a server sends JSON.
        if info.context is not ANSWER and type(value) is self._kind:
            return value
        if isinstance(value, str) and self._is_beyond(value):
            return value
        raise ValueError

    def __get_pydantic_json_schema__(self, _: CoreSchema, handler: Any) -> JsonSchemaValue:
        schema: JsonSchemaValue = handler(core_schema.str_schema(pattern=f"^(?:{self._pattern})$"))
        return schema

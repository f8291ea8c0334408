"""Request arrays with `uniqueItems` (JSON Schema Validation, 6.4.3)."""

import json
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from .plain_data import as_plain
from .request import as_json


class Unique:
    """A marker of an array whose items all differ in JSON."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(_checked, handler(source))


def _checked(items: Any) -> Any:
    texts: set[str] = set()
    for at, item in enumerate(items):
        text = _text(item)
        if text in texts:
            raise PydanticCustomError(
                "unique", "without the same item again, as {at} is", {"at": at}
            )
        texts.add(text)
    return items


def _text(item: object) -> str:
    """Return the same text for values that are equal in JSON (JSON Schema Core, 4.2.2).

    Its objects have no order, and 1 equals 1.0.
    """
    plain = json.loads(as_json(as_plain(item)), parse_float=_number)
    return json.dumps(plain, sort_keys=True)


def _number(text: str) -> float | int:
    number = float(text)
    return int(number) if number.is_integer() else number

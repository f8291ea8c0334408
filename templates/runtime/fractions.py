"""Enums of numbers with a fraction, which `Literal` cannot hold: checked in requests."""

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError


def one_of(*values: object) -> AfterValidator:
    """A check that a value is one of these."""
    known = ", ".join(map(str, values))

    def check(value: object) -> object:
        if value not in values:
            raise PydanticCustomError("enum", "one of {known}", {"known": known})
        return value

    return AfterValidator(check)

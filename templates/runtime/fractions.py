"""Enums of what `Literal` cannot hold, numbers with a fraction, arrays and objects: checked in
requests."""

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from .plain_data import as_plain


def one_of(*values: object) -> AfterValidator:
    """A check that a value is one of these."""
    known = ", ".join(map(str, values))

    def check(value: object) -> object:
        if as_plain(value) not in values:
            raise PydanticCustomError("enum", "one of {known}", {"known": known})
        return value

    return AfterValidator(check)

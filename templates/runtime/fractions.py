"""Request enums with values that `Literal` cannot hold: fractions, arrays and objects."""

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from .plain_data import as_plain


def one_of(*values: object) -> AfterValidator:
    """Return a validator that accepts one of these values."""
    known = ", ".join(map(str, values))

    def check(value: object) -> object:
        if as_plain(value) not in values:
            raise PydanticCustomError("enum", "one of {known}", {"known": known})
        return value

    return AfterValidator(check)

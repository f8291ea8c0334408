"""Old names of the values of an enum: a renamed one warns, a removed one raises an error."""

from typing import NoReturn

from .deprecation import warn
from .old_names import RemovedError


class Renamed:
    """The value of an enum under an old name."""

    def __init__(self, value: object, message: str) -> None:
        self._value, self._message = value, message

    def __get__(self, owner: object, kind: type) -> object:
        warn(self._message)
        return self._value


class Removed:
    """A value that an enum had: `hasattr` is false, as for all that it does not have."""

    def __init__(self, message: str) -> None:
        self._message = message

    def __get__(self, owner: object, kind: type) -> NoReturn:
        raise RemovedError(self._message)

"""Names that were removed: their use raises an error that says what replaces them."""

from collections.abc import Callable
from typing import Any, NoReturn

from .errors import ClientError


class RemovedError(ClientError, AttributeError):
    """A name that an earlier version of this client had, and this one does not have."""


def removed(**messages: str) -> Callable[[object, str], NoReturn]:
    """Return the `__getattr__` of a class that lost these names.

    Python calls it for names that the class does not have. They are in no completion, `hasattr` is
    false, and type checkers, which do not see it, report them.
    """

    def __getattr__(owner: object, name: str) -> NoReturn:
        if name in messages:
            raise RemovedError(messages[name])
        message = f"{type(owner).__name__!r} object has no attribute {name!r}"
        raise AttributeError(message, name=name, obj=owner)

    return __getattr__


def removed_fields(**messages: str) -> Callable[[Any, str], Any]:
    """Return the `__getattr__` of a model that lost these fields; what is sent is there still."""

    def __getattr__(model: Any, name: str) -> Any:
        from .models import Model

        try:
            return Model.__getattr__(model, name)  # type: ignore[attr-defined] # pyright: ignore
        except AttributeError:
            if name not in messages:
                raise
        raise RemovedError(messages[name])

    return __getattr__

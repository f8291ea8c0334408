"""Old names of arguments: a renamed one works and warns, a removed one raises an error."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, TypeVar

from .deprecation import warn
from .errors import OptionError
from .omitted import omit

_F = TypeVar("_F", bound=Callable[..., Any])


def old_arguments(
    renamed: Mapping[str, tuple[str, str]], removed: Mapping[str, str]
) -> Callable[[_F], _F]:
    """Make a method take old names of its arguments, by keyword.

    `renamed` has the new name and the warning for each, `removed` the message of the error. Type
    checkers know the new names alone: the overload that an old name would need is lost where the
    asynchronous method is derived.
    """

    def mark(function: Any) -> Any:
        @wraps(function)
        def call(*args: Any, **kwargs: Any) -> Any:
            for old in renamed.keys() & kwargs.keys():
                new, message = renamed[old]
                if (value := kwargs.pop(old)) is omit:
                    continue
                warn(message)
                if kwargs.get(new, omit) is not omit:
                    raise OptionError(f"{old} and {new} are the same argument: pass {new} alone")
                kwargs[new] = value
            for old in removed.keys() & kwargs.keys():
                if kwargs.pop(old) is not omit:
                    raise OptionError(removed[old])
            return function(*args, **kwargs)

        return call

    return mark

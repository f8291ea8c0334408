"""Old names of a client's own arguments: a renamed one works and warns, a removed one raises."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from .client import BaseClient
from .old_arguments import old_arguments

_C = TypeVar("_C", bound=type[BaseClient[Any, Any]])


def old_options(
    renamed: Mapping[str, tuple[str, str]], removed: Mapping[str, str]
) -> Callable[[_C], _C]:
    """Make a class of clients take old names of its arguments, also in `with_options`.

    `renamed` and `removed` are those of `old_arguments`.
    """

    def mark(client: Any) -> Any:
        takes_old = old_arguments(renamed, removed)
        client.__init__ = takes_old(client.__init__)
        client.with_options = client.copy = takes_old(client.with_options)
        return client

    return mark

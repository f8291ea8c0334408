"""Loading in advance what the first calls need."""

from __future__ import annotations

import sys
from operator import attrgetter
from typing import Any

from .operation import Operation
from .resource import cached_attributes


def warm(client: Any, names: tuple[str, ...]) -> None:
    """Load the transport, and the validators of these resources and those below, or of all."""
    client._pool.transport()
    _ = client._caller._exchange
    waiting: list[Any] = [attrgetter(name)(client) for name in names] or _below(client)
    while waiting:
        resource = waiting.pop()
        waiting += _below(resource)
        for module in {kind.__module__ for kind in type(resource).__mro__}:
            for value in list(vars(sys.modules[module]).values()):
                if isinstance(value, Operation):
                    _ = value.checker, value.reader


def _below(owner: Any) -> list[Any]:
    found = cached_attributes(owner)
    return [getattr(owner, name) for name in sorted(found) if not name.startswith(("_", "with_"))]

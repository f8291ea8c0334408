"""Chains of `$ref`s: a value that is a `$ref` to a value that is a `$ref`, and so on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from .plain import members
from .pointers import look_up


class Chain(NamedTuple):
    """The JSON pointers that a chain of `$ref`s leads through."""

    pointers: tuple[str, ...]
    """Each pointer once; the first is that of the value from which the chain was followed."""
    ring: tuple[str, ...] = ()
    """The last of `pointers`, if the `$ref` of the last one leads back to the first of these."""

    @property
    def end(self) -> str:
        """The last pointer: of a value that is no `$ref`, of none at all, or of a ring."""
        return self.pointers[-1]


def follow(pointer: str, next_reference: Callable[[str], str | None]) -> Chain:
    """Return the chain of `$ref`s that begins with the value at a pointer.

    `next_reference` returns the pointer that the value at a pointer refers to, None for one that is
    no `$ref`. Where `/a` refers to `/b`, `/b` to `/c`:

    - `/c` is a schema or does not exist: `Chain(("/a", "/b", "/c"))`
    - `/c` refers to `/b`: `Chain(("/a", "/b", "/c"), ring=("/b", "/c"))`
    """
    order = {pointer: 0}
    while (target := next_reference(pointer)) is not None:
        if (start := order.get(target)) is not None:
            pointers = tuple(order)
            return Chain(pointers, pointers[start:])
        order[target] = len(order)
        pointer = target
    return Chain(tuple(order))


def next_reference(data: Any, pointer: str) -> str | None:
    """Return the pointer that the value at a pointer of plain data refers to by `$ref`.

    None for a value that is no `$ref`, and where there is none.
    """
    try:
        return reference_of(look_up(data, pointer))
    except KeyError:
        return None


def reference_of(value: Any) -> str | None:
    """Return the pointer that a value refers to by `$ref`; None for one that is no `$ref`."""
    target = members(value).get("$ref")
    return target.removeprefix("#") if isinstance(target, str) else None

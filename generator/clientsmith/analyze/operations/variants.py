"""The names of the further calls that operations have for bodies of other media types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...identifiers import unique
from ...ir import Operation


def variants_apart(found: Iterable[Sequence[Operation]]) -> list[Operation]:
    """Return all calls, each operation followed by its variants, under distinct names.

    A variant is renamed where its resource has a method or a resource of its name.
    """
    ways = list(found)
    taken: dict[tuple[str, ...], set[str]] = {}
    for usual, *_ in ways:
        taken.setdefault(usual.resource, set()).add(usual.method)
        for depth in range(1, len(usual.resource)):
            taken.setdefault(usual.resource[:depth], set()).add(usual.resource[depth])
    operations: list[Operation] = []
    for usual, *variants in ways:
        operations.append(usual)
        for variant in variants:
            held = taken[variant.resource]
            name = unique(variant.method, held)
            held.add(name)
            operations.append(replace(variant, method=name))
    return operations

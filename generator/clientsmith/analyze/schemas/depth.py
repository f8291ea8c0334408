"""The references between shapes that are loaded only when they are used.

A class whose fields are of other classes costs Python's stack when it is imported, and again when
pydantic completes it, for each class that it leads to. Where a way through the shapes would grow
too long, it is cut: what stands behind is imported and completed on its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ...ir import ListOf, MapOf, Ref, Scalar, Shape, TupleOf, TypeRef, Union
from ...ir.graph import refs_of, rings

_LONGEST = 20
"""Shapes on a way. Completing a model takes some 15 frames of the 1,000 that Python has; others of
them may be the caller's.
"""


def with_cuts(shapes: Sequence[Shape]) -> tuple[Shape, ...]:
    """Return the shapes, with the references of each that are loaded only when used."""
    known = {shape.name: shape for shape in shapes}
    graph = {shape.name: known.keys() & refs_of(shape) for shape in shapes}
    weight = {shape.name: _weight(shape) for shape in shapes}
    deferred: dict[str, set[str]] = {name: set() for name in graph}
    length: dict[str, int] = {}
    # Each ring comes after those that it leads to.
    for ring in rings(graph):
        if sum(weight[name] for name in ring) <= _LONGEST:
            _measure(ring, graph, weight, length, deferred)
            continue
        inside = {name: graph[name].intersection(ring) for name in ring}
        for name, target in _closing(inside):
            deferred[name].add(target)
        opened = {name: graph[name] - deferred[name] for name in ring}
        inner = {name: opened[name].intersection(ring) for name in ring}
        for (name,) in rings(inner):
            _measure([name], opened, weight, length, deferred)
    return tuple(
        replace(shape, deferred=frozenset(deferred[shape.name])) if deferred[shape.name] else shape
        for shape in shapes
    )


def _measure(
    ring: Sequence[str],
    graph: Mapping[str, set[str]],
    weight: Mapping[str, int],
    length: dict[str, int],
    deferred: Mapping[str, set[str]],
) -> None:
    """Set the length of the longest path from each shape of a ring, cutting longer ones."""
    longest = 0
    for name in ring:
        for target in sorted(graph[name].difference(ring)):
            if length[target] >= _LONGEST:
                deferred[name].add(target)
            else:
                longest = max(longest, length[target])
    total = longest + sum(weight[name] for name in ring)
    length.update(dict.fromkeys(ring, total))


def _closing(graph: Mapping[str, set[str]]) -> Iterable[tuple[str, str]]:
    """Return the edges whose removal leaves no ring: those back to a node still being searched."""
    found: list[tuple[str, str]] = []
    done: set[str] = set()
    for root in sorted(graph):
        if root in done:
            continue
        path = [(root, iter(sorted(graph[root])))]
        open_ = {root}
        while path:
            name, targets = path[-1]
            for target in targets:
                if target in open_:
                    found.append((name, target))
                elif target not in done:
                    open_.add(target)
                    path.append((target, iter(sorted(graph[target]))))
                    break
            else:
                path.pop()
                open_.discard(name)
                done.add(name)
    return found


def _weight(shape: Shape) -> int:
    """Return what a shape adds to the length of a path through it."""
    if shape.alias is not None:
        # An alias is no class, and pydantic takes twice the time for each Sequence in a Sequence.
        return max(1, 4 * _nested(shape.alias))
    return max(1, max(map(_nested, shape.types), default=0) // 2)


def _nested(type_: TypeRef) -> int:
    """Return how many arrays, maps and unions a type nests."""
    match type_:
        case Scalar() | Ref():  # What most types are.
            return 0
        case ListOf(items=part) | MapOf(values=part):
            return 1 + _nested(part)
        case Union(members=parts) | TupleOf(items=parts):
            return 1 + max(map(_nested, parts), default=0)
        case _:
            return 0

"""Which shape stands in which module: one a named schema, its nested objects beside it.

Shapes that refer to one another in a ring share a module, since both Python imports and pydantic
need the name there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from .ir import Choice, ListOf, MapOf, Ref, Scalar, Shape, TupleOf, TypeRef, Union


def refs(type_: TypeRef) -> tuple[str, ...]:
    """The names of the shapes that an annotation of this type mentions."""
    match type_:
        case Scalar() | Choice():  # What most types are.
            return ()
        case Ref(name=name):
            return (name,)
        case ListOf(items=part) | MapOf(values=part):
            return refs(part)
        case Union(members=parts):
            return tuple(name for part in parts for name in refs(part))
        case TupleOf(items=parts, rest=rest):
            parts = parts if rest is None else (*parts, rest)
            return tuple(name for part in parts for name in refs(part))
        case _:
            return ()


def refs_of(shape: Shape) -> list[str]:
    """The names of the shapes that the fields of `shape` mention, sorted."""
    return sorted({name for type_ in shape.types for name in refs(type_)})


def assign(shapes: Sequence[Shape], home: Callable[[Shape], str]) -> dict[str, str]:
    """Shape name → module: `home` of the shape, or of the first of the ring that it is part of."""
    module = {shape.name: home(shape) for shape in shapes}
    graph: dict[str, set[str]] = {name: set() for name in module.values()}
    for shape in shapes:
        needed = (name for name in refs_of(shape) if name not in shape.later)
        graph[module[shape.name]].update(module[name] for name in needed)
    first = {name: min(ring) for ring in rings(graph) for name in ring}
    return {name: first[place] for name, place in module.items()}


def rings(graph: Mapping[str, set[str]]) -> Iterator[list[str]]:
    """The strongly connected components of `graph`, by Tarjan's method without recursion."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    held: set[str] = set()
    for root in sorted(graph):
        if root in index:
            continue
        work = [(root, iter(sorted(graph[root])))]
        index[root] = low[root] = len(index)
        stack.append(root)
        held.add(root)
        while work:
            node, following = work[-1]
            for other in following:
                if other not in index:
                    index[other] = low[other] = len(index)
                    stack.append(other)
                    held.add(other)
                    work.append((other, iter(sorted(graph[other]))))
                    break
                if other in held:
                    low[node] = min(low[node], index[other])
            else:
                work.pop()
                if work:
                    parent = work[-1][0]
                    low[parent] = min(low[parent], low[node])
                if low[node] == index[node]:
                    ring: list[str] = []
                    while not ring or ring[-1] != node:
                        ring.append(stack.pop())
                        held.discard(ring[-1])
                    yield ring

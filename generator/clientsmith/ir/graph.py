"""Which shape stands in which module: one a named schema, its nested objects beside it.

Shapes that refer to one another in a ring share a module, since both Python imports and pydantic
need the name there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from .api import Among, Choice, ListOf, MapOf, Ref, Scalar, Shape, TupleOf, TypeRef, Union


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


def needs(shapes: Iterable[Shape]) -> dict[str, list[str]]:
    """Shape name → the names of the shapes that it needs as soon as itself."""
    return {
        shape.name: [name for name in refs_of(shape) if name not in shape.later] for shape in shapes
    }


def assign(needs: Mapping[str, Iterable[str]], homes: Mapping[str, str]) -> dict[str, str]:
    """Shape name → module: the home of the shape, or of the first of the ring that it is part of,
    by what each shape needs.
    """
    graph: dict[str, set[str]] = {home: set() for home in homes.values()}
    for name, needed in needs.items():
        graph[homes[name]].update(homes[other] for other in needed)
    first = {name: min(ring) for ring in rings(graph) for name in ring}
    return {name: first[homes[name]] for name in needs}


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


def every_type(types: Iterable[TypeRef]) -> Collection[TypeRef]:
    """The types, and those that they are made of; one that many share is there once."""
    found: dict[int, TypeRef] = {}
    waiting = list(types)
    while waiting:
        type_ = waiting.pop()
        if id(type_) in found:
            continue
        found[id(type_)] = type_
        match type_:
            case Scalar() | Ref():  # What most types are.
                pass
            case ListOf(items=part) | MapOf(values=part) | Among(type=part):
                waiting.append(part)
            case Union(members=parts):
                waiting += parts
            case TupleOf(items=parts, rest=rest):
                waiting += parts if rest is None else (*parts, rest)
            case _:
                pass
    return found.values()


def constants_of(types: Iterable[TypeRef], shapes: Iterable[Shape]) -> set[str]:
    """The shapes that have the names of the values of these types, and of those in `shapes`."""
    return {
        part.name
        for part in every_type((*types, *types_of(shapes)))
        if isinstance(part, Choice) and part.name
    }


def types_of(shapes: Iterable[Shape]) -> Iterator[TypeRef]:
    """Yield the types of the fields of these shapes, and of what they are other names for."""
    for shape in shapes:
        yield from shape.types

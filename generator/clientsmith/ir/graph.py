"""Which types and shapes refer to which, as a graph."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from .shapes import Shape
from .types import Among, Choice, ListOf, MapOf, Ref, Scalar, TupleOf, TypeRef, Union


def refs(type_: TypeRef) -> tuple[str, ...]:
    """Return the names of the shapes that a type refers to."""
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
    """Return the names of the shapes that a shape refers to, sorted."""
    return sorted({name for type_ in shape.types for name in refs(type_)})


def rings(graph: Mapping[str, set[str]]) -> Iterator[list[str]]:
    """Yield the strongly connected components of a graph, each after those that it leads to.

    `{"a": {"b"}, "b": {"a", "c"}, "c": set()}` gives `["c"]`, then `["a", "b"]` in any order. It is
    Tarjan's method without recursion: a document may nest deeper than Python's stack.
    """
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    for root in sorted(graph):
        if root in index:
            continue
        work = [(root, iter(sorted(graph[root])))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        while work:
            node, targets = work[-1]
            for other in targets:
                if other not in index:
                    index[other] = low[other] = len(index)
                    stack.append(other)
                    on_stack.add(other)
                    work.append((other, iter(sorted(graph[other]))))
                    break
                if other in on_stack:
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
                        on_stack.discard(ring[-1])
                    yield ring


def every_type(types: Iterable[TypeRef]) -> Collection[TypeRef]:
    """Return these types and all that they consist of; an object that many share is there once."""
    found: dict[int, TypeRef] = {}
    waiting = list(types)
    while waiting:
        type_ = waiting.pop()
        if id(type_) in found:
            continue
        found[id(type_)] = type_
        kind = type(type_)
        if kind is Scalar or kind is Ref:  # What most types are.
            continue
        match type_:
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
    """Return the names of the shapes of named enums among these types and those of `shapes`."""
    return {
        part.name
        for part in every_type((*types, *types_of(shapes)))
        if isinstance(part, Choice) and part.name
    }


def types_of(shapes: Iterable[Shape]) -> Iterator[TypeRef]:
    """Yield the types of the fields, of the other properties and of the aliases of these shapes."""
    for shape in shapes:
        yield from shape.types

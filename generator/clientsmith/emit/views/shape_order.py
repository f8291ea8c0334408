"""The order of the shapes of a module, and which of them refer to themselves or to later ones."""

from __future__ import annotations

from collections.abc import Sequence

from ...ir import Shape
from ...ir.graph import refs, refs_of


def _bottom_up(shapes: Sequence[Shape]) -> list[Shape]:
    """Return the shapes, each after those that it mentions, as far as there is no cycle."""
    inside = {shape.name: shape for shape in shapes}
    done: dict[str, Shape] = {}
    for start in shapes:
        stack = [(start.name, iter(refs_of(start)))]
        open_ = {start.name}
        while stack:
            name, targets = stack[-1]
            for other in targets:
                if other in inside and other not in done and other not in open_:
                    open_.add(other)
                    stack.append((other, iter(refs_of(inside[other]))))
                    break
            else:
                stack.pop()
                done.setdefault(name, inside[name])
    return list(done.values())


def in_order(shapes: Sequence[Shape]) -> list[Shape]:
    """Return the shapes of a module in the order in which they are printed, aliases last.

    The type of an alias is evaluated when it is defined, that of a field only when it is used.
    """
    return sorted(_bottom_up(shapes), key=lambda shape: shape.alias is not None)


def has_forward_references(shapes: Sequence[Shape]) -> bool:
    """Whether a class of a module mentions itself or a shape that is defined after it."""
    undefined = {shape.name for shape in shapes}
    for shape in in_order(shapes):
        if shape.alias is None and undefined.intersection(refs_of(shape)):
            return True
        undefined.discard(shape.name)
    return False


def is_recursive_alias(shape: Shape, shapes: Sequence[Shape]) -> bool:
    """Whether an alias is, through aliases alone, a part of its own type."""
    aliases = {other.name: other.alias for other in shapes if other.alias is not None}
    met: set[str] = set()
    waiting = [shape.name]
    while waiting:
        type_ = aliases.get(waiting.pop())
        for name in refs(type_) if type_ is not None else ():
            if name == shape.name:
                return True
            if name not in met:
                met.add(name)
                waiting.append(name)
    return False

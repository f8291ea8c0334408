"""The shapes of other modules that a module imports when it first uses them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...ir.graph import refs_of
from ..annotations import Import
from ..values import Literal, Name
from .shape_modules import ShapesModule


@dataclass(frozen=True, slots=True)
class DeferredView:
    """A shape of another module that is imported when it is first used."""

    name: Name
    text: Literal
    module: Literal
    function: Name


def homes_by_time(part: ShapesModule) -> tuple[set[Import], set[Import]]:
    """Return the imports of other modules of shapes: those at import and those at first use."""
    now = {name for shape in part.shapes for name in refs_of(shape) if name not in shape.deferred}
    deferred = {name for shape in part.shapes for name in shape.deferred} - now
    pairs = {(module.source, name) for name, module in part.homes}
    return {pair for pair in pairs if pair[1] not in deferred}, {
        pair for pair in pairs if pair[1] in deferred
    }


def deferred_views(homes: Iterable[Import], function: str) -> tuple[DeferredView, ...]:
    """Return the shapes with these homes, each imported by a function of the runtime."""
    return tuple(
        DeferredView(Name(name), Literal(name), Literal(module), Name(function))
        for module, name in sorted(homes, key=lambda pair: pair[1])
    )

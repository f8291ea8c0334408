from __future__ import annotations

from typing import Annotated, Any, Literal

from .._runtime.datetimes import AsDateTime
from .._runtime.models import Model
from .._runtime.tagged import TaggedBy
from .cat import Cat
from .dog import Dog
from .nest import Nest
from .read_only import ReadOnly


class TreeBark(Model):
    colour: str | None = None


class Tree(Model):
    """A tree of trees."""

    __nullable__ = ("height", "free", "status", "nest", "bark")
    __read_only__ = ("id",)
    id: str
    """Set by the server."""
    kind: Literal["tree"]
    parent: Tree | None = None
    children: list[Tree] | None = None
    by_name: dict[str, Tree] | None = None
    leaf: Leaf | None = None
    pet: Annotated[Cat | Dog, TaggedBy("species", {"cat": Cat, "dog": Dog})] | None = None
    height: float | None = None
    planted: AsDateTime | None = None
    free: Any | None = None
    status: Literal["up", "down"] | str | None = None
    level: Literal[1, 2, 3] | int | None = None
    old: str | None = None
    """Deprecated."""
    read_only: ReadOnly | None = None
    nest: Nest | None = None
    bark: str | TreeBark | None = None


class Leaf(Model):
    tree: Tree | None = None

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, Required

from pydantic import Field
from typing_extensions import TypedDict

from .._runtime.datetime_formats import AwareDateTime, DateTimeString
from .._runtime.model_arguments import OrModel
from .cat import Cat
from .dog import Dog
from .nest import Nest
from .read_only import ReadOnly


class TreeBark(TypedDict, total=False):
    colour: str


class Tree(TypedDict, total=False):
    """A tree of trees."""

    secret: str
    kind: Required[Literal["tree"]]
    parent: OrModel[Tree]
    children: Annotated[Sequence[OrModel[Tree]], Field(max_length=3)]
    by_name: Mapping[str, OrModel[Tree]]
    leaf: OrModel[Leaf]
    pet: OrModel[Cat | Dog]
    height: Annotated[float, Field(gt=0)] | None
    """Default 1.5."""
    planted: DateTimeString | AwareDateTime
    free: object
    status: Literal["up", "down"] | None
    level: Literal[1, 2, 3]
    old: str
    """Deprecated."""
    read_only: OrModel[ReadOnly]
    nest: OrModel[Nest | None]
    bark: OrModel[str | TreeBark | None]


class Leaf(TypedDict, total=False):
    tree: OrModel[Tree]


class CreateTreeParams(TypedDict, total=False):
    kind: Required[Literal["tree"]]
    secret: str
    parent: OrModel[Tree]
    children: Annotated[Sequence[OrModel[Tree]], Field(max_length=3)]
    by_name: Mapping[str, OrModel[Tree]]
    leaf: OrModel[Leaf]
    pet: OrModel[Cat | Dog]
    height: Annotated[float, Field(gt=0)] | None
    planted: DateTimeString | AwareDateTime
    free: object
    status: Literal["up", "down"] | None
    level: Literal[1, 2, 3]
    old: str
    read_only: OrModel[ReadOnly]
    nest: OrModel[Nest | None]
    bark: OrModel[str | TreeBark | None]

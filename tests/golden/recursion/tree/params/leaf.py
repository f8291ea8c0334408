from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Required

from typing_extensions import TypedDict

from .._runtime.model_arguments import OrModel
from .all import Rule
from .columns import Rows
from .compound_filter import CompoundFilter


class Node(TypedDict, total=False):
    name: str
    parent: OrModel[Node]
    children: Sequence[OrModel[Node]]
    by_name: Mapping[str, OrModel[Node]]
    leaf: OrModel[Leaf]
    either: OrModel[Node | Leaf | str]
    rows: Rows
    rule: Rule
    filter: OrModel[CompoundFilter]


class Leaf(TypedDict, total=False):
    node: Required[OrModel[Node]]


class CreateNodeParams(TypedDict, total=False):
    name: str
    parent: OrModel[Node]
    children: Sequence[OrModel[Node]]
    by_name: Mapping[str, OrModel[Node]]
    leaf: OrModel[Leaf]
    either: OrModel[Node | Leaf | str]
    rows: Rows
    rule: Rule
    filter: OrModel[CompoundFilter]

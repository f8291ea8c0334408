from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Required

from typing_extensions import TypedDict

from .all import Rule
from .columns import Rows


class Node(TypedDict, total=False):
    name: str
    parent: Node
    children: Sequence[Node]
    by_name: Mapping[str, Node]
    leaf: Leaf
    either: Node | Leaf | str
    rows: Rows
    rule: Rule


class Leaf(TypedDict, total=False):
    node: Required[Node]


class CreateNodeParams(TypedDict, total=False):
    name: str
    parent: Node
    children: Sequence[Node]
    by_name: Mapping[str, Node]
    leaf: Leaf
    either: Node | Leaf | str
    rows: Rows
    rule: Rule

from __future__ import annotations

from .._runtime.models import Model
from .all import Rule
from .columns import Rows


class Node(Model):
    name: str | None = None
    parent: Node | None = None
    children: list[Node] | None = None
    by_name: dict[str, Node] | None = None
    leaf: Leaf | None = None
    either: Node | Leaf | str | None = None
    rows: Rows | None = None
    rule: Rule | None = None


class Leaf(Model):
    node: Node

from __future__ import annotations

from typing import Annotated

from .._runtime.enum_unions import ByEnums
from .._runtime.models import Model
from .all import Rule
from .columns import Rows
from .compound_filter import CompoundFilter


class Node(Model):
    name: str | None = None
    parent: Node | None = None
    children: list[Node] | None = None
    by_name: dict[str, Node] | None = None
    leaf: Leaf | None = None
    either: Annotated[Node | Leaf, ByEnums()] | str | None = None
    rows: Rows | None = None
    rule: Rule | None = None
    filter: CompoundFilter | None = None


class Leaf(Model):
    node: Node

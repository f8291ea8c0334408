"""The origins of a file's values after overlays changed them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from ..positions import File, Origin

Keys: TypeAlias = "tuple[str, ...]"
Place: TypeAlias = "tuple[File, Keys]"
Note: TypeAlias = "tuple[str, File, Keys]"


class Node:
    """Where one value and the values in it come from.

    Without `inner`, each value in it is at the same keys of the same file. With it, those that an
    overlay put there or moved have nodes of their own; None stands for one that was removed.
    """

    __slots__ = ("file", "inner", "keys", "mark", "note")

    def __init__(self, file: File, keys: Keys, note: Note | None = None) -> None:
        self.file = file
        self.keys = keys
        self.note = note
        """A second place of this value and of all in it."""
        self.mark: Note | None = None
        """A second place of this value alone, whose members or items changed."""
        self.inner: dict[str, Node | None] | list[Node] | None = None

    def child(self, key: str | int) -> Node:
        """Return the node of a member or an item, which need not be one of its own yet."""
        if isinstance(self.inner, list):
            return self.inner[int(key)]
        known = None if self.inner is None else self.inner.get(str(key))
        return known or Node(self.file, (*self.keys, str(key)), self.note)

    def opened(self, key: str | int, holder: dict[str, Any] | list[Any]) -> Node:
        """Return the node of a member or an item of `holder`, after making it one of its own."""
        if isinstance(holder, list):
            return self.items(len(holder))[int(key)]
        members = self.members()
        node = members[str(key)] = self.child(key)
        return node

    def members(self) -> dict[str, Node | None]:
        """Return the nodes of the members of an object, to be changed."""
        if not isinstance(self.inner, dict):
            self.inner = {}
        return self.inner

    def items(self, length: int) -> list[Node]:
        """Return the nodes of the items of a list, to be changed."""
        if not isinstance(self.inner, list):
            self.inner = [
                Node(self.file, (*self.keys, str(index)), self.note) for index in range(length)
            ]
        return self.inner

    def copied(self, note: Note) -> Node:
        """Return a node for a copy of the value, with another second place."""
        node = Node(self.file, self.keys, note)
        if isinstance(self.inner, list):
            node.inner = [item.copied(note) for item in self.inner]
        elif self.inner is not None:
            node.inner = {
                key: None if member is None else member.copied(note)
                for key, member in self.inner.items()
            }
        return node


class Tree:
    """The origins of the values of a file."""

    def __init__(self, file: File) -> None:
        self.top = Node(file, ())

    def find(self, keys: Sequence[str]) -> Origin:
        """Return the origin of the value at a path, or of its nearest existing ancestor."""
        node = self.top
        for depth, key in enumerate(keys):
            if node.inner is None:
                return Origin(node.file, (*node.keys, *keys[depth:]), node.note or node.mark)
            if isinstance(node.inner, list):
                if not key.isdecimal() or int(key) >= len(node.inner):
                    break
                node = node.inner[int(key)]
            else:
                inner = node.inner.get(key, node)
                if inner is None:
                    break
                # A member that no overlay changed.
                node = node.child(key) if inner is node else inner
        return Origin(node.file, node.keys, node.note or node.mark)

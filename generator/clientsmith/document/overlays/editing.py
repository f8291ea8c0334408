"""Change the data of a file, and keep the place of each value."""

from __future__ import annotations

from typing import Any, cast

from ...diagnostics import ClientsmithError, Span, error
from ...limits import Limits
from ..parse_errors import too_deep, too_many
from ..plain import CONTAINERS, Plain, measure
from ..positions import File
from .origins import Keys, Node, Note, Place, Tree
from .queries import Selected

Parts = tuple[str | int, ...]


class Editing:
    """The data of a file that overlays change, within its limits."""

    def __init__(self, file: File, limits: Limits) -> None:
        self.file = file
        self._limits = limits
        self._tree = file.origins if isinstance(file.origins, Tree) else Tree(file)
        file.origins = self._tree

    @property
    def data(self) -> Any:
        return self.file.data

    def node(self, parts: Parts) -> Node:
        """Return the origin of a value, to be changed."""
        node, data = self._tree.top, self.file.data
        for part in parts:
            node = node.opened(part, data)
            data = data[part]
        return node

    def remove(self, found: list[Selected], action: Place) -> None:
        """Remove values, the deepest first, and of a list the last first.

        So the way to each that is still to be removed stays the same.
        """
        by_holder: dict[Parts, list[str | int]] = {}
        for parts, _ in found:
            by_holder.setdefault(parts[:-1], []).append(parts[-1])
        for parts in sorted(by_holder, key=len, reverse=True):
            node, holder = self.node(parts), _value(self.data, parts)
            node.mark = ("changed by", *action)
            if isinstance(holder, list):
                nodes = node.items(len(cast("list[Any]", holder)))
                for index in sorted(cast("list[int]", by_holder[parts]), reverse=True):
                    del holder[index]
                    del nodes[index]
            else:
                for key in by_holder[parts]:
                    del holder[key]
                    node.members()[str(key)] = None

    def put(self, found: Selected, value: Any, origin: Node, action: Place) -> None:
        """Merge a value into a selected one: into an object, after a list's items, in its place.

        Raises:
            ClientsmithError: the two cannot be merged (code `overlay-merge`), or the file becomes
                larger than the limits.
        """
        at = _span(action)
        nodes, depth = measure(value)
        self.file.nodes += nodes
        if self.file.nodes > self._limits.nodes:
            raise ClientsmithError([too_many(at, self._limits)])
        if len(found.parts) + depth + 1 > self._limits.depth:
            raise ClientsmithError([too_deep(at, self._limits)])
        target: Plain = _value(self.data, found.parts)
        merged: Plain = value
        if isinstance(target, dict) and isinstance(merged, dict):
            self._merge(target, self.node(found.parts), merged, origin)
        elif isinstance(target, list):
            self._extend(target, self.node(found.parts), merged, origin)
        elif type(target) in CONTAINERS or type(value) in CONTAINERS:
            raise ClientsmithError([_conflict(found.parts, target, value, origin)])
        else:
            holder = _value(self.data, found.parts[:-1])
            key = found.parts[-1]
            self._replace(holder, self.node(found.parts[:-1]), key, value, origin)

    def _merge(
        self, target: dict[str, Any], node: Node, value: dict[str, Any], from_: Node
    ) -> None:
        for key, item in value.items():
            origin = from_.child(key)
            if key not in target:
                target[key] = copied(item)
                node.members()[key] = _added(node, origin)
                node.mark = _changed_by(from_)
                continue
            current: Plain = target[key]
            inner: Plain = item
            if isinstance(current, dict) and isinstance(inner, dict):
                self._merge(current, node.opened(key, target), inner, origin)
            elif isinstance(current, list) and isinstance(inner, list):
                self._extend(current, node.opened(key, target), inner, origin)
            elif type(current) in CONTAINERS or type(item) in CONTAINERS:
                raise ClientsmithError([_conflict((key,), current, item, origin)])
            else:
                self._replace(target, node, key, item, origin)

    def _extend(self, target: list[Any], node: Node, value: Any, from_: Node) -> None:
        """Append the items of a list, or a single value, to a list."""
        nodes = node.items(len(target))
        node.mark = _changed_by(from_)
        if isinstance(value, list):
            for index, item in enumerate(cast("list[Any]", value)):
                target.append(copied(item))
                nodes.append(_added(node, from_.child(index)))
        else:
            target.append(copied(value))
            nodes.append(_added(node, from_))

    def _replace(self, holder: Any, node: Node, key: str | int, value: Any, origin: Node) -> None:
        old = node.child(key)
        new = origin.copied(origin.note or old.note or ("in place of", old.file, old.keys))
        if isinstance(holder, list):
            node.items(len(cast("list[Any]", holder)))[int(key)] = new
        else:
            node.members()[str(key)] = new
        cast("dict[str | int, Any]", holder)[key] = value


def _changed_by(origin: Node) -> Note:
    """Return the place of an overlay for a value that something is added to."""
    if origin.note is not None:
        return ("changed by", *origin.note[1:])
    return ("changed by", origin.file, origin.keys)


def _added(node: Node, origin: Node) -> Node:
    """Return the node of a value that is added to the value of `node`.

    A value of an overlay belongs to the place of the document that holds it; one that is copied in
    the document has the place of the action already.
    """
    return origin.copied(origin.note or node.note or ("added to", node.file, node.keys))


def _conflict(parts: Parts, target: Any, value: Any, origin: Node) -> Any:
    """Return the error that an overlay's value cannot be merged with the document's."""
    name = f"'{parts[-1]}'" if parts else "the document"
    message = f"{name} is {_kind(target)}, and {_kind(value)} cannot be merged into it"
    hint = "remove it first, in an action before this one"
    if type(target) in CONTAINERS and value is None:
        hint = "leave the key out to keep what is there, or remove it in an action"
    return error("overlay-merge", message, _span((origin.file, origin.keys)), hint)


def _kind(value: Any) -> str:
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    return "null" if value is None else "a single value"


def _span(place: tuple[File, Keys]) -> Span:
    file, keys = place
    return file.span(file.places.find(keys).value)


def _value(data: Any, parts: Parts) -> Any:
    for part in parts:
        data = data[part]
    return data


def copied(value: Any) -> Any:
    """Return a copy of plain data, so that two places never share a list or an object."""
    if type(value) is dict:
        members = cast("dict[str, Any]", value)
        return {key: copied(item) for key, item in members.items()}
    if type(value) is list:
        return [copied(item) for item in cast("list[Any]", value)]
    return value

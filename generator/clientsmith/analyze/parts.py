"""The parts of a document, and which of them differ, or depend on one that does.

A part is an operation, the rest of a path item, a component, or anything else at the root. What is
read of a part depends on the part itself and on those that it refers to, and of a base of a family
also on its heirs (`families`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, cast

from ..document import holds_names, join, members, references_in
from ..openapi import METHODS
from .nodes import operations_of

_NOT_IN_REST = frozenset(
    {"components", "externalDocs", "info", "paths", "security", "servers", "tags"}
)
"""The keys of the root that `Parts` divides, and those that every analysis reads anew."""

_Pointers = Mapping[str, frozenset[str]]


def part_of(pointer: str) -> str:
    """Return the pointer of the part that has a value: `/paths/~1pets/get/summary` → the operation.

    That of a value of a path item outside its operations is the path item.
    """
    tokens = pointer.split("/", 5)
    if tokens[1:2] == ["components"]:
        return "/".join(tokens[:4])
    if tokens[1:2] != ["paths"]:
        return "/".join(tokens[:2])
    if tokens[3:4] == ["additionalOperations"]:
        return "/".join(tokens[:5])
    return "/".join(tokens[: 4 if tokens[3:4] and tokens[3] in METHODS else 3])


class Parts:
    """The operations, path items and components of a document, with those that each depends on."""

    def __init__(self, data: Mapping[str, Any], last: Parts | None = None) -> None:
        self._data = data
        self._known_dependencies: _Pointers = {}
        self._known_targets: _Pointers = {}
        self.changed: Collection[str] = ()
        """Those that are not as they were in the last state, new ones, and those that are gone."""
        if last is not None:
            old, new = last._texts, self._texts
            self.changed = {at for at in old.keys() | new.keys() if old.get(at) != new.get(at)}
            same = new.keys() - self.changed
            self._known_dependencies = {at: last.dependencies[at] for at in same}
            self._known_targets = {at: last._targets[at] for at in same}

    @cached_property
    def by_pointer(self) -> Mapping[str, Any]:
        """The operations, path items and components, by pointer."""
        found: dict[str, Any] = {}
        for path, item in members(self._data.get("paths")).items():
            above = join("/paths", path)
            operations = {inner: node for _, node, inner in operations_of(members(item))}
            found[above] = {
                key: value for key, value in members(item).items() if f"/{key}" not in operations
            }
            found.update((above + inner, node) for inner, node in operations.items())
        for section, components in members(self._data.get("components")).items():
            above = join("/components", section)
            found.update((join(above, name), node) for name, node in members(components).items())
        return found

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        # Two equal values may differ: in the order of properties, or as `1` and `true` do.
        return {at: repr(node) for at, node in self.by_pointer.items()}

    @cached_property
    def dependencies(self) -> _Pointers:
        """The parts that each refers to, or may refer to."""
        return self._of_each(
            lambda _, node: map(part_of, _possible_targets(node)), self._known_dependencies
        )

    def targets(self) -> set[str]:
        """Return the pointers that the references of the document name."""
        rest = {
            key: value for key, value in self._data.items() if key not in ("paths", "components")
        }
        found = {each.target for each in references_in(rest, "", set())}
        return found.union(*self._targets.values())

    @cached_property
    def _targets(self) -> _Pointers:
        return self._of_each(_targets_in, self._known_targets)

    def _of_each(self, read: Callable[[str, Any], Iterable[str]], known: _Pointers) -> _Pointers:
        """Return what `read` finds in each part, or found in the last state of one."""
        return {
            at: known[at] if at in known else frozenset(read(at, node))
            for at, node in self.by_pointer.items()
        }

    def has_same_rest(self, last: Parts) -> bool:
        """Return whether all that is no part, but may be read with one, is as it was."""
        return repr(_rest(self._data)) == repr(_rest(last._data))

    def has_same_references(self, last: Parts) -> bool:
        """Return whether there are the same parts, and each refers to the parts that it did.

        Then operations and components are first read in the order of last time.
        """
        return self.dependencies == last.dependencies

    def is_whole(self) -> bool:
        """Return whether no reference names a value that is in none of the parts."""
        return all(target.startswith(("/paths/", "/components/")) for target in self.targets())

    def unchanged(
        self, changed: Collection[str], more: Iterable[tuple[str, str]]
    ) -> frozenset[str]:
        """Return the parts that depend neither on one that changed, nor on one of `changed`.

        `more` has pairs of pointers, of which the first depends on the second; an empty one stands
        for what always changes.
        """
        dependents: dict[str, set[str]] = defaultdict(set)
        for pointer, targets in self.dependencies.items():
            for target in (*targets, _item_of(pointer)):
                dependents[target].add(pointer)
        for pointer, target in more:
            dependents[part_of(target)].add(part_of(pointer))
        met = {"", *self.changed, *changed}
        waiting = list(met)
        while waiting:
            for above in dependents[waiting.pop()] - met:
                met.add(above)
                waiting.append(above)
        return frozenset(self.by_pointer.keys() - met)


def _rest(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key not in _NOT_IN_REST}


def _item_of(pointer: str) -> str:
    """Return the path item of an operation; that of any other part is no part."""
    return "/".join(pointer.split("/", 3)[:3])


def _targets_in(pointer: str, node: Any) -> Iterator[str]:
    """Yield the pointers that the references in a part name."""
    tokens = pointer.split("/", 3)
    if tokens[1] == "components" and not holds_names(tokens[2]):
        # An entry of `examples` may be a reference; its value, and an extension, is data.
        target = members(node).get("$ref")
        if tokens[2] == "examples" and isinstance(target, str):
            yield target.removeprefix("#")
        return
    for reference in references_in(node, "", set()):
        yield reference.target


def _possible_targets(node: Any) -> Iterator[str]:
    """Yield the pointers of texts that look like references, and of the schemas of mappings."""
    waiting: list[Any] = [node]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            for key, inner in cast("dict[str, Any]", value).items():
                if isinstance(inner, str):
                    if inner.startswith("#/"):
                        yield inner[1:]
                elif key == "mapping":
                    names = filter(lambda name: isinstance(name, str), members(inner).values())
                    yield from (join("/components/schemas", name) for name in names)
                    waiting.append(inner)
                else:
                    waiting.append(inner)
        elif isinstance(value, list):
            waiting += cast("list[Any]", value)

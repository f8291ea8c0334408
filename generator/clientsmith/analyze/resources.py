"""The client's tree: resources, with the operations that are their methods."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from ..identifiers import TypeNames, pascal
from ..ir import Operation, Resource

_ORDER = {"create": 0, "retrieve": 1, "update": 2, "replace": 3, "list": 4, "delete": 5}


def tree_of(operations: list[Operation], names: TypeNames) -> tuple[Resource, ...]:
    """Return the resources of the client, with their operations in the usual order of methods."""
    paths = {
        operation.resource[:end]
        for operation in operations
        for end in range(1, len(operation.resource) + 1)
    }
    own: dict[tuple[str, ...], list[Operation]] = defaultdict(list)
    children: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for operation in operations:
        own[operation.resource].append(operation)
    for path in sorted(paths):
        children[path[:-1]].append(path)
    taken = set(names.given().values())

    def build(path: tuple[str, ...]) -> Resource:
        class_name = pascal("_".join(path))
        if class_name in taken:
            class_name += "Resource"
        class_name = names.name("#resource/" + "/".join(path), class_name)
        taken.add(class_name)
        own[path].sort(
            key=lambda operation: (_ORDER.get(operation.method, len(_ORDER)), operation.method)
        )
        return Resource(
            path=path,
            class_name=class_name,
            doc="",
            operations=tuple(own[path]),
            children=tuple(build(child) for child in children[path]),
        )

    return tuple(build(path) for path in children[()])


def pruned(resources: Iterable[Resource], kept: Collection[str]) -> tuple[Resource, ...]:
    """Return the resources that lead to an operation whose key is in `kept`, without any other."""
    found = (
        replace(
            resource,
            operations=tuple(item for item in resource.operations if item.key in kept),
            children=pruned(resource.children, kept),
        )
        for resource in resources
    )
    return tuple(resource for resource in found if resource.operations or resource.children)

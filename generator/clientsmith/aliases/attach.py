"""Gives an API the old names of its client, for the emitters.

An old name of a call is an operation of its own under that name: what prints calls prints it too,
with its views of raw and streamed responses. Nothing takes a place that something of today has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..analyze.naming.reserved import possible
from ..identifiers import pascal, snake
from ..ir import Api, Operation, Removed, Renamed, Resource, Security, Shape
from .options import option_names, with_old_variables
from .state import OldName, OldNames, Section, owner_and_name
from .wording import as_written

Path = tuple[str, ...]


def with_old_names(api: Api, names: OldNames) -> Api:
    """Return an API with the old names that its client keeps; itself if there are none."""
    if not names:
        return api
    operations = {operation.call: operation for operation in api.operations()}
    arguments = _by_owner("arguments", names.arguments)
    calls = {
        call: _with_arguments(operation, arguments.get(call, {}))
        for call, operation in operations.items()
    }
    tree = _Tree(calls, names.calls, frozenset(map(snake, _class_names(api))))
    fields = _by_owner("fields", names.fields)
    constants = _by_owner("constants", names.constants)
    own = _by_owner("options", names.options).get(api.client, {})
    options = set(option_names(api))
    classes = _by_owner("classes", names.classes)
    return replace(
        api,
        resources=tree.resources((), api.resources),
        removed=tree.removed(()),
        models=tuple(
            _with_members(shape, "constants" if shape.constants else "fields", members)
            for shape in api.models
            for members in [constants if shape.constants else fields]
        ),
        security=_with_variables(api.security, names.variables),
        renamed_options=tuple(
            each for each in _renamed(own, "options", options) if each.now in options
        ),
        removed_options=tuple(_removed(own, "options", options)),
        renamed_classes={
            folder: tuple(_renamed(section, "classes")) for folder, section in classes.items()
        },
        removed_classes={
            folder: tuple(_removed(section, "classes")) for folder, section in classes.items()
        },
    )


def _by_owner(section: str, entries: Section) -> dict[str, dict[str, OldName]]:
    found: dict[str, dict[str, OldName]] = {}
    for name in sorted(entries):
        found.setdefault(owner_and_name(section, name)[0], {})[name] = entries[name]
    return found


def _renamed(entries: Section, section: str, taken: Iterable[str] = ()) -> Iterator[Renamed]:
    for name, entry in entries.items():
        own, use = (owner_and_name(section, each)[1] for each in (name, entry.use))
        if not entry.is_removed and own not in taken:
            yield Renamed(own, use, entry.since)


def _removed(entries: Section, section: str, taken: Iterable[str] = ()) -> Iterator[Removed]:
    for name, entry in entries.items():
        own = owner_and_name(section, name)[1]
        if entry.is_removed and own not in taken:
            use = entry.use and as_written(section, entry.use)
            yield Removed(own, as_written(section, name), entry.since, use, entry.is_guess)


def _with_arguments(operation: Operation, entries: Section) -> Operation:
    if not entries:
        return operation
    taken = {item.name for item in operation.arguments}
    renamed = tuple(each for each in _renamed(entries, "arguments", taken) if each.now in taken)
    removed = tuple(_removed(entries, "arguments", taken))
    return replace(operation, renamed=renamed, removed=removed)


def _with_members(shape: Shape, section: str, entries: Mapping[str, Section]) -> Shape:
    own = entries.get(f"models.{shape.name}")
    if not own or shape.alias:
        return shape
    taken = {each.name for each in (*shape.fields, *shape.constants)}
    renamed = tuple(each for each in _renamed(own, section, taken) if each.now in taken)
    return replace(shape, renamed=renamed, removed=tuple(_removed(own, section, taken)))


def _with_variables(security: Security | None, entries: Section) -> Security | None:
    if security is None or not entries:
        return security
    old: dict[str, tuple[Renamed, ...]] = {}
    for each in _renamed(entries, "variables"):
        old[each.now] = (*old.get(each.now, ()), each)
    credentials = tuple(with_old_variables(each, old) for each in security.credentials)
    return replace(security, credentials=credentials)


def _class_names(api: Api) -> Iterator[str]:
    yield from api.types.values()
    for resource in api.walk():
        yield from (resource.class_name, f"Async{resource.class_name}")


@dataclass(slots=True)
class _Tree:
    """The tree of resources with old calls, and with the resources that only these are in."""

    calls: Mapping[str, Operation]
    old: Section
    modules: frozenset[str]
    """The modules of all classes of today."""

    def resources(self, path: Path, today: tuple[Resource, ...]) -> tuple[Resource, ...]:
        """Return the resources below a path, in their order; those of old calls come last."""
        found = [self._resource(resource) for resource in today]
        known = {resource.name for resource in today}
        found += [
            self._resource(self._made((*path, name)))
            for name in self._children(path)
            if name not in known and ".".join((*path, name)) not in self.calls
        ]
        return tuple(found)

    def removed(self, path: Path) -> tuple[Removed, ...]:
        """Return the calls and resources below a path that raise an error."""
        below = {name: entry for name, entry in self._below(path) if entry.is_removed}
        own = {name: entry for name, entry in below.items() if name.count(".") == len(path)}
        found = list(_removed(own, "calls", self._members(path)))
        lost = {name.split(".")[len(path)]: entry for name, entry in below.items()}
        working = {*self._children(path), *self._members(path), *(each.name for each in found)}
        for name in sorted(set(lost) - working):
            text = ".".join((*path, name))
            inner = [entry for each, entry in below.items() if each.startswith(f"{text}.")]
            found.append(_resource_removed(name, text, inner))
        return tuple(found)

    def _resource(self, resource: Resource) -> Resource:
        path = resource.path
        children = self.resources(path, resource.children)
        taken = {child.name for child in children} | self._members(path)
        return replace(
            resource,
            operations=tuple(self.calls[each.call] for each in resource.operations),
            children=children,
            aliases=tuple(self._aliases(path, taken)),
            removed=self.removed(path),
        )

    def _aliases(self, path: Path, taken: set[str]) -> Iterator[Operation]:
        for name, entry in self._below(path):
            now = self.calls.get(entry.use)
            method = name.rpartition(".")[2]
            is_own = name.count(".") == len(path) and method not in taken
            if is_own and not entry.is_removed and now is not None:
                yield replace(
                    now,
                    resource=path,
                    method=method,
                    deprecated=True,
                    now=(*now.resource, now.method),
                    since=entry.since,
                )

    def _below(self, path: Path) -> Iterator[tuple[str, OldName]]:
        start = "".join(f"{name}." for name in path)
        for name in sorted(self.old):
            if name.startswith(start) and possible({name: name}):
                yield name, self.old[name]

    def _children(self, path: Path) -> list[str]:
        """Return the names of the resources below a path that deprecated calls are in."""
        found = {
            name.split(".")[len(path)]
            for name, entry in self._below(path)
            if name.count(".") > len(path) and not entry.is_removed and entry.use in self.calls
        }
        return sorted(found)

    def _members(self, path: Path) -> set[str]:
        """Return the names of the calls and resources of today below a path."""
        start = "".join(f"{name}." for name in path)
        return {call.split(".")[len(path)] for call in self.calls if call.startswith(start)}

    def _made(self, path: Path) -> Resource:
        """Return the resource of a path that only old calls are in."""
        name = pascal("_".join(path))
        while not self.modules.isdisjoint((snake(name), snake(f"Async{name}"))):
            name += "Before"
        return Resource(path, name, "", (), ())


def _resource_removed(name: str, text: str, inner: list[OldName]) -> Removed:
    """Return the old name of a resource without calls, by the names that replaced its calls."""
    uses = sorted({entry.use.rpartition(".")[0] for entry in inner if entry.use})
    since = inner[0].since if len({entry.since for entry in inner}) == 1 else ""
    is_guess = any(entry.is_guess for entry in inner)
    return Removed(name, text, since, uses[0] if len(uses) == 1 else "", is_guess)

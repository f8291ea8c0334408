"""The API as a whole: everything that the write stages see of a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..identifiers.rules import NameRules
from .coverage import Coverage
from .facts import Fact, Place, Sources
from .old_names import Removed, Renamed
from .operations import Operation, Resource
from .security import Security, SecurityScheme
from .servers import Server, ServerVariable
from .shapes import Shape
from .types import TypeRef
from .webhooks import Webhooks


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag with a Tag Object of its own (OpenAPI 3.1, section 4.8.22)."""

    name: str
    doc: str = ""
    facts: tuple[Fact, ...] = ()
    pointer: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Api:
    """An API, and the names that its client has for it."""

    title: str
    version: str
    description: str
    package: str
    client: str
    environment: str
    base_url: str
    deep_object_arrays: str
    naive_datetimes: str
    """What happens to a `datetime` without an offset: `refuse` or `utc`."""
    transport: str
    """The HTTP library that the client sends through by default."""
    security: Security | None
    resources: tuple[Resource, ...]
    models: tuple[Shape, ...]
    """The shapes that responses reach."""
    params: tuple[Shape, ...]
    """The shapes that requests reach."""
    coverage: tuple[Coverage, ...]
    error: TypeRef | None = None
    """The type of the errors of most operations."""
    webhooks: Webhooks | None = None
    servers: tuple[str, ...] = ()
    """The URLs that a user chooses from, where there are several."""
    variables: tuple[ServerVariable, ...] = ()
    left: tuple[str, ...] = ()
    """The security schemes that the HTTP client has to satisfy, such as mutual TLS."""
    credentials: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    """The name of the first argument for each security scheme; for `names.lock`."""
    custom: Mapping[str, str] = field(default_factory=dict[str, str])
    """The user's own classes by name, each with the path below `_custom` where it is defined."""
    calls: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    """The call of each operation of the document by `METHOD /path`, whether or not the operation is
    selected; for `names.lock`.
    """
    types: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    """The class name of everything named, by its JSON pointer; for `names.lock`."""
    call_rules: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    """The rule that chose the call of each operation, by `METHOD /path`."""
    wanted_types: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    """The class name that everything named would have if no other wanted it, by JSON pointer."""
    argument_names: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    """The name of each argument that another wanted too, by its key in `names.lock`."""
    field_names: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    """The name of each field that another wanted too, by its key in `names.lock`."""
    constant_names: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    """The name of each constant that another wanted too, by its key in `names.lock`."""
    rules: NameRules = field(default_factory=NameRules, repr=False)
    """The rules by which names were chosen; for `names.lock`."""
    tags: tuple[Tag, ...] = ()
    documented_servers: tuple[Server, ...] = ()
    security_schemes: tuple[SecurityScheme, ...] = ()
    """The schemes that operations require."""
    header_shapes: tuple[Shape, ...] = ()
    """The shapes that only headers of responses reach; a client has no models of them."""
    facts: tuple[Fact, ...] = ()
    """Those of the document itself and of its `info`."""
    removed: tuple[Removed, ...] = ()
    """The resources that the client had, and no longer has."""
    renamed_options: tuple[Renamed, ...] = ()
    """Old names of the arguments of the client's constructor."""
    removed_options: tuple[Removed, ...] = ()
    """The arguments that it had, and no longer has."""
    renamed_classes: Mapping[str, tuple[Renamed, ...]] = field(
        default_factory=dict[str, tuple[Renamed, ...]]
    )
    """Old names of classes by the folder that exports them; the package itself is ``""``."""
    removed_classes: Mapping[str, tuple[Removed, ...]] = field(
        default_factory=dict[str, tuple[Removed, ...]]
    )
    """The classes that are gone, likewise."""
    sources: Sources = field(default_factory=Sources, compare=False, repr=False)

    def walk(self) -> tuple[Resource, ...]:
        """Return every resource, parents first."""
        found: list[Resource] = []
        waiting = list(reversed(self.resources))
        while waiting:
            resource = waiting.pop()
            found.append(resource)
            waiting.extend(reversed(resource.children))
        return tuple(found)

    def operations(self) -> tuple[Operation, ...]:
        """Return every operation, in the order of the tree."""
        return tuple(operation for resource in self.walk() for operation in resource.operations)

    def place(self, pointer: str) -> Place:
        """Return the file and the pointer in it that a node's `pointer` stands for."""
        return self.sources.place(pointer)

"""The modules of `resources/`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...ir import Api, Resource
from ..annotations import Import, for_argument
from ..imports import statements
from ..operation_modules import modules_of_operation, resource_module
from ..values import Code, Doc, Name
from . import answers
from .method import MethodView, method_view
from .module_map import FACES, ChildView, child_view, outline
from .old_names import RemovedView, removed_views
from .operation import OperationView, operation_view
from .text import with_article


@dataclass(frozen=True, slots=True)
class ResourceModule:
    """A module of `resources/`: the name of the client, and a resource with named children."""

    client: str
    resource: Resource


@dataclass(frozen=True, slots=True)
class ResultsView:
    """The name by which a resource gives its methods with results of another kind, and the kind."""

    name: Name
    kind: Name


@dataclass(frozen=True, slots=True)
class FaceView:
    """The synchronous or the asynchronous class of a resource."""

    class_name: Name
    base: Code
    doc: Doc
    children: tuple[ChildView, ...]
    results: tuple[ResultsView, ...]


@dataclass(frozen=True, slots=True)
class ResourceView:
    """A module of `resources/`; `has_deprecated` where it makes methods of deprecated ones."""

    doc: Doc
    imports: tuple[Code, ...]
    operations: tuple[OperationView, ...]
    methods: tuple[MethodView, ...]
    sync: FaceView
    asynchronous: FaceView
    has_deprecated: bool
    removed: tuple[RemovedView, ...]


_KINDS = ("Raw", "Streaming")


def resource_modules(api: Api) -> dict[str, ResourceModule]:
    """Return the content of each module of `resources/`, by its name."""
    return {
        resource_module(resource): ResourceModule(
            api.client,
            replace(
                resource,
                # What is printed of a call is printed of its old names, too.
                operations=(*resource.operations, *resource.aliases),
                aliases=(),
                children=tuple(map(outline, resource.children)),
            ),
        )
        for resource in api.walk()
    }


def resource_view(module: ResourceModule) -> ResourceView:
    """Return the view of a module of `resources/`."""
    resource = module.resource
    sync, asynchronous = (_face(module, prefix) for prefix, _ in FACES)
    return ResourceView(
        doc=Doc(f"The calls of `client.{'.'.join(resource.path)}`."),
        imports=statements(_imports(resource) | _typing_imports(resource)),
        operations=tuple(
            operation_view(operation)
            for operation in resource.operations
            if operation.now[:-1] != resource.path
        ),
        methods=tuple(
            method_view(operation, resource.class_name) for operation in resource.operations
        ),
        sync=sync,
        asynchronous=asynchronous,
        has_deprecated=any(operation.deprecated for operation in resource.operations),
        removed=removed_views(resource.removed),
    )


def _face(module: ResourceModule, prefix: str) -> FaceView:
    resource = module.resource
    name = prefix + resource.class_name
    results = tuple(
        ResultsView(Name(f"with_{kind.lower()}_response"), Name(prefix + kind)) for kind in _KINDS
    )
    dotted = ".".join(resource.path)
    return FaceView(
        class_name=Name(name),
        base=Code(
            f"_Methods[core.{prefix}]" if prefix and resource.operations else "core.Resource"
        ),
        doc=Doc(f"`client.{dotted}` of {with_article(prefix + module.client)}.", 4),
        children=tuple(child_view(child, prefix) for child in resource.children),
        results=results if resource.operations else (),
    )


def _imports(resource: Resource) -> set[Import]:
    """Return the imports of the constants and classes of a module of `resources/`."""
    pairs = {("..", "_runtime as core")}
    if resource.children:
        pairs.add(("..", "resources"))
    if resource.removed:
        pairs |= {("typing", "TYPE_CHECKING"), (".._runtime", "old_names")}
    for operation in resource.operations:
        pairs |= {(".._runtime", module) for module in modules_of_operation(operation)}
        if operation.params is not None:
            pairs.add(("..", "params"))
        if not all(item.required for item in operation.arguments):
            pairs.add((".._runtime", "omit"))
        pairs |= answers.imports(operation)
    return pairs


def _typing_imports(resource: Resource) -> set[Import]:
    """Return the imports of the signatures of a module of `resources/`."""
    pairs: set[Import] = set()
    for operation in resource.operations:
        pairs |= {("typing", "Unpack"), (".._runtime", "RequestOptions")}
        if operation.pagination is None:
            pairs |= answers.returned(operation.response).imports
        if operation.switch is not None:
            pairs |= {("typing", name) for name in ("TYPE_CHECKING", "Literal", "overload")}
        for item in operation.arguments:
            pairs |= for_argument(item.type).imports
            if not item.required:
                pairs.add((".._runtime", "Omit"))
    return pairs

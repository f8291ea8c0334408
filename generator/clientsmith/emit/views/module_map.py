"""The module of each shape of a client, and the classes whose names are taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ...identifiers import module as module_name
from ...ir import Api, FormBody, JsonBody, Ref, Resource, Shape
from ...ir.graph import refs, refs_of, rings
from ..operation_modules import resource_module
from ..values import Name


@dataclass(frozen=True, slots=True)
class ChildView:
    """A resource below a client or another resource, and its class."""

    name: Name
    class_name: Name


FACES = (("", "synchronous"), ("Async", "asynchronous"))


def model_modules(api: Api) -> dict[str, str]:
    """Return the module in `models/` of each model and page class, by its name."""
    homes = _with_content(api, _homes(api.models, {}))
    needed = needs(api.models)
    module = assign(needed, homes)
    within = _within(needed, module)
    for operation in api.operations():
        if (pagination := operation.pagination) is not None:
            place = module_name(pagination.page)
            match operation.response.type:
                # Beside its answer, where all that a page is made of is at hand. The user's own
                # class is made of the generated one, and so after it.
                case Ref(name=name) if name not in api.custom:
                    if within[module[name]].issuperset(refs(pagination.item)):
                        place = module[name]
                case _:
                    pass
            module[pagination.page] = module[f"Async{pagination.page}"] = place
    return module


def _with_content(api: Api, homes: Mapping[str, str]) -> dict[str, str]:
    """Return the modules with each envelope in the module of what it holds.

    An envelope is a model whose only field holds another and that is named after it, as
    `GetBirdResponse` is after `Bird`.
    """
    held = {
        shape.name: name
        for shape in api.models
        if len(shape.fields) == 1 and shape.extra is None and len(names := refs_of(shape)) == 1
        for name in names
        # The user's own class is made of the generated one, and so after it.
        if name in shape.name and name not in api.custom and name not in shape.deferred
    }
    moved = dict(homes)
    for outer in held:
        name = outer
        # Each name is longer than the one in it, so that this ends.
        while name in held and held[name] != name:
            name = held[name]
        moved[outer] = homes[name]
    return moved


def _within(needed: Mapping[str, Iterable[str]], module: Mapping[str, str]) -> dict[str, set[str]]:
    """Return for each module the shapes in it and those that it imports when it is imported."""
    within: dict[str, set[str]] = {}
    for name, names in needed.items():
        within.setdefault(module[name], set()).update((name, *names))
    return within


def params_modules(api: Api) -> dict[str, str]:
    """Return the module in `params/` of each TypedDict, by its name."""
    owners: dict[str, str] = {}
    for resource in api.walk():
        for operation in resource.operations:
            owners[operation.pointer] = f"{resource_module(resource)}_params"
            for body in operation.bodies():
                if isinstance(body, JsonBody | FormBody):
                    owners.setdefault(body.pointer, f"{resource_module(resource)}_params")
    return assign(needs(api.params), _homes(api.params, owners))


def _homes(shapes: Sequence[Shape], owners: dict[str, str]) -> dict[str, str]:
    """Return the module of each shape: that of the outermost shape or operation around it."""
    own = {shape.pointer: module_name(shape.name) for shape in shapes} | owners
    homes: dict[str, str] = {}
    for shape in shapes:
        home, end = None, 0
        while home is None:
            end = shape.pointer.find("/", end + 1)
            home = own[shape.pointer] if end < 0 else own.get(shape.pointer[:end])
        homes[shape.name] = home
    return homes


def outline(resource: Resource) -> Resource:
    """Return a resource with nothing but its names."""
    return replace(resource, doc="", operations=(), children=(), aliases=(), removed=())


def child_view(resource: Resource, prefix: str) -> ChildView:
    return ChildView(Name(resource.name), Name(prefix + resource.class_name))


def module_of(api: Api, name: str, module: str, custom: str, *, for_params: bool) -> str:
    """Return the module of a class: that of the user's own class of the same name if there is one.

    Those of `_custom/params.py` are request shapes; all others are models, resources, clients.
    """
    is_params = api.custom.get(name, "").partition(".")[0] == "params"
    if name not in api.custom or is_params != for_params:
        return module
    return custom + (f".{api.custom[name]}" if api.custom[name] else "")


def webhooks_name(api: Api) -> str:
    """Return the attribute of a client for webhooks: `webhooks`, if no resource is called so."""
    is_taken = any(resource.name == "webhooks" for resource in api.resources)
    return "received_webhooks" if is_taken else "webhooks"


def needs(shapes: Iterable[Shape]) -> dict[str, list[str]]:
    """Return the names of the shapes that each shape needs as soon as it is loaded."""
    return {
        shape.name: [name for name in refs_of(shape) if name not in shape.deferred]
        for shape in shapes
    }


def assign(needs: Mapping[str, Iterable[str]], homes: Mapping[str, str]) -> dict[str, str]:
    """Return the module of each shape: its home, or the first home of the ring that it is part of.

    Shapes that refer to one another in a ring share a module, since both Python imports and
    pydantic need the name there.
    """
    graph: dict[str, set[str]] = {home: set() for home in homes.values()}
    for name, needed in needs.items():
        graph[homes[name]].update(homes[other] for other in needed)
    first = {name: min(ring) for ring in rings(graph) for name in ring}
    return {name: first[homes[name]] for name in needs}

"""`resources/`: a module for each resource, with its calls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..ir import Api
from .artifacts import Artifact, Settings
from .package import index
from .views.index import resources_index
from .views.resource import ResourceModule, resource_modules, resource_view


def files(api: Api, _: Settings) -> Iterator[Artifact]:
    """Yield the modules of `resources/`."""
    yield index("resources", resources_index(api))
    for name, module in resource_modules(api).items():
        path = f"resources/{name}.py"
        yield Artifact(path, "python", "resource.py.jinja", _view, module)


def _view(module: ResourceModule) -> Mapping[str, object]:
    return {"resource": resource_view(module)}

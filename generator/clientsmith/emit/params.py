"""`params/`: the TypedDicts of requests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..ir import Api
from .artifacts import Artifact, Settings
from .package import index
from .views.index import params_index
from .views.module_map import params_modules
from .views.shape_modules import ShapesModule, shapes_modules
from .views.shapes import params_view


def files(api: Api, _: Settings) -> Iterator[Artifact]:
    """Yield the modules of `params/`."""
    modules = params_modules(api)
    yield index("params", params_index(api, modules))
    for name, module in shapes_modules(api, api.params, modules, for_params=True).items():
        yield Artifact(f"params/{name}.py", "python", "params.py.jinja", _view, module)


def _view(module: ShapesModule) -> Mapping[str, object]:
    return {"module": params_view(module)}

"""`models/`: the classes of answers, and the pages of paginated calls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..ir import Api, Shape
from .artifacts import Artifact, Settings
from .engine import model_fields
from .package import index
from .views.index import models_index
from .views.module_map import model_modules
from .views.shape_modules import ShapesModule, models_modules
from .views.shapes import models_view


def files(api: Api, _: Settings) -> Iterator[Artifact]:
    """Yield the modules of `models/`."""
    modules = model_modules(api)
    yield index("models", models_index(api, modules))
    for name, module in models_modules(api, modules).items():
        path = f"models/{name}.py"
        yield Artifact(path, "python", "model.py.jinja", _view, module, _prepare)


def _view(module: ShapesModule) -> Mapping[str, object]:
    return {"module": models_view(module, model_fields(_printed(module)))}


def _prepare(modules: Sequence[ShapesModule]) -> None:
    # A run of datamodel-code-generator takes 50 ms, for one type or for a hundred.
    model_fields([shape for module in modules for shape in _printed(module)])


def _printed(module: ShapesModule) -> list[Shape]:
    return [shape for shape in module.shapes if not shape.constants]

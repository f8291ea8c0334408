"""`__init__.py` and `py.typed`, and the `__init__.py` of each folder of the package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..ir import Api
from .artifacts import Artifact, Settings
from .views.index import PackageIndex, index_view, package_index


def files(api: Api, _: Settings) -> Iterator[Artifact]:
    """Yield the files that make a folder a typed package."""
    yield index("", package_index(api))
    yield Artifact("py.typed", "text", "py.typed")


def index(folder: str, exports: PackageIndex) -> Artifact:
    """Return the `__init__.py` of a folder of the package, or of the package itself."""
    path = f"{folder}/__init__.py" if folder else "__init__.py"
    return Artifact(path, "python", "package.py.jinja", _view, exports)


def _view(exports: PackageIndex) -> Mapping[str, object]:
    return {"index": index_view(exports)}

"""The `__init__.py` of the package, of `models/`, of `params/` and of `resources/`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...ir import Api, Removed, Renamed
from ..imports import statements
from ..operation_modules import resource_module
from ..runtime_modules import runtime_modules
from ..values import LINE, Code, Doc, Joined, Literal, Name, joined
from .module_map import FACES, module_of
from .old_names import RemovedView, RenamedView, removed_views, renamed_views
from .text import package_title

Export = tuple[Code, Name, Name]
"""A module, a name that is exported from it, and the name that it has there."""


@dataclass(frozen=True, slots=True)
class PackageIndex:
    """An `__init__.py`: its docstring, the module of the runtime from there, and its exports."""

    doc: str
    runtime: Code
    exports: tuple[Export, ...]
    owner: str = ""
    """The folder, where it is not the package itself."""
    renamed: tuple[Renamed, ...] = ()
    """Old names of classes."""
    removed: tuple[Removed, ...] = ()
    """The classes that it had."""


@dataclass(frozen=True, slots=True)
class ExportView:
    """A name that a package exports, the module that has it, and its name there."""

    name: Name
    module: Code
    original: Name


@dataclass(frozen=True, slots=True)
class LazyView:
    """A module, and the names that are taken from it when first used: `name` or `name=original`."""

    module: Literal
    names: Joined


@dataclass(frozen=True, slots=True)
class IndexView:
    """The `__init__.py` of a package or of a folder in it: names that are imported at first use."""

    doc: Doc
    runtime: Code
    imports: tuple[Code, ...]
    aliases: tuple[ExportView, ...]
    modules: tuple[LazyView, ...]
    renamed: tuple[RenamedView, ...]
    removed: tuple[RemovedView, ...]


_RUNTIME_EXPORTS = {
    "omitted": ("Omit", "omit"),
    "timeouts": ("Timeout",),
    "errors": (
        "APIConnectionError",
        "APIError",
        "APIResponseValidationError",
        "APIStatusError",
        "APITimeoutError",
        "AuthenticationError",
        "BadRequestError",
        "ConflictError",
        "InternalServerError",
        "NotFoundError",
        "OptionError",
        "PermissionDeniedError",
        "RateLimitError",
        "RequestValidationError",
        "ResponseTooLargeError",
        "UnprocessableEntityError",
    ),
    "responses": ("APIResponse", "AsyncAPIResponse"),
    "models": ("Drift",),
    "drift_log": ("DriftLog",),
    "retries": ("RetryPolicy",),
    "settings": ("RequestOptions",),
    "transport": ("AsyncTransport", "Request", "Response", "Transport"),
}


_OPTIONAL_EXPORTS = {
    "webhooks": ("WebhookSignatureError",),
    "downloads": ("AsyncDownloadResponse", "Download", "DownloadResponse"),
    "events": ("AsyncEventStream", "Event", "EventStream"),
    "streams": ("AsyncStream", "Stream"),
    "old_names": ("RemovedError",),
}


def package_index(api: Api) -> PackageIndex:
    """Return what `__init__.py` of the package exports."""
    exports = [
        _export(api, api.client, "client"),
        _export(api, f"Async{api.client}", "client"),
        _from("._runtime.errors", f"{api.client}Error", "ClientError"),
    ]
    used = runtime_modules(api)
    optional = {
        module: names for module, names in _OPTIONAL_EXPORTS.items() if f"{module}.py" in used
    }
    for module, names in (_RUNTIME_EXPORTS | optional).items():
        exports += [_from(f"._runtime.{module}", name) for name in names]
    return PackageIndex(
        package_title(api), Code("._runtime"), tuple(exports), "", *_old_names(api, "")
    )


def models_index(api: Api, modules: Mapping[str, str]) -> PackageIndex:
    """Return what `models/__init__.py` exports; `modules` has the module of each model."""
    doc = "The models of answers. Using one loads the module that it stands in, and no other."
    return _index(api, doc, modules, "models")


def resources_index(api: Api) -> PackageIndex:
    """Return what `resources/__init__.py` exports."""
    doc = "The resources of the clients: the classes that calls are methods of."
    module = {
        prefix + resource.class_name: resource_module(resource)
        for resource in api.walk()
        for prefix, _ in FACES
    }
    return _index(api, doc, module, "resources")


def params_index(api: Api, modules: Mapping[str, str]) -> PackageIndex:
    """Return what `params/__init__.py` exports; `modules` has the module of each TypedDict."""
    doc = "The shapes of requests, as TypedDicts."
    return _index(api, doc, modules, "params")


def _index(api: Api, doc: str, module: Mapping[str, str], folder: str) -> PackageIndex:
    for_params = folder == "params"
    exports = (
        _export(api, name, module[name], "..", for_params=for_params) for name in sorted(module)
    )
    old = _old_names(api, folder)
    return PackageIndex(doc, Code(".._runtime"), tuple(exports), folder, *old)


def _old_names(api: Api, folder: str) -> tuple[tuple[Renamed, ...], tuple[Removed, ...]]:
    return api.renamed_classes.get(folder, ()), api.removed_classes.get(folder, ())


def index_view(index: PackageIndex) -> IndexView:
    """Return the view of an `__init__.py`."""
    exports = [ExportView(name, module, original) for module, name, original in index.exports]
    pairs: set[tuple[str, str]] = set()
    aliases: list[ExportView] = []
    modules: dict[str, list[str]] = {}
    for item in sorted(exports, key=lambda item: (item.module.source, item.name.source)):
        name, original = item.name.source, item.original.source
        entry = name if name == original else f"{name}={original}"
        modules.setdefault(item.module.source, []).append(entry)
        if name == original:
            # A type checker takes only `name as name` for an export.
            pairs.add((item.module.source, f"{name} as {name}"))
        else:
            aliases.append(item)
            pairs.add((item.module.source, original))
    lazy = tuple(_lazy(Literal(module), names) for module, names in modules.items())
    return IndexView(
        Doc(index.doc),
        index.runtime,
        statements(pairs),
        tuple(aliases),
        lazy,
        renamed_views(index.renamed, index.owner),
        removed_views(index.removed),
    )


def _lazy(module: Literal, names: Sequence[str]) -> LazyView:
    """Return the names of a module, space-separated, in strings that fit into their lines."""
    lines: list[str] = [""]
    room = LINE - len(f'        {module.source}: "",')
    for name in names:
        if lines[-1] and len(lines[-1]) + len(name) > room:
            room = LINE - len('        "",')
            lines.append("")
        lines[-1] += f"{name} "
    lines[-1] = lines[-1].rstrip()
    return LazyView(module, joined(map(Literal, lines), "\n"))


def _export(api: Api, name: str, module: str, up: str = ".", *, for_params: bool = False) -> Export:
    place = module_of(api, name, f".{module}", f"{up}_custom", for_params=for_params)
    return _from(place, name)


def _from(module: str, name: str, original: str = "") -> Export:
    return Code(module), Name(name), Name(original or name)

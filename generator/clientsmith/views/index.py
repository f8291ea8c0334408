"""The `__init__.py` of the package, of `models/`, of `params/` and of `resources/`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..imports import statements
from ..ir import Api
from ..values import Code, Doc, Joined, Literal, Name, joined
from .places import FACES, model_modules, module_of, params_modules
from .text import package_title


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
    """The `__init__.py` of the package, of `models/` and of `params/`: names, resolved when they
    are first used.
    """

    doc: Doc
    runtime: Code
    imports: tuple[Code, ...]
    aliases: tuple[ExportView, ...]
    modules: tuple[LazyView, ...]


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
        "PermissionDeniedError",
        "RateLimitError",
        "RequestValidationError",
        "UnprocessableEntityError",
    ),
    "responses": ("APIResponse", "AsyncAPIResponse"),
    "models": ("Drift",),
    "options": ("RequestOptions",),
    "transport": ("AsyncTransport", "Request", "Response", "Transport"),
}


_NAMES_WIDTH = 72


def package_view(api: Api) -> IndexView:
    """`__init__.py`."""
    exports = [
        _export(api, api.client, "client"),
        _export(api, f"Async{api.client}", "client"),
        _export_from("._runtime.errors", f"{api.client}Error", "ClientError"),
    ]
    for module, names in _RUNTIME_EXPORTS.items():
        exports += [_export_from(f"._runtime.{module}", name, name) for name in names]
    return _index_of(package_title(api), "._runtime", exports)


def models_index(api: Api) -> IndexView:
    """`models/__init__.py`."""
    doc = "The models of answers. Using one loads the module that it stands in, and no other."
    return _index(api, doc, model_modules(api))


def resources_index(api: Api) -> IndexView:
    """`resources/__init__.py`."""
    doc = "The resources of the clients: the classes that calls are methods of."
    module = {
        prefix + resource.class_name: resource.module
        for resource in api.walk()
        for prefix, _ in FACES
    }
    return _index(api, doc, module)


def params_index(api: Api) -> IndexView:
    """`params/__init__.py`."""
    doc = "The shapes of requests, as TypedDicts."
    return _index(api, doc, params_modules(api), for_params=True)


def _index(api: Api, doc: str, module: dict[str, str], *, for_params: bool = False) -> IndexView:
    exports = (
        _export(api, name, module[name], "..", for_params=for_params) for name in sorted(module)
    )
    return _index_of(doc, ".._runtime", list(exports))


def _index_of(doc: str, runtime: str, exports: list[ExportView]) -> IndexView:
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
    lazy = tuple(
        LazyView(Literal(module), joined(_chunks(names), "\n")) for module, names in modules.items()
    )
    return IndexView(Doc(doc), Code(runtime), statements(pairs), tuple(aliases), lazy)


def _chunks(names: Sequence[str]) -> Iterator[Literal]:
    """The names with spaces between, in strings that fit into a line."""
    line = ""
    for name in names:
        if line and len(line) + len(name) > _NAMES_WIDTH:
            yield Literal(line + " ")
            line = ""
        line += f" {name}" if line else name
    yield Literal(line)


def _export(
    api: Api, name: str, module: str, up: str = ".", *, for_params: bool = False
) -> ExportView:
    place = module_of(api, name, f".{module}", f"{up}_custom", for_params=for_params)
    return _export_from(place, name, name)


def _export_from(module: str, name: str, original: str) -> ExportView:
    return ExportView(Name(name), Code(module), Name(original))

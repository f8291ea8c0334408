"""`Api` → the pages of a package: each file that a template prints, and what it is printed of.

A page holds the part of the `Api` that its text depends on, and nothing else. So it can be printed
and proven apart from all others, in any process, and need not be again while its part is the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..ir import Api
from .views.index import IndexPart, models_part, package_part, params_part, resources_part
from .views.module_map import model_modules, outline, params_modules
from .views.resource import ResourcePart, resource_parts
from .views.shapes import ShapesPart, models_parts, params_parts

Part = Api | IndexPart | ResourcePart | ShapesPart


@dataclass(frozen=True, slots=True)
class Page:
    """A file at `path` of the package, printed by `template`."""

    path: str
    template: str
    part: Part


def pages_of(api: Api) -> tuple[Page, ...]:
    """Every page of the package, sorted by path."""
    client = _client_part(api)
    models, params = model_modules(api), params_modules(api)
    guide = replace(api, models=(), params=(), coverage=(), types={})
    pages = [
        Page("__init__.py", "package.py.jinja", package_part(api)),
        Page("client.py", "client.py.jinja", client),
        Page("resources/__init__.py", "package.py.jinja", resources_part(api)),
        Page("models/__init__.py", "package.py.jinja", models_part(api, models)),
        Page("params/__init__.py", "package.py.jinja", params_part(api, params)),
        Page("API.md", "API.md.jinja", guide),
        Page("AGENTS.md", "AGENTS.md.jinja", guide),
    ]
    if api.webhooks is not None:
        pages.append(Page("webhooks.py", "webhooks.py.jinja", client))
    folders: tuple[tuple[str, str, dict[str, Part]], ...] = (
        ("resources", "resource.py.jinja", {**resource_parts(api)}),
        ("models", "model.py.jinja", {**models_parts(api, models)}),
        ("params", "params.py.jinja", {**params_parts(api, params)}),
    )
    for folder, template, parts in folders:
        pages += [Page(f"{folder}/{name}.py", template, part) for name, part in parts.items()]
    return tuple(sorted(pages, key=lambda page: page.path))


def _client_part(api: Api) -> Api:
    """What `client.py` is made of: the facts of an API, and of its resources the names."""
    return replace(
        api,
        resources=tuple(map(outline, api.resources)),
        models=(),
        params=(),
        coverage=(),
        types={},
    )

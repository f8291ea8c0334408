"""`pyproject.toml` and `README.md` of a client that is a package of its own.

They stand beside the package, which is the same without them, and so no emitter of the package
gives them. How a user's edits of them stay is the matter of `clientsmith.distribution`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ..ir import Api
from .artifacts import Artifact
from .values import Code, Prose, Toml
from .views.guide import GuideView, guide_view


@dataclass(frozen=True, slots=True)
class Project:
    """The values of a client's `pyproject.toml`."""

    name: Code
    """The name that users install, of letters, digits, `.`, `_` and `-` alone."""
    version: str
    package: str
    description: str
    license: str
    """An SPDX expression; empty without one."""
    has_license_file: bool
    authors: tuple[tuple[str, str], ...]
    """Name and address; one of them may be empty."""
    keywords: tuple[str, ...]
    urls: tuple[tuple[str, str], ...]
    """Label and URL."""
    dependencies: tuple[str, ...]
    extras: tuple[tuple[Code, str], ...]
    """The name of each extra, and the package that it adds."""


@dataclass(frozen=True, slots=True)
class ProjectView:
    """`pyproject.toml`."""

    name: Toml
    version: Toml
    description: Toml
    license: tuple[Toml, ...]
    license_files: Toml
    authors: tuple[Toml, ...]
    keywords: tuple[Toml, ...]
    urls: tuple[tuple[Toml, Toml], ...]
    """Label and URL."""
    dependencies: Toml
    extras: tuple[tuple[Code, Toml], ...]
    packages: Toml
    sources: Toml


@dataclass(frozen=True, slots=True)
class ReadmeView:
    """`README.md`."""

    name: Code
    description: Prose
    extras: tuple[Code, ...]
    guide: GuideView


_RANGES = {
    "aiohttp": "aiohttp>=3.10,<4",
    "httpx2": "httpx2>=2,<3",
    "pydantic": "pydantic>=2.11,<3",
    "pyreqwest": "pyreqwest>=0.15,<1",
    "standardwebhooks": "standardwebhooks>=1,<2",
}
"""The versions that the runtime is tested with."""


def dependencies(api: Api) -> tuple[str, ...]:
    """Return the packages that every user of a client needs, with their ranges."""
    return tuple(_RANGES[name] for name in ("pydantic", api.transport))


def extras(api: Api) -> tuple[tuple[Code, str], ...]:
    """Return the packages that some users of a client need, by the name of the extra."""
    libraries = (name for name in ("aiohttp", "httpx2", "pyreqwest") if name != api.transport)
    found = [(Code(name), _RANGES[name]) for name in libraries]
    if api.webhooks is not None:
        found.append((Code("webhooks"), _RANGES["standardwebhooks"]))
    return tuple(found)


def files(api: Api, project: Project) -> Iterator[Artifact]:
    """Yield the files of a project that contain texts of the document."""
    yield Artifact("pyproject.toml", "toml", "distribution/pyproject.toml.jinja", _view, project)
    calls = replace(api, models=(), params=(), coverage=(), types={})
    yield Artifact(
        "README.md", "markdown", "distribution/README.md.jinja", _readme, (calls, project)
    )


def _view(project: Project) -> Mapping[str, object]:
    return {
        "project": ProjectView(
            name=Toml(project.name.source),
            version=Toml(project.version),
            description=Toml(project.description),
            license=tuple(Toml(text) for text in (project.license,) if text),
            license_files=_array(["LICENSE"] if project.has_license_file else []),
            authors=tuple(map(_author, project.authors)),
            keywords=tuple(map(Toml, project.keywords)),
            urls=tuple((Toml(label), Toml(url)) for label, url in project.urls),
            dependencies=_array(project.dependencies),
            extras=tuple((name, _array([each])) for name, each in project.extras),
            packages=_array([project.package]),
            sources=_array([f"/{project.package}", "/CHANGELOG.md"]),
        )
    }


def _array(texts: tuple[str, ...] | list[str]) -> Toml:
    return Toml(tuple(map(Toml, texts)))


def _author(author: tuple[str, str]) -> Toml:
    fields = zip(("name", "email"), author, strict=True)
    return Toml({key: Toml(value) for key, value in fields if value})


def _readme(inputs: tuple[Api, Project]) -> Mapping[str, object]:
    api, project = inputs
    return {
        "readme": ReadmeView(
            name=project.name,
            description=Prose(project.description),
            extras=tuple(name for name, _ in project.extras),
            guide=guide_view(api),
        )
    }

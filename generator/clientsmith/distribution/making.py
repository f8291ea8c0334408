"""`Api` → the files of its project, as clientsmith would write them."""

from __future__ import annotations

from ..build.produce import make_files
from ..config import Distribution, Target, is_web_address
from ..diagnostics import ClientsmithError, Diagnostic, warning
from ..document import Document
from ..emit.bundled import templates_folder
from ..emit.distribution import Project as View, dependencies, extras, files
from ..emit.render import Templates
from ..emit.values import Code
from ..ir import Api
from ..ir.texts import clean
from ..verify.leaks import leak_problem
from .licenses import fact, license_of, license_text
from .project import Project, version_of

WORKFLOW = ".github/workflows/publish.yml"
_LONGEST_SUMMARY = 500
"""The package index refuses a summary of more than 512 characters."""


def made_project(
    target: Target, api: Api, document: Document, templates: Templates
) -> Project | None:
    """Return the project of a target; None for a target without a distribution.

    Raises:
        ClientsmithError: the output folder has the project of another package, or a text of the
            document changes more than a text of a file.
    """
    settings = target.distribution
    if settings is None:
        return None
    spdx = settings.license or license_of(api)
    authors = tuple(map(_author, settings.authors))
    holder = ", ".join(name or address for name, address in authors)
    text = license_text(spdx, holder or f"the authors of {settings.name}")
    has_file = text is not None or (target.output / "LICENSE").is_file()
    once = {} if text is None else {"LICENSE": text}
    if settings.workflow:
        path = templates_folder() / "distribution/publish.yml"
        once[WORKFLOW] = path.read_text(encoding="utf-8")
    view = View(
        name=Code(settings.name),
        version=version_of(target),
        package=target.package,
        description=settings.description or _description(api),
        license=spdx,
        has_license_file=has_file,
        authors=authors,
        keywords=settings.keywords,
        urls=_urls(api, settings),
        dependencies=dependencies(api),
        extras=extras(api),
    )
    made = list(make_files(tuple(files(api, view)), templates))
    faults = [problem for file in made for problem in file.problems]
    faults += [leak_problem(file.leak, document) for file in made if file.leak is not None]
    if faults:
        raise ClientsmithError(tuple(dict.fromkeys(faults)))
    notes = () if has_file else (_no_license(target, settings, spdx),)
    texts = {file.path: file.text for file in made}
    return Project(texts, once, view.dependencies, notes)


def _no_license(target: Target, settings: Distribution, spdx: str) -> Diagnostic:
    why = f"clientsmith has no text of {spdx}" if spdx else "the document names none of SPDX's"
    message = f"{settings.name!r} has no LICENSE: {why}"
    hint = 'write the file, or name a `license` such as "MIT" in the table `distribution`'
    return warning("distribution-license", message, target.span("distribution"), hint)


def _author(text: str) -> tuple[str, str]:
    """Return the name and the address of `Name <address>`, or of a name alone."""
    name, _, rest = text.partition("<")
    return name.strip(), rest.strip().removesuffix(">").strip()


def _description(api: Api) -> str:
    title = " ".join(clean(api.title).split()) or api.package
    return f"A typed Python client: {title}"[:_LONGEST_SUMMARY]


def _urls(api: Api, settings: Distribution) -> tuple[tuple[str, str], ...]:
    """Return the links of the document, and those of the settings, which win."""
    found = {
        "Documentation": fact(api, "externalDocs").get("url"),
        "Support": fact(api, "info/contact").get("url"),
        **settings.urls,
    }
    return tuple(
        (label, url) for label, url in found.items() if isinstance(url, str) and is_web_address(url)
    )

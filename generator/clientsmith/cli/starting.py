"""What a project starts from: a document or an application, named or found."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..diagnostics import ClientsmithError, error, printable
from ..paths import shown
from .apps import document_of_app, is_of_another_app
from .asking import Questions
from .options import Voice
from .progress import ProgressLine

if TYPE_CHECKING:
    from ..config import Target


@dataclass(frozen=True, slots=True)
class Source:
    """A document that a project starts from."""

    path: Path
    app: str | None = None
    """The application that it is of."""
    python: str | None = None
    """The interpreter that runs the application."""


def source_of(voice: Voice, ask: Questions, source: str | None, others: Sequence[Target]) -> str:
    """Return what was named, or what the project has: a document or an application.

    Of several documents it is one that none of the `others`, the targets that are there, is of.
    """
    from ..setup import find_app, find_documents

    if source is not None:
        return source
    found = find_documents(Path())
    found = [path for path in found if target_of(others, path) is None] or found
    if found:
        more = f" (and {len(found) - 1} more)" if found[1:] else ""
        voice.say(f"found {shown(found[0])}{more}")
        names = [path.as_posix() for path in found]
        if names[1:] and not ask.yes:
            return click.prompt("Document", default=names[0], type=click.Choice(names))
        return names[0]
    if (app := find_app(Path())) is not None:
        voice.say(f"found the FastAPI application {app}")
        return app
    message = "there is no OpenAPI document here, and no FastAPI application"
    hint = "name one: `clientsmith init path/to/openapi.yaml`, or its https URL"
    raise ClientsmithError([error("init-document", message, None, hint)])


def targets_here() -> tuple[Target, ...]:
    """Return the targets that are configured already; none where the configuration is at fault."""
    from ..config import load_targets

    try:
        return load_targets(Path.cwd())
    except ClientsmithError:
        # Where it matters, what is wrong is said once a target is to be added.
        return ()


def target_of(targets: Sequence[Target], source: str | Path) -> Target | None:
    """Return the target of a document or of an application."""
    path = Path(source).absolute()
    for target in targets:
        if target.app is not None and target.app.reference == str(source):
            return target
        if target.app is None and target.document == path:
            return target
    return None


def read_source(voice: Voice, ask: Questions, source: str, python: str | None) -> Source:
    """Return the document at a path or a URL, or of an application."""
    from ..config import app_of
    from ..setup import download
    from ..urls import is_remote

    if is_remote(source):
        from ..document.fetch import fetch

        with ProgressLine("init") as line:
            line.show(f"fetching {printable(source)}")
            path = download(source, Path("specs"), fetch)
        voice.say(f"fetched into {shown(path)}, which later runs read; commit it")
        return Source(path)
    if (app := app_of(source, Path.cwd())) is not None:
        python = python or _allowed(ask, app.reference)
        return Source(_of_app(app.reference, python), app.reference, python)
    path = Path(source)
    if not path.is_file():
        raise click.BadParameter(f"{source!r} is no file", param_hint="PATH")
    return Source(path)


def _allowed(ask: Questions, reference: str) -> str:
    """Return the interpreter that runs an application, if somebody allows that.

    Raises:
        ClientsmithError: nobody does.
    """
    if not ask.yes and ask.confirm(f"Run {reference} to read its document?", False):
        return sys.executable
    message = f"the document is that of the app {reference!r}, which was not run"
    command = f"clientsmith init {'--yes ' if ask.yes else ''}--run-app {shlex.quote(reference)}"
    hint = f"`{command}` runs it to read its document"
    raise ClientsmithError([error("app-not-run", message, None, hint)])


def _of_app(reference: str, python: str) -> Path:
    """Return the copy of an application's document, made now."""
    from ..config import App, Target, document_path
    from ..identifiers import module

    name = module(reference.partition(":")[0].split(".")[0])
    path = document_path({"document": reference}, name, Path())
    assert path is not None
    if is_of_another_app(path, reference):
        # `app.admin:app` beside `app.main:app`, whose copy is in `specs/app`.
        path = document_path({"document": reference}, module(reference), Path())
        assert path is not None
    target = Target(name=name, document=path, output=Path(), package=name)
    app = App(reference, Path.cwd())
    with document_of_app(target.with_app(app), python):
        return path

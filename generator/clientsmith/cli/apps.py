"""`--run-app`: documents that applications describe themselves."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..diagnostics import ClientsmithError, error, printable
from ..paths import shown

if TYPE_CHECKING:
    from ..config import Target


def app_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add `--run-app` and `--python`; the command gets `python`, None if no app may be run."""

    @wraps(command)
    def with_python(*, runs_app: bool, python: str | None, **others: object) -> None:
        if python is not None and not runs_app:
            raise click.UsageError("--python goes with --run-app")
        command(python=(python or sys.executable) if runs_app else None, **others)

    for option in (
        click.option(
            "--python",
            metavar="FILE",
            help="With --run-app: the interpreter; clientsmith's own" " by default.",
        ),
        click.option(
            "--run-app",
            "runs_app",
            is_flag=True,
            help='Run the app that `document = "module:app"` names, for its openapi().',
        ),
    ):
        with_python = option(with_python)
    return with_python


def asked(target: Target, python: str) -> bytes:
    """Return the document of a target's app, which is run; what it prints is shown if it fails."""
    from ..document.application import AppError, ask
    from ..limits import Limits

    assert target.app is not None
    try:
        return ask(target.app, Limits(**target.limits), target.span("document"), python)
    except AppError as failure:
        for line in failure.stderr.splitlines():
            click.echo(f"  {printable(line)}", err=True)
        raise


@contextmanager
def document_of_app(
    target: Target, python: str | None, *, is_dry: bool = False
) -> Generator[None, None, None]:
    """Bring the copy of a target's app's document up to date, for a dry run for its time alone.

    Raises:
        ClientsmithError: the app may not be run, fails, or the copy is no file of clientsmith's.
    """
    if target.app is None:
        yield
        return
    if python is None:
        message = f"the document is that of the app {target.app.reference!r}, which was not run"
        hint = "--run-app runs it; a configuration alone never runs code"
        raise ClientsmithError([error("app-not-run", message, target.span("document"), hint)])
    from ..output import replace_file

    copy = target.document
    try:
        before = copy.read_bytes() if copy.is_file() else None
    except OSError as bad:
        raise _unwritable(copy, bad) from None
    _check_ours(copy, before)
    content = asked(target, python)
    made = [folder for folder in copy.parents if not folder.exists()]
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
    except OSError as bad:
        raise _unwritable(copy, bad) from None
    replace_file(copy, content)
    try:
        yield
    finally:
        if is_dry and before is not None:
            replace_file(copy, before)
        elif is_dry:
            copy.unlink()
            for folder in made:
                folder.rmdir()


@contextmanager
def current_document(target: Target, python: str | None) -> Generator[str]:
    """Have the document of an app at its place, to be read; return where it comes from, in words.

    It is what the app says now, if it may be run, and is gone again at the end; else the kept copy.
    The words are empty for a target whose document is a file of its own.

    Raises:
        ClientsmithError: the app fails, or may not be run and has no copy.
    """
    if target.app is None:
        yield ""
    elif python is None:
        _check_kept(target, target.app.reference)
        copy = shown(target.document)
        yield f"the kept {copy}; --run-app asks {target.app.reference} for it"
    else:
        with document_of_app(target, python, is_dry=True):
            yield f"what {target.app.reference} describes now"


def _check_kept(target: Target, reference: str) -> None:
    if not target.document.is_file():
        message = f"there is no {shown(target.document)!r}, the kept document of {reference!r}"
        hint = "`clientsmith generate --run-app` writes it; commit it"
        raise ClientsmithError([error("app-not-run", message, target.span("document"), hint)])


def is_copy_stale(target: Target, python: str | None) -> bool:
    """Return whether the app of a target, if it may be run, gives another document than its copy.

    Raises:
        ClientsmithError: there is no copy, or the app fails.
    """
    if target.app is None:
        return False
    copy = target.document
    _check_kept(target, target.app.reference)
    if python is None:
        # Without a run, it is at least to be a document of this app, and not of an earlier one.
        return is_of_another_app(copy, target.app.reference)
    return asked(target, python).replace(b"\r\n", b"\n") != copy.read_bytes().replace(
        b"\r\n", b"\n"
    )


def is_of_another_app(copy: Path, reference: str) -> bool:
    """Return whether a file is the kept document of an application with another reference."""
    from ..document.application import MARK

    try:
        with open(copy, "rb") as file:
            head = file.read(1_000).decode(errors="replace")
    except OSError:
        return False
    return f'"{MARK}": ' in head and f'"{MARK}": "{reference}"' not in head


def _unwritable(copy: Path, bad: OSError) -> ClientsmithError:
    message = f"the app's document {shown(copy)!r} cannot be kept: {bad.strerror or bad}"
    return ClientsmithError([error("output-failed", message, None)])


def _check_ours(copy: Path, content: bytes | None) -> None:
    from ..document.application import MARK

    if content is not None and f'"{MARK}"'.encode() not in content[:200]:
        message = f"{shown(copy)!r} is in the way of the app's document"
        hint = "move it away, or set `lock` to a file in another folder"
        raise ClientsmithError([error("output-foreign", message, None, hint)])

"""`clientsmith overlay`: apply overlays, check them, and make one of two documents."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import click

from ..diagnostics import has_errors
from .options import FILE, Command, Voice, voice_options
from .printing import print_found, print_problems

_FORM = click.option(
    "--format",
    "form",
    type=click.Choice(["yaml", "json"]),
    help="The format of the result; that of the first file by default.",
)
_OUTPUT = click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; standard output by default.",
)


def _result_options(command: Command) -> Command:
    return _FORM(_OUTPUT(command))


@click.group()
def overlay() -> None:
    """Correct a document with OpenAPI Overlays (versions 1.0 and 1.1)."""


@overlay.command()
@click.argument("document", type=FILE)
@click.argument("overlays", nargs=-1, required=True, metavar="OVERLAY...", type=FILE)
@click.option("--strict", is_flag=True, help="Fail when an action of an overlay matches nothing.")
@_result_options
@voice_options
@click.pass_context
def apply(
    context: click.Context,
    document: Path,
    overlays: Sequence[Path],
    strict: bool,
    form: Literal["yaml", "json"] | None,
    output: Path | None,
) -> None:
    """Print DOCUMENT as each OVERLAY changes it, in order."""
    from ..document import unmatched
    from ..document.overlays import overlaid

    text, warnings = overlaid(document, overlays, form)
    problems = unmatched(warnings) if strict else ()
    print_problems(problems or warnings)
    if problems:
        context.exit(1)
    write_result(context, text, output)


@overlay.command()
@click.argument("overlays", nargs=-1, required=True, metavar="OVERLAY...", type=FILE)
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@voice_options
@click.pass_context
def validate(
    context: click.Context,
    overlays: Sequence[Path],
    form: Literal["text", "json", "github"],
    strict: bool,
) -> None:
    """Report every problem of each OVERLAY, with its place."""
    from ..document.overlays import overlay_problems

    found = [problem for path in overlays for problem in overlay_problems(path)]
    print_found(context.ensure_object(Voice), found, form)
    context.exit(1 if has_errors(found) or (strict and found) else 0)


@overlay.command()
@click.argument("old", metavar="A", type=FILE)
@click.argument("new", metavar="B", type=FILE)
@_result_options
@voice_options
@click.pass_context
def diff(
    context: click.Context,
    old: Path,
    new: Path,
    form: Literal["yaml", "json"] | None,
    output: Path | None,
) -> None:
    """Print the overlay that changes the document A into the document B.

    Nothing is printed where the two have the same data.
    """
    from ..document.overlays import overlay_between

    text = overlay_between(old, new, form)
    if text is None:
        click.echo("no differences", err=True)
        return
    write_result(context, text, output)


def write_result(context: click.Context, text: str, output: Path | None) -> None:
    """Write a text to a file, or to standard output if no file is named."""
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as problem:
        raise click.FileError(str(output), problem.strerror or str(problem)) from None
    context.ensure_object(Voice).say(f"wrote {output.as_posix()}")

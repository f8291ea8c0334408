"""`clientsmith validate`."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from ..diagnostics import has_errors
from .options import ALLOW_REMOTE, FILE, OVERLAY, ROOT, Voice, voice_options
from .printing import print_found


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="PATH...", type=FILE)
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text")
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@ALLOW_REMOTE
@ROOT
@OVERLAY
@voice_options
@click.pass_context
def validate(
    context: click.Context,
    documents: tuple[Path, ...],
    form: Literal["text", "json", "github"],
    strict: bool,
    hosts: tuple[str, ...],
    root: Path | None,
    overlays: tuple[Path, ...],
) -> None:
    """Report every problem of the documents at PATH..., each with its place."""
    from .. import pipeline

    found = [
        problem
        for document in documents
        for problem in pipeline.validate(document, hosts, root, overlays)
    ]
    print_found(context.ensure_object(Voice), found, form)
    context.exit(1 if has_errors(found) or (strict and found) else 0)

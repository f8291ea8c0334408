"""`clientsmith drift`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..config import ad_hoc_target
from ..diagnostics import printable
from ..limits import Limits
from ..paths import near
from .options import CONFIG, FILE, OVERLAY, ROOT, Voice, one_target, voice_options

if TYPE_CHECKING:
    from ..config import Target


@click.command()
@click.argument("file", type=FILE)
@click.argument("name", required=False, metavar="[TARGET]")
@CONFIG
@click.option("--document", type=FILE, help="A document, with no configuration.")
@OVERLAY
@ROOT
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; standard output by default.",
)
@voice_options
@click.pass_context
def drift(
    context: click.Context,
    file: Path,
    name: str | None,
    config: Path | None,
    document: Path | None,
    overlays: tuple[Path, ...],
    root: Path | None,
    output: Path | None,
) -> None:
    """Print the overlay that would make the document of TARGET describe the drift in FILE.

    FILE is what `on_drift=DriftLog(FILE)` of a client wrote. Each action says how often its reason
    was seen. What no action can describe is on standard error.
    """
    from ..document import Allowed
    from ..document.overlays import proposed
    from .overlay import write_result

    target = _target(name, config, document)
    if root is not None:
        target = target.model_copy(update={"root": root.absolute()})
    text, notes = proposed(
        file,
        near(target.document),
        tuple(map(near, overlays or target.overlays)),
        root=None if target.root is None else near(target.root),
        allowed=Allowed(frozenset(target.allow_remote)),
        limits=Limits(**target.limits),
    )
    for note in notes:
        click.echo(printable(note), err=True)
    if text is None:
        context.ensure_object(Voice).say("no overlay: nothing of it can be mended by one")
        return
    write_result(context, text, output)


def _target(name: str | None, config: Path | None, document: Path | None) -> Target:
    if document is not None:
        if name is not None or config is not None:
            raise click.UsageError("--document cannot go with a TARGET or --config")
        return ad_hoc_target(document, "client", "Client", Path())
    return one_target(name, config)

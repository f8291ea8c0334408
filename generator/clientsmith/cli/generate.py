"""`clientsmith generate`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..diagnostics import printable
from ..paths import shown
from ..progress import ProgressLine
from .options import Voice, target_options, voice_options
from .printing import each, print_outcome

if TYPE_CHECKING:
    from ..config import Target


@click.command()
@target_options
@click.option("--force", is_flag=True, help="Overwrite files that were edited by hand.")
@click.option(
    "--refetch",
    is_flag=True,
    help="Fetch what other hosts have anew, and pin it as it is now.",
)
@click.option(
    "--no-cache",
    "is_cold",
    is_flag=True,
    help="Make every file anew, and keep none for the next run.",
)
@voice_options
@click.pass_context
def generate(
    context: click.Context,
    targets: Sequence[Target],
    strict: bool,
    force: bool,
    refetch: bool,
    is_cold: bool,
) -> None:
    """Bring the clients of the configuration up to date, or those of TARGET... alone."""
    from .. import pipeline

    voice = context.ensure_object(Voice)

    def run(target: Target, line: ProgressLine) -> bool:
        def on_overwrite(path: Path) -> None:
            line.close()
            click.echo(f"overwriting {printable(shown(path))}", err=True)

        outcome = pipeline.generate(
            target,
            force=force,
            strict=strict,
            is_cached=not is_cold,
            refetch=refetch,
            progress=line.show,
            on_overwrite=on_overwrite,
        )
        line.close()
        print_outcome(voice, outcome)
        return True

    each(context, voice, targets, run)

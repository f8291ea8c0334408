"""`clientsmith check`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from ..progress import ProgressLine
from .options import Voice, target_options, voice_options
from .printing import each, print_comparison

if TYPE_CHECKING:
    from ..config import Target


@click.command()
@target_options
@voice_options
@click.pass_context
def check(context: click.Context, targets: Sequence[Target], strict: bool) -> None:
    """Exit 1 and show a diff when a client is not what `generate` would write. Writes nothing."""
    from .. import pipeline

    voice = context.ensure_object(Voice)

    def run(target: Target, line: ProgressLine) -> bool:
        comparison = pipeline.check(target, strict=strict, progress=line.show)
        line.close()
        print_comparison(voice, comparison)
        return not comparison.changes

    context.exit(0 if each(voice, targets, run) else 1)

"""`clientsmith check`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from ..paths import shown
from .apps import app_options, is_copy_stale
from .options import Voice, target_options, voice_options
from .printing import each, print_comparison
from .progress import ProgressLine

if TYPE_CHECKING:
    from ..config import Target


@click.command()
@target_options
@app_options
@voice_options
@click.pass_context
def check(
    context: click.Context, targets: Sequence[Target], strict: bool, python: str | None
) -> None:
    """Exit 1 and show a diff when a client is not what `generate` would write. Writes nothing.

    The document of an app is its kept copy; with --run-app, that copy has to be what the app says.
    """
    from .. import pipeline

    voice = context.ensure_object(Voice)

    def run(target: Target, line: ProgressLine) -> bool:
        is_stale = is_copy_stale(target, python)
        comparison = pipeline.check(target, strict=strict, progress=line.show)
        line.close()
        print_comparison(voice, comparison)
        if target.app is not None and python is None:
            voice.say(f"compared with the kept {shown(target.document)}; --run-app asks the app")
        if is_stale:
            click.echo(f"{shown(target.document)}: stale, the app has another document")
            voice.say("hint: `clientsmith generate --run-app` writes it")
        return not comparison.changes and not is_stale

    context.exit(0 if each(voice, targets, run) else 1)

"""`clientsmith generate`."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..diagnostics import printable
from ..paths import shown
from .apps import app_options, document_of_app
from .options import Voice, report_options, target_options, voice_options
from .printing import each, print_outcome
from .progress import ProgressLine
from .reports import is_failing, print_hint, print_reports

if TYPE_CHECKING:
    from ..changes import Report
    from ..config import Target
    from ..pipeline import Outcome


@click.command()
@target_options
@click.option("--force", is_flag=True, help="Overwrite files that were edited by hand.")
@click.option(
    "--refetch",
    is_flag=True,
    help="Fetch the files of other hosts again, and pin them as they are now.",
)
@click.option(
    "--no-cache",
    "is_cold",
    is_flag=True,
    help="Generate every file again, and cache none for the next run.",
)
@click.option(
    "--dry-run",
    "is_dry",
    is_flag=True,
    help="Report what would change for callers, and write nothing.",
)
@report_options
@app_options
@voice_options
@click.pass_context
def generate(
    context: click.Context,
    targets: Sequence[Target],
    strict: bool,
    force: bool,
    refetch: bool,
    is_cold: bool,
    is_dry: bool,
    form: str,
    show_all: bool,
    fail_on: str | None,
    python: str | None,
) -> None:
    """Update the clients of the configuration, or only those of TARGET....

    After the run, it reports what changed for callers since the last one. With --fail-on, it writes
    nothing if there is a change of that class.
    """
    from .. import pipeline

    voice = context.ensure_object(Voice)
    if form != "text":
        # What is printed has to be nothing but the reports.
        voice.is_aside = True
    reports: list[Report] = []

    def refuses(report: Report) -> bool:
        return is_failing(report, fail_on)

    def run(target: Target, line: ProgressLine) -> bool:
        def on_overwrite(path: Path) -> None:
            line.close()
            click.echo(f"overwriting {printable(shown(path))}", err=True)

        with document_of_app(target, python, is_dry=is_dry):
            outcome = pipeline.generate(
                target,
                force=force,
                strict=strict,
                is_cached=not is_cold,
                refetch=refetch,
                progress=line.show,
                on_overwrite=on_overwrite,
                is_dry=is_dry,
                refuses=refuses,
            )
        line.close()
        print_outcome(voice, outcome)
        _point_to_init(voice, outcome)
        if outcome.report is None:
            return True
        if form == "text":
            if not voice.quiet:
                print_reports([outcome.report], form, show_all=show_all or voice.verbose)
        else:
            reports.append(outcome.report)
        if not refuses(outcome.report):
            return True
        print_hint(target, outcome.report, fail_on)
        if not is_dry:
            voice.say(f"{target.name}: left as it was, for --fail-on {fail_on}")
        return False

    all_well = each(voice, targets, run)
    if form != "text":
        print_reports(reports, form, show_all=True)
    context.exit(0 if all_well else 1)


def _point_to_init(voice: Voice, outcome: Outcome) -> None:
    """Print on a terminal, after the first run without a configuration, what `init` would add."""
    target, result = outcome.target, outcome.result
    if target.lock is not None or not outcome.is_written or result is None:
        return
    is_first = not result.unchanged and not result.deleted
    if is_first and sys.stdout.isatty():
        document = shlex.quote(shown(target.document))
        voice.say(f"`clientsmith init {document}` writes a configuration, by which names last")

"""`clientsmith diff`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..config import ad_hoc_target
from .options import FILE, ROOT, report_options, voice_options
from .printing import print_problems
from .reports import is_failing, print_reports

if TYPE_CHECKING:
    from ..config import Target


@click.command()
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@report_options
@ROOT
@voice_options
@click.pass_context
def diff(
    context: click.Context,
    old: Path,
    new: Path,
    form: str,
    show_all: bool,
    fail_on: str | None,
    root: Path | None,
) -> None:
    """Say what the document NEW changes for the callers of the client of the document OLD.

    Each change has a class, the call as its user writes it, and its places in both documents.
    Parts that are not valid are left out of the comparison, and named on standard error.
    """
    from .. import pipeline

    report, faults = pipeline.diff(_target(old, root), _target(new, root))
    print_problems(faults)
    print_reports([report], form, show_all=show_all)
    context.exit(1 if is_failing(report, fail_on) else 0)


def _target(document: Path, root: Path | None) -> Target:
    # The names of the package and of the client's class are not the document's to change.
    target = ad_hoc_target(document, "client", "Client", Path())
    return target.model_copy(update={"root": root})

"""`clientsmith diff`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..config import ad_hoc_target
from .options import FILE, ROOT, voice_options
from .printing import print_problems

if TYPE_CHECKING:
    from ..changes import Report
    from ..config import Target

_FAILING = {
    "run-time": ("breaks-run-time",),
    "types": ("breaks-run-time", "breaks-types"),
    "sent": ("breaks-run-time", "breaks-types", "changes-what-is-sent"),
    "any": ("breaks-run-time", "breaks-types", "changes-what-is-sent", "adds", "docs"),
}
_FORMS = ("text", "markdown", "json", "github", "html")


@click.command()
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@click.option("--format", "form", type=click.Choice(_FORMS), default="text")
@click.option("--all", "show_all", is_flag=True, help="Show every change in the text.")
@click.option(
    "--fail-on",
    type=click.Choice(tuple(_FAILING)),
    help="Exit 1 where there is a change of this class, or of one that harms more.",
)
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
    click.echo(_shown(report, form, show_all), nl=False)
    failing = _FAILING[fail_on] if fail_on else ()
    context.exit(1 if any(change.kind.value in failing for change in report.changes) else 0)


def _target(document: Path, root: Path | None) -> Target:
    # The names of the package and of the client's class are not the document's to change.
    target = ad_hoc_target(document, "client", "Client", Path())
    return target.model_copy(update={"root": root})


def _shown(report: Report, form: str, show_all: bool) -> str:
    from ..changes import forms

    match form:
        case "markdown":
            return forms.as_markdown(report)
        case "json":
            return forms.as_json(report)
        case "github":
            return forms.as_github(report)
        case "html":
            from ..changes.page import as_html

            return as_html(report)
        case _:
            return forms.as_text(report, show_all=show_all)

"""What `generate`, `check` and `diff` print of what changed for callers."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from ..config import quoted
from .options import FAILING
from .printing import has_color

if TYPE_CHECKING:
    from ..changes import Report
    from ..config import Target


def is_failing(report: Report, fail_on: str | None) -> bool:
    """Return whether a report has a change for which `--fail-on` fails."""
    failing = FAILING[fail_on] if fail_on else ()
    return any(change.kind.value in failing and not change.accepted for change in report.changes)


def print_hint(target: Target, report: Report, fail_on: str | None) -> None:
    """Print how to accept a change, where `--fail-on` fails for one."""
    failing = FAILING[fail_on] if fail_on else ()
    for change in report.changes:
        if change.kind.value in failing and not change.accepted:
            table = f"[{target.table('accepted')}]"
            example = f'{quoted(change.identifier)} = {{ reason = "…" }}'
            click.echo(f"hint: an intended change goes into {table}: {example}", err=True)
            return


def print_reports(reports: Sequence[Report], form: str, *, show_all: bool) -> None:
    """Print reports in the form of `--format`: JSON and HTML hold all of them in one document."""
    from ..changes import forms

    match form:
        case "markdown":
            text = "\n".join(map(forms.as_markdown, reports))
        case "json":
            text = forms.as_json(*reports)
        case "github":
            text = "".join(map(forms.as_github, reports))
        case "html":
            from ..changes.page import as_html

            text = as_html(*reports)
        case _:
            text = "\n".join(forms.as_text(report, show_all=show_all) for report in reports)
            text = _styled(text) if has_color(sys.stdout) else text
    click.echo(text, nl=False)


def _styled(text: str) -> str:
    """Return a report for a terminal that shows colors: headings bold, places dim."""
    lines: list[str] = []
    for line in text.split("\n"):
        is_heading, is_place = not line.startswith(" "), line.startswith("      ")
        styled = click.style(line, bold=is_heading or None, dim=is_place or None)
        lines.append(styled if line and (is_heading or is_place) else line)
    return "\n".join(lines)

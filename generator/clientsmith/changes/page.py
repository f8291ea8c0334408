"""A report as one HTML page that needs nothing else: search, filters, dark and light."""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..emit.bundled import templates_folder
from .forms import summary
from .report import ChangeClass, Report


def as_html(*reports: Report) -> str:
    """Return the page of one report or several.

    Every text of a document in it is escaped; it loads nothing.
    """
    environment = Environment(
        loader=FileSystemLoader(templates_folder()),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    page = environment.get_template("report/page.html.jinja")
    shown = [
        (
            report,
            summary(report),
            [(kind, found) for kind in ChangeClass if (found := report.of(kind))],
        )
        for report in reports
    ]
    changes = [change for report in reports for change in report.changes]
    counts = [
        (kind, count)
        for kind in ChangeClass
        if (count := len([c for c in changes if c.kind is kind]))
    ]
    resources = sorted({change.resource for change in changes if change.resource})
    return page.render(reports=shown, counts=counts, resources=resources)

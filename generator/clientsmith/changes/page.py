"""A report as one HTML page that needs nothing else: search, filters, dark and light."""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..emit.bundled import templates_folder
from .forms import summary
from .report import ChangeClass, Report


def as_html(report: Report) -> str:
    """Return the page. Every text of a document in it is escaped; it loads nothing."""
    environment = Environment(
        loader=FileSystemLoader(templates_folder()),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    groups = [(kind, found) for kind in ChangeClass if (found := report.of(kind))]
    resources = sorted({change.resource for change in report.changes if change.resource})
    page = environment.get_template("report/page.html.jinja")
    return page.render(report=report, summary=summary(report), groups=groups, resources=resources)

"""The forms in which a report is shown: text, Markdown, JSON and annotations of GitHub."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from ..diagnostics import printable, workflow_command
from ..diagnostics.counts import counted
from .report import Change, ChangeClass, Report

_SHOWN = 10
"""Changes that the text has unless all are asked for."""
_CALLS_SHOWN = 3


def as_text(report: Report, *, show_all: bool = False) -> str:
    """Return a report for a terminal: ten changes, or all of them."""
    lines = [f"{report.package}: {summary(report)}"]
    shown = report.changes if show_all else report.changes[:_SHOWN]
    for kind in ChangeClass:
        of_kind = [change for change in shown if change.kind is kind]
        lines += ["", kind.meaning] if of_kind else []
        for change in of_kind:
            lines += [f"  {change.identifier}", *(f"      {each}" for each in _details(change))]
    if left := len(report.changes) - len(shown):
        lines += ["", f"and {left:,} more; --all shows them"]
    return "".join(f"{printable(line)}\n" for line in lines)


def summary(report: Report) -> str:
    """Return the counts of the changes and the step they ask for, in a line."""
    if not report.changes:
        return "no change that a caller can notice"
    counts = [
        counted(len(found), *_SHORT[kind]) for kind in ChangeClass if (found := report.of(kind))
    ]
    cause = "" if report.cause == "document" else f" by the {report.cause}"
    return f"{', '.join(counts)}{cause}: a {report.step} step"


_SHORT = {
    ChangeClass.RUN_TIME: ("break at run time", "breaks at run time"),
    ChangeClass.TYPES: ("break of type-checking", "breaks of type-checking"),
    ChangeClass.SENT: ("change of what is sent", "changes of what is sent"),
    ChangeClass.ADDS: ("addition", "additions"),
    ChangeClass.DOCS: ("change of documentation", "changes of documentation"),
}


def _details(change: Change) -> Iterator[str]:
    """Yield the lines under a sentence: the calls, how sure a rename is, and the places."""
    if change.calls:
        named = ", ".join(change.calls[:_CALLS_SHOWN])
        more = len(change.calls) - _CALLS_SHOWN
        yield f"in {named} and {counted(more, 'more call')}" if more > 0 else f"in {named}"
    if change.accepted:
        yield f"accepted: {change.accepted}"
    if change.confidence < 1:
        yield f"the two are the same by likeness ({change.confidence:.0%} sure)"
    if change.old_place and change.new_place:
        yield f"{change.new_place} (before: {change.old_place})"
    elif change.new_place:
        yield f"{change.new_place}"
    elif change.old_place:
        yield f"before: {change.old_place}"


def as_markdown(report: Report) -> str:
    """Return a report for a pull request or a changelog."""
    text = f"### {_escaped(report.package)}: {summary(report)}\n"
    return f"{text}\n{entries(report)}\n" if report.changes else text


def entries(report: Report) -> str:
    """Return the changes of a report as Markdown: a list for each class, without a heading."""
    lists = [
        "\n".join((f"**{kind.meaning}**", "", *map(_item, of_kind)))
        for kind in ChangeClass
        if (of_kind := report.of(kind))
    ]
    return "\n\n".join(lists)


def _item(change: Change) -> str:
    values = [_code(each) for each in (change.old, change.new) if each]
    shown = f": {' → '.join(values)}" if values else ""
    calls = f" ({counted(len(change.calls), 'call')})" if len(change.calls) > 1 else ""
    accepted = f" (accepted: {_escaped(change.accepted)})" if change.accepted else ""
    return f"- {_code(change.call)} {_escaped(change.what)}{shown}{calls}{accepted}"


def _code(text: str) -> str:
    # A text of a document may have backticks itself (CommonMark 0.31, 6.1).
    line = printable(" ".join(text.split()))
    longest = max(map(len, re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    space = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{space}{line}{space}{fence}"


def _escaped(text: str) -> str:
    marks = {ord(char): f"\\{char}" for char in "\\`*_{}[]<>#|"}
    return printable(text).translate(marks)


def as_json(*reports: Report) -> str:
    """Return a report as JSON, by the schema `report.schema.json`; a list of several reports."""
    data = [_report_data(report) for report in reports]
    return json.dumps(data[0] if len(data) == 1 else data, indent=2, ensure_ascii=False) + "\n"


def _report_data(report: Report) -> dict[str, Any]:
    return {
        "package": report.package,
        "old_version": report.old_version,
        "new_version": report.new_version,
        "step": report.step,
        "changes": [_data(report, change) for change in report.changes],
    }


def _data(report: Report, change: Change) -> dict[str, Any]:
    places = {"old": change.old_place, "new": change.new_place}
    return {
        "id": change.identifier,
        "class": change.kind.value,
        "call": change.call,
        "what": change.what,
        "old": change.old or None,
        "new": change.new or None,
        "places": {
            name: (
                None
                if place is None
                else {"file": place.file, "line": place.line, "column": place.column}
            )
            for name, place in places.items()
        },
        "calls": list(change.calls),
        "cause": report.cause,
        "confidence": change.confidence,
        "accepted": change.accepted or None,
    }


def as_github(report: Report) -> str:
    """Return the changes that break programs as annotations of a GitHub workflow."""
    lines = [
        _annotation(change)
        for change in report.changes
        if (change.kind.breaks or change.kind is ChangeClass.SENT) and not change.accepted
    ]
    return "".join(f"{line}\n" for line in lines)


def _annotation(change: Change) -> str:
    severity = "error" if change.kind is ChangeClass.RUN_TIME else "warning"
    text = change.identifier
    if change.new_place is None and change.old_place is not None:
        # What is gone has no line that the annotation could be at.
        text += f" (before: {change.old_place})"
    return workflow_command(severity, change.new_place, change.kind.meaning, text)

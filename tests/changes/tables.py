"""Scores reports by a table of pairs of documents, in which somebody judged each pair.

The table is tab-separated. `base` and `revision` are paths below the folder `data` beside it (or
beside it, where there is none), `sdk_class` is the class of the worst change, `also` has further
classes that would be right, `beyond_class` that of a difference beside the one that the row is
about. Only rows count whose `harm_sure` is `yes`, and of a class only its group: it breaks, it
changes what is sent, or it does neither.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clientsmith import pipeline
from clientsmith.changes import ChangeClass
from clientsmith.config import Target, ad_hoc_target
from clientsmith.diagnostics import ClientsmithError

GROUPS = {
    "breaks-run-time": "break",
    "breaks-types": "break",
    "changes-what-is-sent": "sent",
    "adds": "none",
    "docs": "none",
    "invisible": "none",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A pair that was judged, and the class that the report gives it."""

    base: str
    revision: str
    wanted: frozenset[str]
    found: str
    why: str
    changes: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        return GROUPS.get(self.found) in {GROUPS[each] for each in self.wanted}


def score(table: Path) -> Iterator[Row]:
    """Yield each row that counts."""
    beside = table.parent / "data"
    folder = beside if beside.is_dir() else table.parent
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        if row.get("harm_sure", "yes") != "yes":
            continue
        wanted = {row["sdk_class"], *(row.get("also") or "").split(",")}
        wanted = {each for each in {*wanted, row.get("beyond_class") or ""} if each in GROUPS}
        try:
            report, _ = pipeline.diff(
                _target(folder / row["base"]), _target(folder / row["revision"]), is_cached=False
            )
            found = next(
                (kind.value for kind in ChangeClass if report.of(kind)),
                "invisible",
            )
            changes = tuple(f"{each.kind.value}: {each.identifier}" for each in report.changes)
        except ClientsmithError as problem:
            found, changes = "unread", (str(problem)[:300],)
        yield Row(
            row["base"], row["revision"], frozenset(wanted), found, row.get("why", ""), changes
        )


def _target(path: Path) -> Target:
    return ad_hoc_target(path, "client", "Client", Path())


def summary(table: Path) -> str:
    """Return the score of a table, and every row that is wrong."""
    lines: list[str] = []
    right = total = 0
    for row in score(table):
        total += 1
        right += row.is_right
        if not row.is_right:
            wanted = " or ".join(sorted(row.wanted))
            lines.append(f"{row.base} -> {row.revision}: {row.found}, not {wanted} ({row.why})")
            lines += [f"    {each}" for each in row.changes[:3]]
    lines.append(f"{right} of {total} pairs are right")
    return "\n".join(lines)

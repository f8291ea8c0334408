"""`coverage.json`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...ir import Coverage
from ..values import JsonText


@dataclass(frozen=True, slots=True)
class CoverageView:
    """`coverage.json`: a row for each operation, in the order of the document's paths."""

    operations: JsonText


def coverage_view(rows: Sequence[Coverage]) -> CoverageView:
    """Return the view of `coverage.json`."""
    return CoverageView(
        JsonText(
            {
                "operations": [
                    {
                        "operation": row.operation,
                        "call": row.call,
                        "status": row.status,
                        "reasons": [reason.text for reason in row.reasons],
                    }
                    for row in rows
                ]
            }
        )
    )

"""The status of a document's operations, counted and grouped by reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ..diagnostics import Diagnostic, Span, error
from ..document import Document
from ..ir import Api, Coverage

Lesser = Literal["degraded", "refused"]


@dataclass(frozen=True, slots=True)
class Cause:
    """A reason for which operations are less than generated, and where the document gives it."""

    status: Lesser
    text: str
    places: tuple[tuple[Span, tuple[str, ...]], ...]
    """Each place with the operations that it concerns, `METHOD /path`."""

    @property
    def operations(self) -> int:
        """The number of operations that it concerns."""
        return len({operation for _, operations in self.places for operation in operations})


@dataclass(frozen=True, slots=True)
class Tally:
    """How many operations a client has, and why some are less than generated."""

    generated: int = 0
    degraded: int = 0
    refused: int = 0
    causes: tuple[Cause, ...] = ()

    @property
    def total(self) -> int:
        """The number of all operations."""
        return self.generated + self.degraded + self.refused

    def problems(self) -> tuple[Diagnostic, ...]:
        """Return each cause as an error at each of its places, for a strict run."""
        return tuple(
            error(cause.status, f"{operations[0]} is {cause.status}: {cause.text}", span, more)
            for cause in self.causes
            for span, operations in cause.places
            for more in [_more(operations)]
        )


def tally(api: Api, document: Document) -> Tally:
    """Count the operations of an API by status, with the causes of those not generated.

    Refusals are first among the causes, then the most frequent.
    """
    counts = Counter(row.status for row in api.coverage)
    found: dict[tuple[Lesser, str], dict[str, list[str]]] = {}
    for status, row in _lesser(api):
        for reason in row.reasons:
            places = found.setdefault((status, reason.text), {})
            places.setdefault(reason.pointer, []).append(row.operation)
    causes = [
        Cause(
            status,
            text,
            tuple((document.span(pointer), tuple(rows)) for pointer, rows in places.items()),
        )
        for (status, text), places in found.items()
    ]
    causes.sort(key=lambda cause: (cause.status != "refused", -cause.operations, cause.text))
    return Tally(counts["generated"], counts["degraded"], counts["refused"], tuple(causes))


def _lesser(api: Api) -> Iterator[tuple[Lesser, Coverage]]:
    for row in api.coverage:
        if row.status != "generated":
            yield row.status, row


def _more(operations: tuple[str, ...]) -> str:
    others = len(operations) - 1
    return f"the same is true of {others:,} more" if others else ""

"""A figure with its bound, and how two things are measured in turns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TypeVar

ROOT = Path(__file__).parents[2]

_T = TypeVar("_T")
_HEAD = "what", "ours", "baseline", "ratio", "bound", ""


@dataclass(frozen=True, slots=True)
class Figure:
    """What something costs; `form` shows a cost with its unit.

    The bound is of the ratio to the baseline, or of the cost itself where there is no baseline.
    """

    what: str
    form: str
    ours: float
    bound: float
    baseline: float | None = None
    ratio: float | None = None

    @property
    def is_over(self) -> bool:
        return (self.ours if self.ratio is None else self.ratio) > self.bound

    def row(self) -> tuple[str, ...]:
        """What, ours, baseline, ratio, bound and verdict, as text."""
        baseline = "" if self.baseline is None else self.form.format(self.baseline)
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        bound = self.form.format(self.bound) if self.ratio is None else f"{self.bound:.2f}"
        verdict = "over" if self.is_over else "ok"
        return self.what, self.form.format(self.ours), baseline, ratio, f"≤ {bound}", verdict


def table(figures: Sequence[Figure]) -> str:
    """The figures in rows, their columns aligned."""
    rows = [_HEAD, *(figure.row() for figure in figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            [
                what.ljust(widths[0]),
                *(cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True)),
            ]
        )
        for what, *cells in rows
    )


def compared(what: str, form: str, pairs: Sequence[tuple[float, float]], bound: float) -> Figure:
    """The figure of costs that were measured in pairs, ours and the baseline's."""
    ours, baseline = (median(costs) for costs in zip(*pairs, strict=True))
    # Of the two in a pair: what slows the machine down for a while slows both of them.
    ratio = median(our / their for our, their in pairs)
    return Figure(what, form, ours, bound, baseline, ratio)


def in_turns(
    rounds: int, ours: Callable[[], _T], baseline: Callable[[], _T]
) -> list[tuple[_T, _T]]:
    """What both return, round by round; each goes first in every other round."""
    pairs: list[tuple[_T, _T]] = []
    for turn in range(rounds):
        if turn % 2:
            theirs = baseline()
            pairs.append((ours(), theirs))
        else:
            pairs.append((ours(), baseline()))
    return pairs

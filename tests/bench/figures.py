"""A figure with its bound, and how two things are measured in turns."""

from __future__ import annotations

import os
import platform
import sys
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

    The bound is of the ratio to the baseline, or of the cost itself where there is no baseline. It
    is the most that is allowed, or the least for a rate.
    """

    what: str
    form: str
    ours: float
    bound: float
    baseline: float | None = None
    ratio: float | None = None
    is_rate: bool = False

    @property
    def is_over(self) -> bool:
        found = self.ours if self.ratio is None else self.ratio
        return found < self.bound if self.is_rate else found > self.bound

    def row(self) -> tuple[str, ...]:
        """What, ours, baseline, ratio, bound and verdict, as text."""
        baseline = "" if self.baseline is None else self.form.format(self.baseline)
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        bound = self.form.format(self.bound) if self.ratio is None else f"{self.bound:.2f}"
        bound = f"{'≥' if self.is_rate else '≤'} {bound}"
        verdict = "missed" if self.is_over else "ok"
        return self.what, self.form.format(self.ours), baseline, ratio, bound, verdict


def table(figures: Sequence[Figure]) -> str:
    """The figures in rows."""
    return aligned([_HEAD, *(figure.row() for figure in figures)])


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """The rows of a table, their columns aligned."""
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


def compared(
    what: str,
    form: str,
    pairs: Sequence[tuple[float, float]],
    bound: float,
    is_rate: bool = False,
) -> Figure:
    """The figure of costs that were measured in pairs, ours and the baseline's."""
    ours, baseline = (median(costs) for costs in zip(*pairs, strict=True))
    # Of the two in a pair: what slows the machine down for a while slows both of them.
    ratio = median(our / their for our, their in pairs)
    return Figure(what, form, ours, bound, baseline, ratio, is_rate)


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


def client_path() -> None:
    """Make the vendored client importable: it is not installed, but stands where it was written."""
    sys.path.insert(0, str(ROOT / "generated"))


def machine() -> str:
    """The processor, its cores and the version of Python."""
    return f"{_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def _processor() -> str:
    """The name of the CPU, which `platform` does not know on Linux."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())

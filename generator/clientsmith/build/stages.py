"""The stages of a run: their names for people, and the time that each may take."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from ..config import Target
from ..diagnostics import Span
from ..limits import Limits, Watch
from ..paths import near


class Progress(Protocol):
    """Called with the name of each stage as it begins, and with how much of it is done."""

    def __call__(self, stage: str, done: int = 0, total: int = 0) -> None: ...


class Stages:
    """The stages of a run over a document."""

    def __init__(self, document: Path, limits: Limits, progress: Progress | None) -> None:
        self.span = Span(near(document).as_posix(), 1, 1)
        self._progress = progress
        self.limits = limits

    @classmethod
    def of(cls, target: Target, progress: Progress | None) -> Stages:
        return cls(target.document, Limits(**target.limits), progress)

    def begin(self, stage: str) -> Watch:
        """Report the begin of a stage, and start its watch."""
        self.report(stage)
        return Watch.started(stage, self.limits, self.span)

    def report(self, stage: str, done: int = 0, total: int = 0) -> None:
        """Report how much of a stage is done."""
        if self._progress is not None:
            self._progress(stage, done, total)

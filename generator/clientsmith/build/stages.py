"""The stages of a run: what is told of each, and the time that it has."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from ..config import Target
from ..diagnostics import Span
from ..limits import Limits, Watch
from ..paths import near


class Progress(Protocol):
    """Told the name of each stage as it begins, and how many of how many things are done in it."""

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
        """Tell of a stage, and start its watch."""
        self.tell(stage)
        return Watch.started(stage, self.limits, self.span)

    def tell(self, stage: str, done: int = 0, total: int = 0) -> None:
        """Tell how much of a stage is done."""
        if self._progress is not None:
            self._progress(stage, done, total)

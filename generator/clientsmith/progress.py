"""How far a run is, on a terminal."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from threading import Lock, Timer
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds that a run may take before anybody asks how far it is."""


@dataclass(frozen=True, slots=True)
class _Stage:
    name: str = ""
    done: int = 0
    total: int = 0


class ProgressLine:
    """A bar on a terminal that names the stage at work and how much of it is done; nothing where
    nobody is watching.

    It appears once a run has taken a second. One that ends before never loads rich.
    """

    def __init__(self, target: str, *, is_quiet: bool = False) -> None:
        self._target = target
        self._watched = not is_quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._stage = _Stage()
        self._timer: Timer | None = None
        self._bar: Progress | None = None
        # The bar is made by the timer's thread, while a stage is at work in the first one.
        self._lock = Lock()

    def show(self, stage: str, done: int = 0, total: int = 0) -> None:
        """Tell of the stage at work, and how many of how many things are done in it."""
        if not self._watched:
            return
        with self._lock:
            self._stage = _Stage(stage, done, total)
            if self._bar is not None:
                self._draw(self._bar)
            elif self._timer is None:
                self._timer = Timer(PATIENCE, self._appear)
                self._timer.daemon = True
                self._timer.start()

    def close(self) -> None:
        """Clear the line, to print something else; after another second it is back."""
        if self._timer is not None:
            self._timer.cancel()
        with self._lock:
            if self._bar is not None:
                self._bar.stop()
            self._bar = self._timer = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _appear(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn

        # No markup: rich would take brackets in a name for it.
        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.fields[count]}", markup=False),
        )
        with self._lock:
            if self._timer is None:
                return
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bar.add_task("", total=None, count="")
            self._draw(self._bar)
            self._bar.start()

    def _draw(self, bar: Progress) -> None:
        (task,) = bar.task_ids
        stage = self._stage
        count = f"{stage.done:,} of {stage.total:,}" if stage.total else ""
        name = f"{self._target}: {stage.name}"
        bar.update(
            task, description=name, count=count, completed=stage.done, refresh=not stage.done
        )
        bar.tasks[0].total = stage.total or None

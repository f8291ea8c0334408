"""Show the progress of a run on a terminal."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from threading import Lock, Timer
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds after which a run shows its progress."""


@dataclass(frozen=True, slots=True)
class _Stage:
    name: str = ""
    done: int = 0
    total: int = 0


class ProgressLine:
    """A progress bar with the name of the current stage; nothing unless stderr is a terminal.

    It appears after a second. A run that ends before does not import rich.
    """

    def __init__(self, target: str, *, is_quiet: bool = False) -> None:
        self._target = target
        self._is_shown = not is_quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._stage = _Stage()
        self._timer: Timer | None = None
        self._bar: Progress | None = None
        # The thread of the timer creates the bar while the main thread updates the stage.
        self._lock = Lock()

    def show(self, stage: str, done: int = 0, total: int = 0) -> None:
        """Show the current stage, and how many of how many items are done in it."""
        if not self._is_shown:
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
        """Remove the bar, so that other text can be printed; it reappears after a second."""
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

        # Without markup, which brackets in a name would be taken for.
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

"""Share work with forked child processes, none of which outlives its parent.

A child has all that its parent has read and understood, without a copy. It looks at who its parent
is after each piece of work, and so ends within a file's time of it, whatever signal ends that.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Generic, NoReturn, TypeVar

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")

_MOST = 4
"""Processes that share the work; each has some 40 MB of its own."""
_WORTH = 150
"""Jobs from which on a child saves more time than it takes to start."""
_WORTH_AHEAD = 500


def shared(
    jobs: Sequence[_Job], work: Callable[[Sequence[_Job]], Iterable[_Result]]
) -> Iterator[_Result]:
    """Yield the results of `work`, which this process and its children do for parts of the jobs.

    Few jobs are done here alone, and so are all of them where there is no second processor, or no
    Linux: on macOS, a forked process may use no library of the system.
    """
    count = min(processors(), _MOST, 1 + len(jobs) // _WORTH)
    parts = [jobs[at::count] for at in range(count)]
    children = [_Child(part, work) for part in parts[1:]]
    try:
        yield from work(parts[0])
        for part, child in zip(parts[1:], children, strict=True):
            results = child.results()
            # What failed there fails here too, with its message.
            yield from work(part) if results is None else results
    finally:
        for child in children:
            child.end()


@contextmanager
def ahead(work: Callable[[], _Result], size: int) -> Generator[Callable[[], _Result]]:
    """Run `work` in a forked child process; give a function that waits for its result.

    `size` is the number of shapes that it reads. For a small one, and where there is no second
    processor, that function runs it here.
    """
    is_worth = size >= _WORTH_AHEAD and processors() > 1
    child = _Child((None,), lambda _: (work(),)) if is_worth else None

    def result() -> _Result:
        found = child.results() if child is not None else None
        return work() if found is None else found[0]

    try:
        yield result
    finally:
        if child is not None:
            child.end()


def processors() -> int:
    """Return on how many processors processes may run; 1 where forking is not safe."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


class _Child(Generic[_Job, _Result]):
    """A forked process that works on some jobs, and writes its results to a pipe at the end."""

    def __init__(
        self, jobs: Sequence[_Job], work: Callable[[Sequence[_Job]], Iterable[_Result]]
    ) -> None:
        reading, writing = os.pipe()
        parent = os.getpid()
        with warnings.catch_warnings():
            # A thread may show the progress; a child prints nothing, so it needs none of its locks.
            warnings.simplefilter("ignore", DeprecationWarning)
            try:
                self._process = os.fork()
            except OSError:
                # The user may have no more processes. The pipe ends at once, as after a failure.
                self._process = None
        if self._process == 0:
            os.close(reading)
            _work(jobs, work, writing, parent)
        os.close(writing)
        self._pipe = os.fdopen(reading, "rb")

    def results(self) -> list[_Result] | None:
        """Return the results, once there are all; None if the process failed."""
        try:
            results: list[_Result] = pickle.load(self._pipe)
            return results
        except (EOFError, pickle.UnpicklingError):
            return None

    def end(self) -> None:
        """End the process, wherever it is."""
        self._pipe.close()
        if self._process is None:
            return
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)


def _work(
    jobs: Sequence[_Job],
    work: Callable[[Sequence[_Job]], Iterable[object]],
    writing: int,
    parent: int,
) -> NoReturn:
    """Do the work of a child, and end without anything that its parent would do at its end."""
    try:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        results: list[object] = []
        for result in work(jobs):
            if os.getppid() != parent:
                break
            results.append(result)
        else:
            with os.fdopen(writing, "wb") as pipe:
                pickle.dump(results, pipe, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)

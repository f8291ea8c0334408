"""Work beside this process: a copy of it works on what both have, on another processor."""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any, Self, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

_Made = TypeVar("_Made")


class Beside:
    """A copy of this process, made when it is first asked for something. It ends with this one.

    After its first work it gets ready for the next one, step by step, until that is there. What it
    cannot do, for whatever reason, is done again by this process, where it fails in plain sight.
    """

    def __init__(self, steps: Sequence[Callable[[], object]] = ()) -> None:
        # Only a large document takes it, and whoever has none need not wait for its import.
        from multiprocessing import get_context

        self._steps = steps
        self._context = get_context("fork")
        self._process: BaseProcess | None = None
        self._ours, self._theirs = self._context.Pipe()

    @staticmethod
    def is_possible() -> bool:
        """Whether there is another processor, on a system where a copy is safe to work with."""
        return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1

    def ask(self, work: Callable[[], _Made]) -> Callable[[], _Made]:
        """Have `work` done; what is returned waits for it, and is to be called before the next.

        The copy has whatever the first work needs. Any later one has to be picklable, and so has
        what a work makes.
        """
        with suppress(OSError):
            if self._process is None:
                self._start(work)
            else:
                self._ours.send(work)
        return lambda: self._answer(work)

    def close(self) -> None:
        """End the copy, whatever it is at. That it takes a moment holds nobody up."""
        self._ours.close()
        self._theirs.close()
        if self._process is not None:
            self._process.kill()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _start(self, work: Callable[[], object]) -> None:
        given = (self._ours, self._theirs, work, self._steps)
        process = self._context.Process(target=_attend, args=given, daemon=True)
        process.start()
        self._process = process
        self._theirs.close()

    def _answer(self, work: Callable[[], _Made]) -> _Made:
        if self._process is not None:
            with suppress(EOFError, OSError):
                return self._ours.recv()
        return work()


def _attend(
    asking: Connection,
    own: Connection,
    work: Callable[[], object],
    steps: Sequence[Callable[[], object]],
) -> None:
    """Do one work after the other, until one fails or nobody asks any more."""
    asking.close()
    end_with_parent()
    # An interrupt is meant for the process that asks.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(Exception):
        # Whoever asks may take long to come for it.
        sending = Thread(target=_send, args=(own, pickle.dumps(work())))
        sending.start()
        for step in steps:
            if not own.poll():
                step()
        sending.join()
        while True:
            following: Any = own.recv()
            own.send(following())


def end_with_parent() -> None:
    """End this child process as soon as its parent process ends, even by SIGKILL."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:

        def wait() -> None:
            parent.join()
            os._exit(1)

        Thread(target=wait, daemon=True).start()


def _send(own: Connection, made: bytes) -> None:
    with suppress(OSError):
        own.send_bytes(made)

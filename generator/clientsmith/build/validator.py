"""A process that reads and validates a document while another one reads and analyzes it.

`clientsmith watch` has one. It is forked before anything is read: a process that is forked later
shares the whole document and its client with this one, and copies what either of them touches,
which costs more than reading the document twice.
"""

from __future__ import annotations

import multiprocessing
import signal
import warnings
from collections.abc import Mapping
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from ..config import Target
from ..document import Allowed, Document
from ..document.convert import convert
from ..limits import Limits, Watch
from ..validate import Fault, faults
from .children import processors
from .reading import read_document


class _Request(NamedTuple):
    target: Target
    limits: Limits


class _Answer(NamedTuple):
    files: Mapping[Path, str]
    """The hash of each file that the document was read from."""
    faults: tuple[Fault, ...]


class Validator:
    """Asks that process; where there is none, it has no answers."""

    def __init__(self) -> None:
        self._pipe: Connection | None = None
        self._is_asked = False
        if processors() == 1:
            return
        self._pipe, other = multiprocessing.Pipe()
        context = multiprocessing.get_context("fork")
        process = context.Process(target=_serve, args=(other, self._pipe), daemon=True)
        with warnings.catch_warnings():
            # As in `children`: no thread of this process is needed there.
            warnings.simplefilter("ignore", DeprecationWarning)
            process.start()
        other.close()

    def begin(self, target: Target, limits: Limits) -> None:
        """Ask for the faults of the document of a target, as it is on disk now."""
        self._answer()
        if self._pipe is None:
            return
        # Without the places of its keys in the configuration, which no pipe can send.
        request = _Request(Target.model_construct(**dict(target)), limits)
        with suppress(OSError):
            self._pipe.send(request)
            self._is_asked = True

    def faults(self, document: Document) -> tuple[Fault, ...] | None:
        """Return the faults of a document; None if the other process did not validate this content.

        It may have read another state of the files, or failed. Whatever failed there fails in this
        process too, with its message.
        """
        answer = self._answer()
        return None if answer is None or answer.files != document.files else answer.faults

    def _answer(self) -> _Answer | None:
        if self._pipe is None or not self._is_asked:
            return None
        self._is_asked = False
        try:
            answer: _Answer | None = self._pipe.recv()
        except (EOFError, OSError):
            return None
        return answer


def _serve(pipe: Connection, theirs: Connection) -> None:
    """Answer requests until the process that asks has ended, whatever signal ends it.

    A validation that is under way then is done to its end. `theirs` is the end of the pipe of the
    process that asks.
    """
    theirs.close()
    # Ctrl-C ends that process, and so this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            request: _Request = pipe.recv()
        except (EOFError, OSError):
            return
        answer: _Answer | None = None
        # The other process says what is wrong.
        with suppress(Exception):
            answer = _answered(request)
        with suppress(OSError):
            pipe.send(answer)


def _answered(request: _Request) -> _Answer:
    watch = Watch.started("validating", request.limits, None)
    # From the copies: the other process fetches what it may.
    allowed = Allowed(frozenset(request.target.allow_remote))
    document = convert(read_document(request.target, request.limits, watch, allowed), watch)
    return _Answer(dict(document.files), faults(document, watch))

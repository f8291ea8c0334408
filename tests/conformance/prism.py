"""Stoplight Prism, a mock server that serves a document and judges requests by it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock, Thread

PACKAGE = "@stoplight/prism-cli@5"
# The first run downloads Prism.
PATIENCE_SECONDS = 180
_RESTARTS = 50


class PrismError(Exception):
    """Prism cannot be had, or does not take the document."""


def npx() -> str | None:
    """The program that runs Prism; it comes with node (https://nodejs.org)."""
    return shutil.which("npx")


@contextmanager
def running(document: Path, log: Path, seconds: float = PATIENCE_SECONDS) -> Generator[str]:
    """The URL of a Prism that answers an invalid request with an error (`--errors`).

    Raises:
        PrismError: it does not start within so many seconds; the message has the end of its log.
    """
    program = npx()
    if program is None:
        raise PrismError("npx is not installed; it comes with node (https://nodejs.org)")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [program, "--yes", PACKAGE, "mock", "--errors", "--port", str(port), str(document)]
    server = _Server(command, log)
    try:
        server.start()
        server.wait_for(port, seconds)
        server.watch()
        # Prism serves the paths as they stand in the document, without the server's `/v2`.
        yield f"http://127.0.0.1:{port}"
    finally:
        server.stop()


class _Server:
    """The process of Prism, which is started anew where a request made it end."""

    def __init__(self, command: list[str], log: Path) -> None:
        self._command, self._log = command, log
        self._is_over = False
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        # npx starts node, and both have to go at the end: they are a process group of their own.
        with self._log.open("w") as output:
            self._process = subprocess.Popen(
                self._command,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                env={**os.environ, "NODE_OPTIONS": "--max-old-space-size=6144"},
            )

    def watch(self) -> None:
        Thread(target=self._restart, daemon=True).start()

    def _restart(self) -> None:
        for _ in range(_RESTARTS):
            assert self._process is not None
            self._process.wait()
            with self._lock:
                if self._is_over:
                    return
                self.start()

    def wait_for(self, port: int, seconds: float) -> None:
        assert self._process is not None
        ends = time.monotonic() + seconds
        while self._process.poll() is None and time.monotonic() < ends:
            if is_listening(port):
                return
            time.sleep(0.1)
        raise PrismError(f"Prism did not start: {_reported(self._log)}")

    def stop(self) -> None:
        with self._lock:
            self._is_over = True
        process = self._process
        if process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout=10)


def is_listening(port: int) -> bool:
    """Whether something takes connections on this port of the machine."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def wait_until_listening(port: int, seconds: float = PATIENCE_SECONDS) -> None:
    """Wait until something takes connections on this port, or the time is over."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        # A process that is about to end may take connections still.
        time.sleep(0.2)
        if is_listening(port):
            return


def _reported(log: Path) -> str:
    lines = log.read_text(errors="replace").splitlines()
    loud = [line for line in lines if "fatal" in line or "Error" in line or "error" in line]
    return " ".join((loud or lines)[-3:])[-400:]

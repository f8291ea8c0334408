"""Asks an application for its own document, in a process of its own.

In: an `App`. Out: JSON text. This runs the user's code, and so happens only where a command line
says `--run-app`. The process imports the module as the user's interpreter does, ends when its time
is over together with all that it started, and gives the document in a file: what the application
prints is no part of it. The text is then read as any document is, within the same limits.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from ..config import App
from ..diagnostics import ClientsmithError, Span, error
from ..limits import Limits, over

MARK = "x-clientsmith-app"
"""The key of a copy that says whose document it is, so that no other file is overwritten."""

_STDERR_BYTES = 4_000
_FAILURE = ".failure"
_SCRIPT = f"""
import importlib, json, os, sys, traceback
from importlib.machinery import SourceFileLoader
reference, path = sys.argv[1:]
folder = os.path.realpath("")
sys.path.insert(0, "")
stats, library = SourceFileLoader.path_stats, os.path.dirname(os.__file__) + os.sep

def path_stats(loader, path):
    # Bytecode counts as current if its source has the same second and size, as after two edits in
    # a row. So files that somebody may be editing have none: neither read nor written.
    installed = {{"site-packages", "dist-packages"}}
    if path.startswith(library) or installed.intersection(path.split(os.sep)):
        return stats(loader, path)
    raise OSError("compiled anew")

SourceFileLoader.path_stats = path_stats

def document():
    module, _, name = reference.partition(":")
    found = importlib.import_module(module)
    for part in name.replace("()", "").split("."):
        found = getattr(found, part)
    if name.endswith("()"):
        found = found()
    document = found.openapi()
    if not isinstance(document, dict):
        kind = type(document).__name__
        raise TypeError(f"openapi() of {{reference}} gave {{kind}}, and not a dict")
    return document

def is_own(frame):
    path = os.path.realpath(frame.filename)
    is_inside = path.startswith(folder + os.sep) and frame.filename[:1] != "<"
    return is_inside and "site-packages" not in path.split(os.sep)

def with_own_frames(shown, seen):
    # What importlib and libraries did says nothing of where the app's own mistake is.
    if shown is None or id(shown) in seen:
        return
    seen.add(id(shown))
    own = [frame for frame in shown.stack or () if is_own(frame)]
    if own:
        shown.stack[:] = own
    else:
        shown.stack = None
    for inner in (shown.__cause__, shown.__context__, *(getattr(shown, "exceptions", None) or ())):
        with_own_frames(inner, seen)

try:
    found = document()
    with open(path, "w", encoding="utf-8", newline="\\n") as file:
        json.dump({{{MARK!r}: reference, **found}}, file, indent=2, ensure_ascii=False)
        file.write("\\n")
except Exception as error:
    shown = traceback.TracebackException.from_exception(error)
    with_own_frames(shown, set())
    print("".join(shown.format()), file=sys.stderr)
    with open(path + {_FAILURE!r}, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(f"{{type(error).__name__}}: {{error}}")
    sys.exit(1)
"""


class AppError(ClientsmithError):
    """An application gave no document; `stderr` is the end of what it printed there."""

    stderr: str = ""


def ask(app: App, limits: Limits, at: Span | None, python: str = sys.executable) -> bytes:
    """Run `openapi()` of an application and return its document as JSON.

    Args:
        app: The application.
        limits: Its seconds are those of a stage.
        at: The place that names the application, for errors.
        python: The interpreter that runs it.

    Raises:
        AppError: it gives none, or takes too long.
    """
    with TemporaryDirectory(prefix="clientsmith-") as scratch:
        place, errors = Path(scratch, "openapi.json"), Path(scratch, "stderr")
        with open(errors, "wb") as stderr:
            try:
                process = subprocess.Popen(
                    [python, "-c", _SCRIPT, app.reference, str(place)],
                    cwd=app.folder,
                    stdin=subprocess.DEVNULL,
                    stdout=stderr,
                    stderr=stderr,
                    start_new_session=True,
                )
            except OSError as bad:
                message = f"{python!r} cannot be started: {bad.strerror or bad}"
                hint = "name the interpreter of the app with --python"
                raise AppError([error("app-failed", message, at, hint)]) from None
            try:
                code = process.wait(limits.stage_seconds)
            except subprocess.TimeoutExpired:
                message = f"the app {app.reference!r} takes too many seconds for its document"
                raise AppError([over("stage_seconds", limits.stage_seconds, message, at)]) from None
            finally:
                _end(process)
        if code or not place.is_file():
            raise _failure(app, code, place, errors, at)
        with open(place, "rb") as file:
            content = file.read(limits.bytes + 1)
    if len(content) > limits.bytes:
        message = f"the document of the app {app.reference!r} has too many bytes"
        raise AppError([over("bytes", limits.bytes, message, at)])
    return content


def _failure(app: App, code: int, place: Path, errors: Path, at: Span | None) -> AppError:
    text = errors.read_bytes()[-_STDERR_BYTES:].decode(errors="replace").strip()
    raised = Path(f"{place}{_FAILURE}")
    said = raised.read_text(encoding="utf-8") if raised.is_file() else text.rpartition("\n")[2]
    why = said.strip().partition("\n")[0] or f"its process ended with {code}"
    message = f"the app {app.reference!r} gave no document: {why}"
    hint = ""
    if why.startswith(("ModuleNotFoundError", "ImportError")):
        hint = (
            f"modules are imported from {app.folder.as_posix()!r};"
            " name the interpreter of the app with --python"
        )
    failure = AppError([error("app-failed", message, at, hint)])
    failure.stderr = text
    return failure


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process with all that it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()

"""One run at a time in a folder."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Generator
from pathlib import Path

from ..diagnostics import ClientsmithError, error
from ..paths import shown
from .tree import sibling


@contextlib.contextmanager
def locked(folder: Path) -> Generator[None, None, None]:
    """Hold the folder for this process; the system lets go when the process ends, however it does.

    Raises:
        ClientsmithError: another run holds it (code `output-locked`).
    """
    path = sibling(folder, "lock")
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        if not _try_lock(handle):
            os.close(handle)
            message = f"another run of clientsmith is writing {shown(folder)!r}"
            raise ClientsmithError([error("output-locked", message, None, "wait until it is done")])
        # Another run may have deleted the file between our opening and locking it.
        if path.exists() and os.path.samestat(os.fstat(handle), os.stat(path)):
            break
        os.close(handle)
    try:
        yield
    finally:
        # Windows deletes no open file, and then the empty file stays, which is harmless.
        with contextlib.suppress(OSError):
            os.unlink(path)
        os.close(handle)


if sys.platform == "win32":

    def _try_lock(handle: int) -> bool:
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def _try_lock(handle: int) -> bool:
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # Some network folders have no locks; a run there is no worse off than without us.
            return True
        return True

"""Child processes that do not outlive the process that started them."""

from __future__ import annotations

import os
from threading import Thread


def end_with_parent() -> None:
    """End this child process as soon as its parent process ends, even by SIGKILL."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:

        def wait() -> None:
            parent.join()
            os._exit(1)

        Thread(target=wait, daemon=True).start()

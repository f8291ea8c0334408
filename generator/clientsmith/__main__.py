"""clientsmith as a program of its own: `clientsmith`, and `python -m clientsmith`."""

from __future__ import annotations

import gc
import signal
import sys
from typing import NoReturn


def run() -> None:
    """Run the command line, in a process that ends with it."""
    # A document in memory is many small objects that stay: looking through them again and again
    # for what could be freed would take a tenth of the time. So it is with modules.
    gc.set_threshold(500_000, 50, 100)
    from .cli import main

    # As at an interrupt, what is half done is taken away; without this, the process would just end.
    signal.signal(signal.SIGTERM, _terminate)
    try:
        main()
    finally:
        # Before Python ends, it looks through all that there is for what could be freed, and frees
        # it piece by piece: a twentieth of the run of a large document, for what the system takes
        # back at once.
        gc.freeze()


def _terminate(number: int, _: object) -> NoReturn:
    """End with the exit status of a process that a signal ended."""
    sys.exit(128 + number)


if __name__ == "__main__":
    run()

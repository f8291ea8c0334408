"""The part that servers of programs share: they answer with a status where one is asked for."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

import httpx2


class Answering(httpx2.BaseTransport):
    """A server that can be asked for a status; 0 leaves it to the document."""

    status = 0

    @contextmanager
    def answering(self, status: int) -> Generator[None]:
        """Answer every valid request with this status, until the end of the context."""
        self.status = status
        try:
            yield
        finally:
            self.status = 0

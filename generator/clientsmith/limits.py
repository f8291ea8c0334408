"""How much a document may ask of the machine that reads it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from time import monotonic

from .diagnostics import ClientsmithError, Diagnostic, Span, error


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a document may ask of a machine; all numbers are over every file together.

    The usual ones are at least ten times what a document of 945 operations and 4.2 MB has; its
    figures stand in `tests/unit/test_watch.py`, which compares them.
    """

    bytes: int = 64 * 1024 * 1024
    depth: int = 256
    nodes: int = 2_000_000
    ref_chain: int = 4_000
    files: int = 5_000
    schemas: int = 500_000
    """Schema Objects, those inside of others included."""
    stage_seconds: int = 900
    """How long a stage of a run may take."""
    fetch_seconds: int = 60
    """How long fetching what other hosts have may take."""


USUAL = Limits()


@dataclass(frozen=True, slots=True)
class Watch:
    """A stage at work, and what it may ask. It is asked at each turn of what could take long, in
    worker processes too: they and their parent have one clock.
    """

    stage: str
    limits: Limits
    span: Span | None
    """The document."""
    end: float
    """On the monotonic clock, in seconds."""

    @classmethod
    def started(cls, stage: str, limits: Limits, span: Span | None) -> Watch:
        """A watch over a stage that begins now."""
        return cls(stage, limits, span, monotonic() + limits.stage_seconds)

    def check(self) -> None:
        """Go on, while there is time.

        Raises: ClientsmithError: the stage takes longer than it may (code `limit-stage-seconds`).
        """
        if monotonic() > self.end:
            what = f"{self.stage} takes more seconds than a stage may"
            raise ClientsmithError(
                [over("stage_seconds", self.limits.stage_seconds, what, self.span)]
            )


UNWATCHED = Watch("", USUAL, None, math.inf)


def over(limit: str, allowed: int, what: str, span: Span | None) -> Diagnostic:
    """The error that a limit was passed."""
    return error(
        f"limit-{limit.replace('_', '-')}",
        f"{what}: the limit is {allowed:,}",
        span,
        f"if the document is to be trusted, raise the setting limits.{limit}",
    )

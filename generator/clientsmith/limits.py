"""Limits on the size of a document, and on the time of each stage."""

from __future__ import annotations

import math
from dataclasses import dataclass
from time import monotonic

from .diagnostics import ClientsmithError, Diagnostic, Span, error


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a document; each number is for all of its files together.

    The defaults are at least ten times what a document of 945 operations and 4.2 MB needs, which
    `tests/unit/test_watch.py` checks.
    """

    bytes: int = 64 * 1024 * 1024
    depth: int = 256
    nodes: int = 2_000_000
    ref_chain: int = 4_000
    files: int = 5_000
    schemas: int = 500_000
    """Schema Objects, including those inside others."""
    stage_seconds: int = 900
    """The seconds that a stage of a run may take."""
    jsonpath_steps: int = 10_000_000
    """The values that a JSONPath of an overlay may visit, each as often as it is visited."""
    fetch_seconds: int = 60
    """The seconds that fetching all files of other hosts may take."""


USUAL = Limits()


@dataclass(frozen=True, slots=True)
class Watch:
    """The deadline of a stage, with its limits.

    Every loop that could take long calls `check`.
    """

    stage: str
    limits: Limits
    span: Span | None
    """The place of the document, for the error."""
    end: float
    """The deadline in seconds of the monotonic clock."""

    @classmethod
    def started(cls, stage: str, limits: Limits, span: Span | None) -> Watch:
        """Return the watch of a stage that begins now."""
        return cls(stage, limits, span, monotonic() + limits.stage_seconds)

    def check(self) -> None:
        """Return before the deadline.

        Raises:
            ClientsmithError: the deadline has passed (code `limit-stage-seconds`).
        """
        if monotonic() > self.end:
            message = f"{self.stage} takes too many seconds"
            raise ClientsmithError(
                [over("stage_seconds", self.limits.stage_seconds, message, self.span)]
            )


UNWATCHED = Watch("", USUAL, None, math.inf)
"""A watch without a deadline."""


def over(limit: str, allowed: int, what: str, span: Span | None) -> Diagnostic:
    """Return the error that a limit is exceeded; `what` says of what, and the message adds it."""
    return error(
        f"limit-{limit.replace('_', '-')}",
        f"{what}: the limit is {allowed:,}",
        span,
        f"if you trust the document, raise limits.{limit} in the configuration",
    )

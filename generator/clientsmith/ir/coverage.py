"""Which operations of a document have a call, and how well it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an operation is degraded or refused, and the pointer of what caused it."""

    text: str
    pointer: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """The status of one operation of the document.

    A `degraded` one works but is typed less precisely than the document describes it; a `refused`
    one has no call.
    """

    operation: str
    call: str | None
    status: Literal["generated", "degraded", "refused"]
    reasons: tuple[Reason, ...] = ()

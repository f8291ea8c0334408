"""What a process keeps from one run for the next one of the same target."""

from __future__ import annotations

from dataclasses import dataclass, field

from .. import analyze
from .keys import Hashes
from .validator import Validator


@dataclass(frozen=True, slots=True)
class Kept:
    """The last analysis with the hashes of its nodes, and the process that validates beside it."""

    validator: Validator | None = None
    analysis: analyze.Memory = field(default_factory=analyze.Memory)
    hashes: Hashes = field(default_factory=Hashes)

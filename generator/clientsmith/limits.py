"""How much a document may ask of the machine that reads it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a document may ask of a machine; all numbers are over every file together."""

    bytes: int = 64 * 1024 * 1024
    depth: int = 256
    nodes: int = 2_000_000
    ref_chain: int = 4_000
    files: int = 1_000
    fetch_seconds: int = 60
    """How long fetching what other hosts have may take."""


USUAL = Limits()

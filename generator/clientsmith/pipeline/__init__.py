"""Runs the stages in a row: a document in, a client on disk out.

In: a `Target` and the options of a command. Out: an `Outcome`, a `Comparison` or a `Report`, and
of `generate` the files on disk. `run` has the stages, where a reader sees the whole program.

| file | what it does |
|---|---|
| `run` | `generate`, `check`, `validate`, `diff` and `make` |
| `making` | the client in memory: understood, compared with the one on disk, printed |
| `current` | whether a run would change anything, which hashes alone decide |
"""

from __future__ import annotations

from .run import Comparison, Outcome, check, diff, generate, make, validate

__all__ = [
    "Comparison",
    "Outcome",
    "check",
    "diff",
    "generate",
    "make",
    "validate",
]

"""Decides everything about a client: what its calls are named, take, send and return.

In: a `Document`, the `Target` that it is for, and the names of earlier runs. Out: an `Api`, which
later stages only print. `naming` names the calls, `operations` reads each operation, `schemas`
reads their types, and `pagination` finds the lists that have pages. `last` keeps what was read for
the next analysis of the same process, and `parts` finds what of it is still true.
"""

from __future__ import annotations

from .api import analyze, lock_of
from .last import Memory
from .naming.calls import RULES
from .naming.members import argument_keys, constant_key, field_key, variable_key
from .naming.reserved import clashes
from .nodes import endpoints
from .selection import candidates_of, hint_for, matches, selected

__all__ = [
    "RULES",
    "Memory",
    "analyze",
    "argument_keys",
    "candidates_of",
    "clashes",
    "constant_key",
    "endpoints",
    "field_key",
    "hint_for",
    "lock_of",
    "matches",
    "selected",
    "variable_key",
]

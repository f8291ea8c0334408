"""Check that each reference leads to a value, and not in a circle of references."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from ..diagnostics import Diagnostic, Severity
from ..document import follow, join_pointer, members, split_pointer
from .fault import Fault
from .walk import Walk, shown

_MAPPED: Final = re.compile(r"/discriminator/mapping/[^/]+$")


class References:
    """Checks every reference of a document."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        # Pointers whose chain of `$ref`s is known to end.
        self._ends: set[str] = set()

    def check(self) -> None:
        """Report references that lead nowhere, and rings of `$ref`s."""
        cycles: set[str] = set()
        for reference in self._walk.document.references():
            self._walk.watch.check()
            place = reference.pointer + join_pointer(reference.key)
            if not self._walk.exists(reference.target):
                self._report_missing(reference.target, place)
            elif reference.key == "$ref":
                cycle = self._cycle(reference.pointer)
                # Reported once, at the same reference whichever is checked first.
                if cycle and min(cycle) == reference.pointer and reference.pointer not in cycles:
                    cycles.add(reference.pointer)
                    ring = " → ".join(shown(pointer) for pointer in [*cycle, cycle[0]])
                    message = f"these $refs refer only to each other: {ring}"
                    hint = "replace one of them by a schema"
                    self._walk.report("error", "ref-cycle", place, message, hint)

    def _cycle(self, start: str) -> list[str]:
        """Return the ring of `$ref`s that a pointer is part of, from that pointer; else nothing."""
        chain = follow(start, self._next)
        if not chain.ring:
            self._ends.update(chain.pointers)
        return list(chain.ring) if chain.ring == chain.pointers else []

    def _next(self, pointer: str) -> str | None:
        """Return the pointer that a value refers to, None once its chain is known to end."""
        return None if pointer in self._ends else self._walk.document.next_reference(pointer)

    def _report_missing(self, target: str, place: str) -> None:
        if (dangling := self._walk.document.dangling.get(target)) is not None:
            self._report_dangling(dangling, place)
            return
        parts = split_pointer(target)
        known = 0
        while known < len(parts) and self._walk.exists(join_pointer(*parts[: known + 1])):
            known += 1
        siblings = members(self._walk.document.get(join_pointer(*parts[:known])))
        hint = ""
        found = self._walk.similar(parts[known], siblings)
        if found:
            there = join_pointer(*parts[:known], found, *parts[known + 1 :])
            hint = f"did you mean '{shown(there)}'?"
        if parts[-1] in self._walk.schema_names:
            there = f"/components/schemas{join_pointer(parts[-1])}"
            hint = f"did you mean '{shown(there)}'?"
        # Clients do without examples and links.
        is_optional = re.search(r"/(?:examples|links)/[^/]+/\$ref$", place)
        mapped = _MAPPED.search(place)
        severity: Severity = "warning" if is_optional or mapped else "error"
        message = f"'{shown(target)}' does not exist"
        self._walk.report(severity, "ref-missing", place, message, hint, ignored=mapped is not None)

    def _report_dangling(self, dangling: Diagnostic, place: str) -> None:
        if _MAPPED.search(place):
            message = f"{dangling.message}; it is ignored"
            ignored = replace(dangling, severity="warning", message=message)
            self._walk.faults.append(Fault(place, ignored, ignored=True))
        else:
            self._walk.faults.append(Fault(place, dangling))

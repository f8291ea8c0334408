"""Where references lead."""

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
    """Checks every reference of a document: that it leads somewhere, and not only to others."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        # Pointers whose chain of `$ref`s comes to an end.
        self._ends: set[str] = set()

    def check(self) -> None:
        """Tell of those that lead nowhere, and of rings."""
        cycles: set[str] = set()
        for reference in self._walk.document.references():
            self._walk.watch.check()
            place = reference.pointer + join_pointer(reference.key)
            if not self._walk.exists(reference.target):
                self._tell_missing(reference.target, place)
            elif reference.key == "$ref":
                cycle = self._cycle(reference.pointer)
                # Told once, at the same member whichever is met first.
                if cycle and min(cycle) == reference.pointer and reference.pointer not in cycles:
                    cycles.add(reference.pointer)
                    ring = " → ".join(shown(pointer) for pointer in [*cycle, cycle[0]])
                    message = f"these $refs lead only to each other: {ring}"
                    self._walk.tell(
                        "error", "ref-cycle", place, message, "give one of them a schema"
                    )

    def _cycle(self, start: str) -> list[str]:
        """The pointers of the ring of `$ref`s that `start` is in, `start` first; or none."""
        chain = follow(start, self._next)
        if not chain.ring:
            self._ends.update(chain.pointers)
        return list(chain.ring) if chain.ring == chain.pointers else []

    def _next(self, pointer: str) -> str | None:
        """Return the pointer that a value refers to, None once its chain is known to end."""
        return None if pointer in self._ends else self._walk.document.next_reference(pointer)

    def _tell_missing(self, target: str, place: str) -> None:
        if (astray := self._walk.document.dangling.get(target)) is not None:
            self._tell_astray(astray, place)
            return
        parts = split_pointer(target)
        known = 0
        while known < len(parts) and self._walk.exists(join_pointer(*parts[: known + 1])):
            known += 1
        siblings = members(self._walk.document.get(join_pointer(*parts[:known])))
        hint = ""
        found = self._walk.meant(parts[known], siblings)
        if found:
            there = join_pointer(*parts[:known], found, *parts[known + 1 :])
            hint = f"did you mean '{shown(there)}'?"
        if parts[-1] in self._walk.schema_names:
            there = f"/components/schemas{join_pointer(parts[-1])}"
            hint = f"did you mean '{shown(there)}'?"
        # A client is made without examples and links.
        spared = re.search(r"/(?:examples|links)/[^/]+/\$ref$", place)
        mapped = _MAPPED.search(place)
        severity: Severity = "warning" if spared or mapped else "error"
        message = f"'{shown(target)}' does not exist"
        self._walk.tell(severity, "ref-missing", place, message, hint, ignored=mapped is not None)

    def _tell_astray(self, astray: Diagnostic, place: str) -> None:
        if _MAPPED.search(place):
            message = f"{astray.message}; it is ignored"
            told = replace(astray, severity="warning", message=message)
            self._walk.problems.append(Fault(place, told, ignored=True))
        else:
            self._walk.problems.append(Fault(place, astray))

"""Compares two APIs, and reports what changed for the callers of their clients."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from ..diagnostics import Span
from ..ir import Api, Operation, Shape
from ..ir.graph import refs, refs_of
from .calls import Found, added, compare_calls, removed, steps_text
from .clients import compare_clients
from .differences import Difference, Pair
from .flow import Flow
from .matching import Match, match_operations, renamed_shapes
from .report import Change, ChangeClass, Report
from .shapes import ShapeComparison
from .sharing import shared
from .subsets import Shapes

_FOLDERS = {Flow.REQUEST: "params", Flow.RESPONSE: "models"}
_ORDER = {kind: at for at, kind in enumerate(ChangeClass)}
Locate = Callable[[str], Span]
"""Returns the place of a pointer of the IR: `Document.span`."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two clients: its API, and where its parts are in the document."""

    api: Api
    locate: Locate


def compare(old: Side, new: Side, cause: str = "document") -> Report:
    """Return what changed between two clients, the most harmful first.

    `cause` says what differs between the two runs that made them.
    """
    work = _Work(old, new)
    changes = sorted(
        dict.fromkeys(work.changes()),
        key=lambda change: (_ORDER[change.kind], change.call, change.what, change.old, change.new),
    )
    return Report(old.api.package, old.api.version, new.api.version, tuple(changes), cause=cause)


class _Work:
    def __init__(self, old: Side, new: Side) -> None:
        self._old, self._new = old, new
        shapes: list[dict[Flow, Shapes]] = [
            {Flow.REQUEST: _by_name(api.params), Flow.RESPONSE: _by_name(api.models)}
            for api in (old.api, new.api)
        ]
        self._renamed = {
            flow: renamed_shapes(shapes[0][flow].values(), shapes[1][flow].values())
            for flow in Flow
        }
        renamed = {
            flow: {name: new_name for name, (new_name, _) in found.items()}
            for flow, found in self._renamed.items()
        }
        self._types = ShapeComparison(shapes[0], shapes[1], renamed)
        self._calls: dict[Pair, list[str]] = {}

    def changes(self) -> Iterator[Change]:
        matches = match_operations(self._old.api.operations(), self._new.api.operations())
        yield from shared(change for match in matches for change in self._of_match(match))
        met: set[Pair] = set()
        for found in compare_clients(self._old.api, self._new.api, self._types, met):
            yield self._change(found)
        self._note("", met)
        # A field has the values of an enum, and no type refers to the class of their names.
        self._note("", self._enums())
        yield from self._of_shapes()
        yield from self._of_names(matches)

    def _of_match(self, match: Match) -> Iterator[Change]:
        old, new = match.old, match.new
        if old is None or new is None:
            if old is not None:
                yield self._change(removed(old), old)
            elif new is not None:
                yield self._change(added(new), new)
            return
        apis = (self._old.api, self._new.api)
        if old is new and apis[0].security == apis[1].security:
            # The same object: the analysis kept it, and the shapes that it reaches.
            return
        met: set[Pair] = set()
        for found in compare_calls(old, new, apis, self._types, met):
            yield self._change(found, old, confidence=match.confidence)
        self._note(f"client.{old.call}()", met)

    def _note(self, call: str, met: Iterable[Pair]) -> None:
        """Compare pairs of shapes and all that these refer to, and note the call that has them."""
        for pair in self._types.reach(met):
            calls = self._calls.setdefault(pair, [])
            if call:
                calls.append(call)

    def _enums(self) -> Iterator[Pair]:
        before, after = (types[Flow.RESPONSE] for types in (self._types.old, self._types.new))
        for name, shape in before.items():
            other, _ = self._renamed[Flow.RESPONSE].get(name, (name, 1.0))
            if shape.constants and other in after and after[other].constants:
                yield Pair(name, other, Flow.RESPONSE)

    def _of_shapes(self) -> Iterator[Change]:
        """Yield the changes of named shapes, each once with all the calls that it concerns."""
        for pair, differences in self._types.differences.items():
            if pair.is_spared and replace(pair, is_spared=False) in self._types.differences:
                # Another place takes the shape alone.
                continue
            owner = f"{_FOLDERS[pair.flow]}.{pair.old}"
            calls = tuple(sorted(set(self._calls.get(pair, ()))))
            for each in differences:
                yield self._change(Found(owner + steps_text(each.path), each), calls=calls)

    def _of_names(self, matches: list[Match]) -> Iterator[Change]:
        """Yield the models and TypedDicts that were removed or renamed."""
        kept = {match.old.key for match in matches if match.old is not None and match.new}
        for flow, folder in _FOLDERS.items():
            before, after = self._types.old[flow], self._types.new[flow]
            gone = {
                name: shape
                for name, shape in before.items()
                if name not in after and not shape.is_of_call
            }
            users = _users(self._old.api, before, flow) if gone else {}
            for name, shape in gone.items():
                other, confidence = self._renamed[flow].get(name, ("", 1.0))
                at = (shape.pointer, after[other].pointer if other else "")
                if other:
                    what = "has another name"
                    lost = Difference(
                        ChangeClass.RUN_TIME, what, (), f"{folder}.{name}", f"{folder}.{other}", *at
                    )
                elif users.get(name, set()) & kept or name not in users:
                    lost = Difference(ChangeClass.RUN_TIME, "is gone", (), "", "", *at)
                else:
                    # It went with the calls that had to do with it.
                    continue
                yield self._change(Found(f"{folder}.{name}", lost), confidence=confidence)

    def _change(
        self,
        found: Found,
        operation: Operation | None = None,
        *,
        calls: tuple[str, ...] = (),
        confidence: float = 1.0,
    ) -> Change:
        each = found.difference
        return Change(
            each.kind,
            found.subject,
            each.what,
            each.old,
            each.new,
            self._old.locate(each.old_pointer) if each.old_pointer else None,
            self._new.locate(each.new_pointer) if each.new_pointer else None,
            calls,
            confidence,
            ".".join(operation.resource) if operation is not None else "",
        )


def _by_name(shapes: Iterable[Shape]) -> dict[str, Shape]:
    return {shape.name: shape for shape in shapes}


def _users(api: Api, shapes: Shapes, flow: Flow) -> dict[str, set[str]]:
    """Return the keys of the operations that reach each shape."""
    found: dict[str, set[str]] = {}
    for operation in api.operations():
        types = (
            [argument.type for argument in operation.arguments]
            if flow is Flow.REQUEST
            else [*operation.response.types, *(type_ for _, type_ in operation.errors)]
        )
        waiting = [name for type_ in types for name in refs(type_)]
        while waiting:
            name = waiting.pop()
            users = found.setdefault(name, set())
            if operation.key not in users:
                users.add(operation.key)
                waiting.extend(refs_of(shapes[name]) if name in shapes else ())
    return found

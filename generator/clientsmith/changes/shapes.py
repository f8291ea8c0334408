"""Compare two versions of a named shape: its fields, and all that these refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from ..emit.annotations import nullable
from ..ir import Argument, Field, Ref, Shape
from ..ir.graph import refs_of
from .differences import At, Difference, Pair
from .enums import constants
from .facts import is_same_text
from .flow import Flow
from .report import ChangeClass
from .types import TypeComparison
from .wording import type_text, value_text

RUN_TIME, TYPES, SENT, ADDS, DOCS = ChangeClass


@dataclass(slots=True)
class ShapeComparison(TypeComparison):
    """Compares types of two clients, and keeps the differences of named shapes by pair."""

    differences: dict[Pair, list[Difference]] = field(default_factory=dict[Pair, list[Difference]])
    """What changed in each pair of shapes that was met."""
    inner: dict[Pair, set[Pair]] = field(default_factory=dict[Pair, set[Pair]])
    """The pairs that the fields of a pair refer to."""

    def reach(self, pairs: Iterable[Pair]) -> set[Pair]:
        """Compare these pairs of shapes and all that they refer to; return every pair reached.

        It does so without recursion: a chain of shapes may be longer than Python's stack.
        """
        reached: set[Pair] = set()
        waiting = list(pairs)
        while waiting:
            pair = waiting.pop()
            if pair in reached:
                continue
            reached.add(pair)
            if pair not in self.differences:
                before, after = self.old[pair.flow].get(pair.old), self.new[pair.flow].get(pair.new)
                met = self.inner[pair] = set[Pair]()
                self.differences[pair] = []
                if before == after and pair.old == pair.new and before is not None:
                    # Equal, but for what it refers to.
                    met.update(Pair(name, name, pair.flow) for name in refs_of(before))
                elif before is not None and after is not None:
                    self._is_inside = not self._are_one(Ref(pair.old), Ref(pair.new), pair.flow)
                    self.differences[pair] += self._shapes(before, after, pair.flow, met)
                    self._is_inside = False
                if pair.is_spared:
                    self._spare(pair)
            waiting.extend(self.inner[pair])
        return reached

    def _spare(self, pair: Pair) -> None:
        """Note that changes of a pair, and of all inside of it, break no call."""
        self.inner[pair] = {replace(inner, is_spared=True) for inner in self.inner[pair]}
        self.differences[pair] = [
            replace(each, kind=TYPES) if each.kind is RUN_TIME else each
            for each in self.differences[pair]
        ]

    def _shapes(self, old: Shape, new: Shape, flow: Flow, met: set[Pair]) -> Iterator[Difference]:
        at = At(old.pointer, new.pointer)
        if old.alias is not None and new.alias is not None:
            for inner in self.compare(old.alias, new.alias, flow, met):
                yield at.of(inner)
        elif (old.alias is None) != (new.alias is None):
            yield from self._other_kind(old, new, flow)
        else:
            yield from self._fields(old, new, flow, met)
            yield from self._extra(old, new, flow, met)
        yield from constants(old, new)
        if not is_same_text(old.doc, new.doc):
            yield at.of(Difference(DOCS, "is described otherwise"))

    def _other_kind(self, old: Shape, new: Shape, flow: Flow) -> Iterator[Difference]:
        at = At(old.pointer, new.pointer)
        before, after = (each.alias or Ref(each.name) for each in (old, new))
        for each in self._other(before, after, flow):
            yield at.of(each)

    def _extra(self, old: Shape, new: Shape, flow: Flow, met: set[Pair]) -> Iterator[Difference]:
        at = At(old.pointer, new.pointer)
        if old.extra is not None and new.extra is not None:
            for inner in self.compare(old.extra, new.extra, flow, met):
                yield at.of(replace(inner, path=("[*]", *inner.path)))
        elif flow is Flow.REQUEST and old.extra is not None:
            yield at.of(Difference(RUN_TIME, "takes no fields without a name here"))
        elif flow is Flow.REQUEST and new.extra is not None:
            yield at.of(Difference(ADDS, "takes fields of any name"))

    def _fields(self, old: Shape, new: Shape, flow: Flow, met: set[Pair]) -> Iterator[Difference]:
        known = {field.wire: field for field in new.fields}
        for before in old.fields:
            after = known.pop(before.wire, None)
            if after is None:
                what = "is no field of the request" if flow is Flow.REQUEST else "is gone"
                yield Difference(
                    RUN_TIME,
                    what,
                    (_shown(before, flow),),
                    old=type_text(before.type, flow),
                    old_pointer=before.pointer,
                    new_pointer=new.pointer,
                )
            else:
                yield from self.slots(before, after, flow, met)
        for after in known.values():
            is_needed = flow is Flow.REQUEST and after.required
            yield Difference(
                RUN_TIME if is_needed else ADDS,
                "is a new required field" if is_needed else "is a new field",
                (_shown(after, flow),),
                new=type_text(after.type, flow),
                old_pointer=old.pointer,
                new_pointer=after.pointer,
            )

    def slots(
        self, old: Field | Argument, new: Field | Argument, flow: Flow, met: set[Pair]
    ) -> Iterator[Difference]:
        """Yield what changed in a field or an argument that both clients have."""
        at = At(old.pointer, new.pointer)
        names = (_shown(old, flow), _shown(new, flow))
        path = names[:1]
        if names[0] != names[1]:
            yield at.of(Difference(RUN_TIME, "has another name", path, *names))
        if flow is Flow.REQUEST and old.required != new.required:
            kind = RUN_TIME if new.required else ADDS
            yield at.of(Difference(kind, "is required" if new.required else "is optional", path))
        if flow is Flow.REQUEST:
            found = self.compare(old.type, new.type, flow, met)
        else:
            found = chain(self._values(old.type, new.type, flow, met), _absence(old, new))
        for inner in found:
            yield at.of(replace(inner, path=(*path, *inner.path)))
        if new.deprecated and not old.deprecated:
            yield at.of(Difference(DOCS, "is deprecated", path))
        elif old.deprecated and not new.deprecated:
            yield at.of(Difference(DOCS, "is no longer deprecated", path))
        if (old.has_default, old.default) != (new.has_default, new.default):
            texts = [value_text(each.default) if each.has_default else "" for each in (old, new)]
            yield at.of(Difference(DOCS, "has another default on the server", path, *texts))
        if not is_same_text(old.doc, new.doc):
            yield at.of(Difference(DOCS, "is described otherwise", path))


def _shown(slot: Field | Argument, flow: Flow) -> str:
    """Return the name that a caller writes: keys of an object in a request are those of JSON."""
    return slot.wire if flow is Flow.REQUEST and isinstance(slot, Field) else slot.name


def _absence(old: Field | Argument, new: Field | Argument) -> Iterator[Difference]:
    """Yield that a field of a response can be None: its value may be null, or it may be absent."""
    could = not old.required or nullable(old.type)
    can = not new.required or nullable(new.type)
    if can and not could:
        text = type_text(old.type, Flow.RESPONSE)
        yield Difference(TYPES, "can be None", (), text, f"{text} | None")

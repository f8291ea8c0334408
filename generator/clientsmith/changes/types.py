"""Compare two versions of a type in a request or in a response."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from ..emit.annotations import nullable
from ..ir import (
    Anything,
    Argument,
    Choice,
    Field,
    ListOf,
    MapOf,
    Ref,
    Scalar,
    Shape,
    TypeRef,
    Union,
    Upload,
)
from ..ir.graph import refs_of
from .differences import At, Difference, Pair
from .enums import choices, constants
from .facts import is_same_text
from .flow import Flow
from .matching import likeness
from .report import ChangeClass
from .subsets import Shapes, Subsets, is_narrower, limits_of, members, resolved
from .wording import limits_text, type_text, value_text

RUN_TIME, TYPES, SENT, ADDS, DOCS = ChangeClass
ANOTHER_MODEL = "is of another model"


@dataclass(slots=True)
class TypeComparison:
    """Compares types of two clients, and keeps the differences of named shapes by pair."""

    old: dict[Flow, Shapes]
    new: dict[Flow, Shapes]
    renamed: dict[Flow, dict[str, str]]
    """The new name of each shape that has another one."""
    differences: dict[Pair, list[Difference]] = field(default_factory=dict[Pair, list[Difference]])
    """What changed in each pair of shapes that was met."""
    inner: dict[Pair, set[Pair]] = field(default_factory=dict[Pair, set[Pair]])
    """The pairs that the fields of a pair refer to."""
    _is_inside: bool = False
    """Whether what is compared is inside of another model, so that those in it are others too."""

    def compare(
        self, old: TypeRef, new: TypeRef, flow: Flow, met: set[Pair]
    ) -> Iterator[Difference]:
        """Yield what changed between two types, but for what is inside of named shapes.

        The pairs of named shapes at the same place are added to `met`, for `reach`.
        """
        yield from self._null(old, new, flow)
        yield from self._values(old, new, flow, met)

    def _values(
        self, old: TypeRef, new: TypeRef, flow: Flow, met: set[Pair]
    ) -> Iterator[Difference]:
        """Yield what changed between two types, whether or not null is a value of them."""
        before, after = members(old), members(new)
        if len(before) == 1 and len(after) == 1:
            yield from self._one(before[0], after[0], flow, met)
        elif before or after:
            yield from self._unions(old, new, flow, met)

    def _null(self, old: TypeRef, new: TypeRef, flow: Flow) -> Iterator[Difference]:
        had, has = (
            nullable(resolved(each, shapes[flow]))
            for each, shapes in ((old, self.old), (new, self.new))
        )
        if had == has or Anything() in (old, new):
            return
        texts = (type_text(old, flow), type_text(new, flow))
        if flow is Flow.REQUEST:
            what = "takes None" if has else "no longer takes None"
            yield Difference(ADDS if has else RUN_TIME, what, (), *texts)
        elif has:
            yield Difference(TYPES, "can be None", (), *texts)

    def _one(self, old: TypeRef, new: TypeRef, flow: Flow, met: set[Pair]) -> Iterator[Difference]:
        if isinstance(old, Ref) and isinstance(new, Ref) and self._are_one(old, new, flow):
            met.add(Pair(old.name, new.name, flow))
            return
        old, new = resolved(old, self.old[flow]), resolved(new, self.new[flow])
        match old, new:
            case ListOf(), ListOf():
                yield from self._limits(old, new, flow)
                for inner in self.compare(old.items, new.items, flow, met):
                    yield replace(inner, path=("[]", *inner.path))
            case MapOf(), MapOf():
                yield from self._limits(old, new, flow)
                for inner in self.compare(old.values, new.values, flow, met):
                    yield replace(inner, path=("[*]", *inner.path))
            case Choice(), Choice():
                yield from choices(old, new, flow)
            case Scalar(), Scalar() if (old.kind, old.format) == (new.kind, new.format):
                yield from self._limits(old, new, flow)
            case Ref(), Ref() if self._are_alike(old, new, flow):
                # What differs in their fields is said of the pair.
                met.add(Pair(old.name, new.name, flow))
                if flow is Flow.RESPONSE and not self._is_inside:
                    texts = (type_text(old, flow), type_text(new, flow))
                    yield Difference(TYPES, ANOTHER_MODEL, (), *texts)
            case Union(), _:
                yield from self._unions(old, new, flow, met)
            case _, Union():
                yield from self._unions(old, new, flow, met)
            case _:
                yield from self._other(old, new, flow)

    def _are_one(self, old: Ref, new: Ref, flow: Flow) -> bool:
        """Return whether two names stand for the same shape, renamed perhaps."""
        if old.name == new.name:
            return True
        return self.renamed[flow].get(old.name) == new.name

    def _are_alike(self, old: Ref, new: Ref, flow: Flow) -> bool:
        """Return whether most fields of one object are fields of another, whatever their names."""
        before, after = self.old[flow].get(old.name), self.new[flow].get(new.name)
        if before is None or after is None or before.alias or after.alias:
            return False
        names = [{field.wire for field in shape.fields} for shape in (before, after)]
        return bool(names[0] & names[1]) and likeness(*names) >= 0.5

    def _limits(self, old: TypeRef, new: TypeRef, flow: Flow) -> Iterator[Difference]:
        before, after = limits_of(old), limits_of(new)
        if flow is Flow.RESPONSE or before == after:
            # The limits of what a server answers are not checked.
            return
        # Where there were no limits, or are none now, the other side alone would say little.
        texts = (limits_text(before) or "any", limits_text(after) or "any")
        if is_narrower(before, after):
            yield Difference(RUN_TIME, "takes fewer values", (), *texts)
        elif is_narrower(after, before):
            yield Difference(ADDS, "takes more values", (), *texts)

    def _unions(
        self, old: TypeRef, new: TypeRef, flow: Flow, met: set[Pair]
    ) -> Iterator[Difference]:
        before, after = list(members(old)), list(members(new))
        for one in list(before):
            other = self._counterpart(one, before, after, flow)
            if other is not None:
                before.remove(one)
                after.remove(other)
                yield from self._one(one, other, flow, met)
        lost = [one for one in before if not self._is_within(one, new, flow)]
        gained = [one for one in after if not self._is_within(one, old, flow, is_new=True)]
        if flow is Flow.REQUEST:
            for one in lost:
                yield Difference(RUN_TIME, "no longer takes a type", old=type_text(one, flow))
            for one in gained:
                yield Difference(ADDS, "takes another type", new=type_text(one, flow))
            return
        texts = (type_text(old, flow), type_text(new, flow))
        if gained and len(lost) == len(members(old)):
            yield Difference(RUN_TIME, "is of another type", (), *texts)
        elif gained:
            yield Difference(TYPES, "can be of another type, too", (), *texts)

    def _counterpart(
        self, one: TypeRef, before: list[TypeRef], after: list[TypeRef], flow: Flow
    ) -> TypeRef | None:
        """Return the member of the new union that a member of the old one has become."""
        same = [each for each in after if self._is_same(one, each, flow)]
        if isinstance(one, Choice):
            equal = [
                each for each in same if isinstance(each, Choice) and each.values == one.values
            ]
            # Of `"a" | "b" | str`, another order is no change, and `"c"` is a member more.
            is_one_of_many = max(sum(isinstance(each, Choice) for each in before), len(same)) > 1
            same = equal if equal or is_one_of_many else same
        return same[0] if same else None

    def _is_same(self, one: TypeRef, other: TypeRef, flow: Flow) -> bool:
        if isinstance(one, Ref) and isinstance(other, Ref):
            return self._are_one(one, other, flow)
        if isinstance(one, Scalar) and isinstance(other, Scalar):
            return (one.kind, one.format) == (other.kind, other.format)
        return type(one) is type(other) and not isinstance(one, Ref)

    def _is_within(self, one: TypeRef, whole: TypeRef, flow: Flow, *, is_new: bool = False) -> bool:
        of, other = (self.new, self.old) if is_new else (self.old, self.new)
        return Subsets(of[flow], other[flow]).fits(one, whole)

    def _other(self, old: TypeRef, new: TypeRef, flow: Flow) -> Iterator[Difference]:
        """Yield what changed between two types that have nothing in common at first sight."""
        texts = (type_text(old, flow), type_text(new, flow))
        is_within_new = self._is_within(old, new, flow)
        is_within_old = self._is_within(new, old, flow, is_new=True)
        if is_within_new and is_within_old:
            # Two objects that have the same fields under two names, for example.
            if texts[0] != texts[1] and isinstance(old, Ref) and isinstance(new, Ref):
                yield Difference(TYPES, ANOTHER_MODEL, (), *texts)
            return
        if flow is Flow.REQUEST:
            kind, what = (
                (ADDS, "takes more values") if is_within_new else (RUN_TIME, "takes other values")
            )
            yield Difference(kind, what, (), *texts)
        elif not (_is_compound(new) or _is_compound(old)) and _members(texts[1]) <= _members(
            texts[0]
        ):
            # A text of another format, which Python reads as `str` as before; `str` in place of an
            # enum, whose field takes every text as it is.
            if isinstance(old, Choice) or isinstance(new, Choice):
                yield Difference(DOCS, "is documented to have other values", (), *texts)
        elif is_within_old and not (_is_compound(new) or _is_compound(old)):
            # `object` that is now `str`, a text that is now one of a few: all code goes on.
            return
        elif is_within_new and not _is_compound(old) and not _is_read_otherwise(old, new):
            yield Difference(TYPES, "is of a wider type", (), *texts)
        else:
            yield Difference(RUN_TIME, "is of another type", (), *texts)

    # Named shapes

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
            waiting.extend(self.inner[pair])
        return reached

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


def _members(text: str) -> set[str]:
    """Return the members of a union as it is printed."""
    return set(text.split(" | "))


def _is_compound(type_: TypeRef) -> bool:
    """Return whether Python has a model, a list or a mapping for its values."""
    return not isinstance(type_, Scalar | Choice | Anything | Upload)


def _is_read_otherwise(old: TypeRef, new: TypeRef) -> bool:
    """Return whether a value that both types have is another one in Python.

    Where `int` becomes `float`, the answer `1` is read as `1.0`: `items[1.0]` raises.
    """
    kinds = [each.kind if isinstance(each, Scalar) else "" for each in (old, new)]
    return kinds == ["integer", "number"]

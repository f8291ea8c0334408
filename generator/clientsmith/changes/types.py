"""Compare two versions of a type in a request or in a response."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..emit.annotations import nullable
from ..ir import (
    Anything,
    Choice,
    ListOf,
    MapOf,
    Ref,
    Scalar,
    TypeRef,
    Union,
    Upload,
)
from .differences import Difference, Pair
from .enums import choices
from .flow import Flow
from .matching import likeness
from .report import ChangeClass
from .subsets import Shapes, Subsets, is_narrower, limits_of, members, resolved
from .wording import limits_text, type_text

RUN_TIME, TYPES, SENT, ADDS, DOCS = ChangeClass
ANOTHER_MODEL = "is of another model"


@dataclass(slots=True)
class TypeComparison:
    """Compares types of two clients, whose named shapes it leaves to `ShapeComparison`."""

    old: dict[Flow, Shapes]
    new: dict[Flow, Shapes]
    renamed: dict[Flow, dict[str, str]]
    """The new name of each shape that has another one."""
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
                yield from self._member(one, other, new, flow, met)
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

    def _member(
        self, one: TypeRef, other: TypeRef, whole: TypeRef, flow: Flow, met: set[Pair]
    ) -> Iterator[Difference]:
        """Yield what changed in a member of a union, which still takes what another member takes.

        Of `{"at": str} | {"at": str, "by": str}` the second member may get a date-time: every text
        is one for the first. Where a property selects the member, there is no other.
        """
        pairs = set[Pair]()
        found = list(self._one(one, other, flow, pairs))
        whole = resolved(whole, self.new[flow])
        is_spared = (
            flow is Flow.REQUEST
            and not (isinstance(whole, Union) and whole.discriminator)
            and (self._has_changed(one, other, flow) or any(e.kind is RUN_TIME for e in found))
            and self._is_within(one, whole, flow)
        )
        met.update(replace(pair, is_spared=True) if is_spared else pair for pair in pairs)
        yield from (each for each in found if not (is_spared and each.kind is RUN_TIME))

    def _has_changed(self, one: TypeRef, other: TypeRef, flow: Flow) -> bool:
        return (
            isinstance(one, Ref)
            and isinstance(other, Ref)
            and self.old[flow].get(one.name) != self.new[flow].get(other.name)
        )

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

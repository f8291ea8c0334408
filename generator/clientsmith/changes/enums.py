"""Compare two versions of an enum: its values, and the names of their constants."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir import Choice, Shape
from .differences import At, Difference
from .flow import Flow
from .report import ChangeClass
from .wording import value_text

RUN_TIME, TYPES, SENT, ADDS, DOCS = ChangeClass


def choices(old: Choice, new: Choice, flow: Flow) -> Iterator[Difference]:
    gone = [value for value in old.values if value not in new.values]
    added = [value for value in new.values if value not in old.values]
    at = At(old.pointer, new.pointer)
    for value in gone:
        if flow is Flow.REQUEST and not new.is_free:
            yield at.of(Difference(RUN_TIME, "no longer takes a value", old=value_text(value)))
        elif flow is Flow.RESPONSE and new.is_const and added:
            yield at.of(
                Difference(
                    RUN_TIME, "has another value", (), value_text(value), value_text(added[0])
                )
            )
            return
        elif flow is Flow.RESPONSE:
            # The field is also of the values' own type: `Literal["cat", "dog"] | str`.
            what = "is no longer documented to have a value"
            yield at.of(Difference(DOCS, what, old=value_text(value)))
    for value in added:
        what = "takes another value" if flow is Flow.REQUEST else "is documented to have a value"
        yield at.of(Difference(ADDS, what, new=value_text(value)))


def constants(old: Shape, new: Shape) -> Iterator[Difference]:
    known = {constant.name: constant for constant in new.constants}
    for before in old.constants:
        after = known.get(before.name)
        if after is None:
            yield Difference(
                RUN_TIME,
                "is gone",
                (before.name,),
                value_text(before.value),
                "",
                before.pointer,
                new.pointer,
            )
        elif after.value != before.value:
            yield Difference(
                SENT,
                "has another value",
                (before.name,),
                value_text(before.value),
                value_text(after.value),
                before.pointer,
                after.pointer,
            )

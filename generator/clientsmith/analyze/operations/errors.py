"""The error type that most operations share, which a client documents once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...ir import Operation, TypeRef


def usual_error(operations: Sequence[Operation]) -> TypeRef | None:
    """Return the error type of more than half of the operations; None where there is none."""
    counted = Counter(type_ for operation in operations if (type_ := _only(operation)) is not None)
    for type_, count in counted.most_common(1):
        if count * 2 > len(operations):
            return type_
    return None


def has_usual_error(operation: Operation, usual: TypeRef | None) -> bool:
    """Return whether an operation documents no other type of error than most operations do."""
    return not operation.errors if usual is None else _only(operation) == usual


def _only(operation: Operation) -> TypeRef | None:
    """Return the one type of all errors of an operation; None where there are several or none."""
    match operation.errors:
        case (("", type_),):
            return type_
        case _:
            return None

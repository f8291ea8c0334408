"""Models of answers that are given back as arguments: their types, and what of them is sent.

A property that the document marks as `readOnly`, or that only the answer's schema has, is left out.
A property or an enum value that the document does not know, a null that it does not allow and a
date-time without an offset go back as they came: the server sent them. The rest is checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from itertools import chain, islice
from operator import getitem
from typing import Annotated, Any, TypeAlias, TypeVar, cast

from pydantic_core import ErrorDetails

from .models import Model
from .plain_data import is_dict, is_list, is_row, wire_name

_T = TypeVar("_T")

TYPE_CHECKING = False
if TYPE_CHECKING:
    OrModel: TypeAlias = _T | Model
    """An object of a request, or a model of an answer in its place."""
else:
    # Of a model, the plain data is checked, and so by the type of the request alone.
    OrModel = Annotated[_T, "or a model"]


_EXCUSED = {"extra_forbidden": 1, "literal_error": 100, "enum": 100, "naive_datetime": 1}
"""How much an error of a model's value speaks against the branch of a union that it is in."""


@dataclass
class Located:
    """An error of pydantic's, with its place in the arguments of a call."""

    details: ErrorDetails
    steps: list[tuple[int | str, bool]] = field(default_factory=list[tuple[int | str, bool]])
    """Names and positions, and whether each leads into a value: else it names a branch."""
    owner: object = None
    """What the caller gave as the object or array that the value is in."""
    is_of_model: bool = False
    """Whether the value is in a model, at any depth."""

    @property
    def path(self) -> list[int | str]:
        return [step for step, is_inside in self.steps if is_inside]

    @property
    def weight(self) -> int:
        """How much the error speaks against the branch it is in; 0 where it is not excused."""
        if not self.is_of_model:
            return 0
        is_null = self.details["input"] is None and self.details["type"] != "missing"
        return _EXCUSED.get(self.details["type"], int(is_null))

    @property
    def is_of_answer(self) -> bool:
        """Whether it is of a property that the document has in the schema of the answer alone."""
        is_unknown = self.details["type"] == "extra_forbidden"
        return is_unknown and _attribute(self.owner, self.path[-1]) is not None


def excuse(
    errors: Iterable[ErrorDetails], arguments: Mapping[str, object], plain: Any
) -> tuple[list[Located], dict[str, Any]]:
    """Return the errors of a call's `plain` data that are the caller's own, and the arguments that
    are sent without what only the schema of the answer has."""
    left = _judged([_located(details, arguments, plain) for details in errors])
    changed: dict[str, Any] = {}
    for error in left:
        if error.weight and error.is_of_answer:
            first, *_ = path = error.path
            reduce(getitem, path[:-1], plain).pop(path[-1], None)
            changed[str(first)] = plain[first]
    return [error for error in left if not error.weight], changed


def _located(details: ErrorDetails, given: object, plain: Any) -> Located:
    located = Located(details)
    for step in details["loc"]:
        is_last = len(located.steps) == len(details["loc"]) - 1
        is_inside = _has(plain, step) or (is_last and details["type"] == "missing")
        located.steps.append((step, is_inside))
        if is_inside:
            located.owner = given
            located.is_of_model |= isinstance(given, Model)
            given, plain = _part(given, step), _part(plain, step)
    return located


def _has(plain: Any, step: int | str) -> bool:
    """Return whether there is a value under a name or at a position; else it names a branch."""
    if is_list(plain):
        return isinstance(step, int) and step < len(plain)
    return is_dict(plain) and step in plain


def _part(value: Any, step: Any) -> object:
    """Return what a value has under a name on the wire or at a position."""
    if isinstance(value, Model):
        return getattr(value, _attribute(value, step) or step, None)
    if is_row(value):
        return next(islice(cast("Iterable[object]", value), step, None), None)
    return value.get(step) if hasattr(value, "get") else None


def _attribute(model: object, wire: object) -> str | None:
    """Return what a model calls the property that has this name on the wire."""
    fields = getattr(type(model), "model_fields", {}).items()
    return next((name for name, field in fields if wire_name(name, field) == wire), None)


def _judged(errors: list[Located], depth: int = 0) -> list[Located]:
    """Return the errors but for those of branches of unions where a branch has only errors that are
    excused: the one that the least speaks against counts."""
    groups: dict[tuple[int | str, bool] | None, list[Located]] = {}
    for error in errors:
        step = error.steps[depth] if depth < len(error.steps) else None
        groups.setdefault(step, []).append(error)
    left = groups.pop(None, [])
    branches: list[list[Located]] = []
    for step, group in groups.items():
        judged = _judged(group, depth + 1)
        if step and step[1]:
            left += judged
        else:
            branches.append(judged)
    if excused := [branch for branch in branches if all(error.weight for error in branch)]:
        branches = [min(excused, key=lambda branch: sum(error.weight for error in branch))]
    return [*left, *chain.from_iterable(branches)]

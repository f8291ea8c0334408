"""Models of responses that are passed as arguments: their types, and what of them is sent.

A property that is `readOnly`, or that only the response's schema has, is left out. Unknown
properties and enum values, nulls that are not allowed and date-times without an offset are sent as
they were received. The rest is validated.
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
    # A model is validated as plain data, by the type of the request alone.
    OrModel = Annotated[_T, "or a model"]


_EXCUSED = {"extra_forbidden": 1, "literal_error": 100, "enum": 100, "naive_datetime": 1}
"""How much an error of a model's value speaks against the branch of a union that it is in."""


@dataclass
class Located:
    """An error of pydantic, with its place in the arguments of a call."""

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
        """How much the error counts against its branch of a union; 0 if it is not excused."""
        if not self.is_of_model:
            return 0
        is_null = self.details["input"] is None and self.details["type"] != "missing"
        return _EXCUSED.get(self.details["type"], int(is_null))

    @property
    def is_of_answer(self) -> bool:
        """Whether it is about a property that only the response's schema has."""
        is_unknown = self.details["type"] == "extra_forbidden"
        return is_unknown and _attribute(self.owner, self.path[-1]) is not None


def excuse(
    errors: Iterable[ErrorDetails], arguments: Mapping[str, object], plain: Any
) -> tuple[list[Located], dict[str, Any]]:
    """Return the errors to raise, and the arguments to send without unknown properties.

    Those are properties of a model that only the response's schema has. `plain` is `arguments` as
    plain data.
    """
    left = _relevant([_located(details, arguments, plain) for details in errors])
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
    """Return whether a step of an error's location leads into the value, and not to a branch."""
    if is_list(plain):
        return isinstance(step, int) and step < len(plain)
    return is_dict(plain) and step in plain


def _part(value: Any, step: Any) -> object:
    """Return the part of a value at a JSON name or position."""
    if isinstance(value, Model):
        return getattr(value, _attribute(value, step) or step, None)
    if is_row(value):
        return next(islice(cast("Iterable[object]", value), step, None), None)
    return value.get(step) if hasattr(value, "get") else None


def _attribute(model: object, wire: object) -> str | None:
    """Return the attribute of a model that has this JSON name."""
    fields = getattr(type(model), "model_fields", {}).items()
    return next((name for name, field in fields if wire_name(name, field) == wire), None)


def _relevant(errors: list[Located], depth: int = 0) -> list[Located]:
    """Return the errors to report; of a union, none if those of one branch are all excused."""
    groups: dict[tuple[int | str, bool] | None, list[Located]] = {}
    for error in errors:
        step = error.steps[depth] if depth < len(error.steps) else None
        groups.setdefault(step, []).append(error)
    left = groups.pop(None, [])
    branches: list[list[Located]] = []
    for step, group in groups.items():
        judged = _relevant(group, depth + 1)
        if step and step[1]:
            left += judged
        else:
            branches.append(judged)
    if excused := [branch for branch in branches if all(error.weight for error in branch)]:
        branches = [min(excused, key=lambda branch: sum(error.weight for error in branch))]
    return [*left, *chain.from_iterable(branches)]

"""Models of answers that are given back as arguments: their types, and what of them is sent.

A property that the document marks as `readOnly`, or that only the answer's schema has, is left out.
A property or an enum value that the document does not know, a null that it does not allow and a
date-time without an offset go back as they came: the server sent them. The rest is checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

from pydantic_core import ErrorDetails

from .models import Model
from .plain import is_dict, is_list, is_row, wire_name

_T = TypeVar("_T")

TYPE_CHECKING = False
if TYPE_CHECKING:
    OrModel: TypeAlias = _T | Model
    """An object of a request, or a model of an answer in its place."""
else:

    class OrModel:
        def __class_getitem__(cls, shape: Any) -> Any:
            """Return the type of the request alone: of a model, the plain data is checked."""
            return shape


# How much speaks against a branch of a union in which an error is excused.
_WEIGHTS = {"extra_forbidden": 1, "literal_error": 100, "enum": 100, "naive_datetime": 1}


@dataclass
class _Node:
    """The errors of a value, of what is in it and, where its type is a union, of each branch."""

    errors: list[_Error] = field(default_factory=list["_Error"])
    inside: dict[int | str, _Node] = field(default_factory=dict[int | str, "_Node"])
    branches: dict[int | str, _Node] = field(default_factory=dict[int | str, "_Node"])


@dataclass
class _Error:
    details: ErrorDetails
    path: tuple[int | str, ...]
    owner: object
    """What the caller gave as the object or array that the value is in."""
    is_of_model: bool
    """Whether the value is in a model, at any depth."""

    @property
    def weight(self) -> int:
        """How much the error speaks against the branch it is in; 0 where it is not excused."""
        if not self.is_of_model:
            return 0
        weight = _WEIGHTS.get(self.details["type"], 0)
        return weight or int(self.details["input"] is None and self.details["type"] != "missing")


@dataclass
class _Verdict:
    problems: list[ErrorDetails] = field(default_factory=list[ErrorDetails])
    dropped: list[tuple[int | str, ...]] = field(default_factory=list[tuple[int | str, ...]])
    weight: int = 0


def excuse(
    errors: Iterable[ErrorDetails], arguments: Mapping[str, object], plain: Any
) -> tuple[list[ErrorDetails], dict[str, Any]]:
    """Return the errors of a call's `plain` data that are the caller's own, and the arguments that
    are sent without what only the schema of the answer has."""
    root = _Node()
    for details in errors:
        _add(root, details, arguments, plain)
    verdict = _judge(root)
    for path in verdict.dropped:
        holder = plain
        for step in path[:-1]:
            holder = holder[step]
        holder.pop(path[-1], None)
    return verdict.problems, {str(path[0]): plain[path[0]] for path in verdict.dropped}


def _add(root: _Node, details: ErrorDetails, given: object, plain: Any) -> None:
    node, owner, is_of_model = root, given, False
    path: list[int | str] = []
    for step in details["loc"]:
        if not _holds(plain, step, details["type"] == "missing"):
            node = node.branches.setdefault(step, _Node())
            continue
        node, owner = node.inside.setdefault(step, _Node()), given
        is_of_model = is_of_model or isinstance(owner, Model)
        given, plain = _part(given, step), _part(plain, step)
        path.append(step)
    node.errors.append(_Error(details, tuple(path), owner, is_of_model))


def _holds(plain: Any, step: int | str, is_missing: bool) -> bool:
    """Return whether a step of an error's place leads into a value, and names no branch."""
    if is_list(plain):
        return isinstance(step, int) and step < len(plain)
    return is_dict(plain) and (step in plain or is_missing)


def _part(value: Any, step: Any) -> object:
    """Return what a value has under a name on the wire or at a position."""
    if isinstance(value, Model):
        fields = type(value).model_fields.items()
        name = next((name for name, each in fields if wire_name(name, each) == step), step)
        return getattr(value, name, None)
    if is_row(value):
        return [*value][step]
    return value.get(step) if hasattr(value, "get") else None


def _judge(node: _Node) -> _Verdict:
    verdict = _Verdict()
    for error in node.errors:
        verdict.weight += error.weight
        if not error.weight:
            verdict.problems.append(error.details)
        elif error.details["type"] == "extra_forbidden" and _is_declared(error):
            verdict.dropped.append(error.path)
    verdicts = [_judge(part) for part in node.inside.values()]
    if node.branches:
        judged = [_judge(branch) for branch in node.branches.values()]
        excused = [each for each in judged if not each.problems]
        verdicts += [min(excused, key=lambda each: each.weight)] if excused else judged
    for each in verdicts:
        verdict.problems += each.problems
        verdict.dropped += each.dropped
        verdict.weight += each.weight
    return verdict


def _is_declared(error: _Error) -> bool:
    """Return whether the document knows the property, though not in the request."""
    model, name = error.owner, error.path[-1]
    if not isinstance(model, Model):
        return False
    return any(wire_name(*each) == name for each in type(model).model_fields.items())

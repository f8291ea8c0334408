"""Of the many errors that jsonschema reports for one fault, choose those that explain it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any


def leaves(problem: Any) -> Iterator[Any]:
    """Yield the errors that explain an error.

    For an `anyOf` or `oneOf` that is not fulfilled, jsonschema reports the errors of all branches.
    The branch that the author most likely wrote is the relevant one: `{in: query, schema: 3}` is a
    Parameter Object with a wrong schema, and not a Reference Object without `$ref`.
    """
    branches = [
        list(found)
        for _, found in groupby(problem.context or (), key=lambda inner: inner.schema_path[0])
    ]
    if not branches or all(_only_asks_for_keys(branch) for branch in branches):
        yield problem
        return
    for inner in min(branches, key=_unlikeliness):
        yield from leaves(inner)


def fits_two_kinds(problem: Any) -> bool:
    """Return whether a value fulfills two branches of a `oneOf` that ask for no key.

    In 3.0 an HTTP security scheme without `scheme` does; the missing key is reported by itself.
    """
    return problem.validator == "oneOf" and not (
        problem.context or any("required" in branch for branch in problem.validator_value)
    )


def _only_asks_for_keys(branch: list[Any]) -> bool:
    """Return whether a branch differs only in required keys: "`schema` or `content`".

    All of its errors are then about missing keys; a branch for a Reference Object does not count.
    """
    return all(
        inner.validator in ("required", "not")
        and not inner.path
        and inner.validator_value != ["$ref"]
        for inner in branch
    )


def _unlikeliness(branch: list[Any]) -> tuple[int, int, int]:
    """Return a sort key of a branch, by its errors: the lower, the likelier it was intended.

    First come errors that tell it is another kind of object (no `$ref`, another `in` or `type`),
    then errors of the object itself rather than of a value inside it, then their number.
    """
    other_kind = sum(
        (inner.validator == "required" and inner.validator_value == ["$ref"])
        or (inner.validator in ("enum", "const") and list(inner.path) in (["in"], ["type"]))
        or (inner.validator == "not" and inner.validator_value == {"required": ["$ref"]})
        for inner in branch
    )
    return other_kind, sum(not inner.path for inner in branch), len(branch)

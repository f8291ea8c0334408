"""Of the many errors of one fault, those that explain it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any


def leaves(problem: Any) -> Iterator[Any]:
    """The errors that explain an error: of an `anyOf`, those of the branch most likely meant."""
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
    """As an HTTP security scheme without its scheme does in 3.0; the missing key is told."""
    return problem.validator == "oneOf" and not (
        problem.context or any("required" in branch for branch in problem.validator_value)
    )


def _only_asks_for_keys(branch: list[Any]) -> bool:
    """As in "one of `schema` and `content`"; a Reference Object is another matter."""
    return all(
        inner.validator in ("required", "not")
        and not inner.path
        and inner.validator_value != ["$ref"]
        for inner in branch
    )


def _unlikeliness(branch: list[Any]) -> tuple[int, int, int]:
    not_it = sum(
        (inner.validator == "required" and inner.validator_value == ["$ref"])
        or (inner.validator in ("enum", "const") and list(inner.path) in (["in"], ["type"]))
        or (inner.validator == "not" and inner.validator_value == {"required": ["$ref"]})
        for inner in branch
    )
    return not_it, sum(not inner.path for inner in branch), len(branch)

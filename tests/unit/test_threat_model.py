"""SECURITY.md promises nothing that no test keeps."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_, *SECTIONS = re.split(r"^## ", (ROOT / "SECURITY.md").read_text(), flags=re.MULTILINE)
PROMISES = [
    promise
    for section in SECTIONS
    if not section.startswith("Reporting")
    for promise in re.split(r"^- ", section, flags=re.MULTILINE)[1:]
]
TEST = re.compile(r"`(tests/\S+\.py)::(\w+)`")


def test_there_are_promises() -> None:
    assert len(PROMISES) > 10


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise[:40].strip())
def test_each_promise_names_tests_that_exist(promise: str) -> None:
    named = TEST.findall(promise)
    assert named
    for file, name in named:
        assert name in functions(file), f"{file} has no {name}"
        assert name.startswith("test_")


@cache
def functions(file: str) -> set[str]:
    tree = ast.parse((ROOT / file).read_text())
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}

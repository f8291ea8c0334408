"""Formatting: black's style, for Python alone."""

from __future__ import annotations

import pytest

from clientsmith.diagnostics import ClientsmithError
from clientsmith.emit.format import formatted


def test_only_python_is_formatted() -> None:
    assert (
        formatted("python", "a.py", "def f( a,b ):\n  return a\n") == "def f(a, b):\n    return a\n"
    )
    assert formatted("markdown", "API.md", "x = {  'a':1 }\n") == "x = {  'a':1 }\n"


def test_lines_are_at_most_a_hundred_columns() -> None:
    call = "f(" + ", ".join(["argument"] * 9) + ", last_12)\n"
    assert len(call) == 100 + 1
    assert formatted("python", "a.py", call) == call
    assert formatted("python", "a.py", "f" + call).startswith("ff(\n    argument,")


@pytest.mark.parametrize("text", ["def", "x = = 1\n"])
def test_a_file_that_is_no_python_is_named(text: str) -> None:
    with pytest.raises(ClientsmithError) as caught:
        formatted("python", "c.py", text)
    (problem,) = caught.value.diagnostics
    assert problem.code == "format-failed"
    assert problem.message.startswith("'c.py' is not valid Python: ")

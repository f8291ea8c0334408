"""Formatting: black's style, in the same order, whoever does the work."""

from __future__ import annotations

import pytest

from clientsmith.diagnostics import ClientsmithError
from clientsmith.format import format_files

FILES = {
    "b.py": "x = {  'a':1 }\n",
    "a.py": "def f( a,b ):\n  return a\n",
    "API.md": "x = {  'a':1 }\n",
}


@pytest.mark.parametrize("workers", [1, 2])
def test_only_python_is_formatted_and_the_order_stays(workers: int) -> None:
    formatted = format_files(FILES, workers=workers)
    assert list(formatted.items()) == [
        ("b.py", 'x = {"a": 1}\n'),
        ("a.py", "def f(a, b):\n    return a\n"),
        ("API.md", FILES["API.md"]),
    ]


def test_lines_are_at_most_a_hundred_columns() -> None:
    call = "f(" + ", ".join(["argument"] * 9) + ", last_12)\n"
    assert len(call) == 100 + 1
    assert format_files({"a.py": call})["a.py"] == call
    assert format_files({"a.py": "f" + call})["a.py"].startswith("ff(\n    argument,")


@pytest.mark.parametrize("workers", [1, 2])
def test_every_file_that_is_no_python_is_named(workers: int) -> None:
    with pytest.raises(ClientsmithError) as caught:
        format_files({"a.py": "def", "b.py": "x = 1\n", "c.py": "x = = 1\n"}, workers=workers)
    problems = caught.value.diagnostics
    assert [problem.code for problem in problems] == ["format-failed"] * 2
    assert problems[0].message.startswith("'a.py' came out as no Python: ")
    assert problems[1].message.startswith("'c.py' came out as no Python: ")

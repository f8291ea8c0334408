"""The client that comes out of each small document, to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from .golden import CASES, printed, stored


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_comes_out_is_what_is_stored(case: Path) -> None:
    made, kept = printed(case), stored(case)
    assert sorted(made) == sorted(kept), "`make golden` rewrites the stored trees"
    for name, text in made.items():
        assert text == kept[name], f"{case.name}/{name}: `make golden` rewrites the stored trees"

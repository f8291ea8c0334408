"""The calls of ten small documents' clients before the judges of `make conformance`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from . import prism
from .trial import attempt

DOCUMENTS = sorted(Path(__file__).with_name("documents").glob("*.yaml"))


@pytest.mark.slow
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_calls_come_out_clean(document: Path, tmp_path: Path) -> None:
    if prism.npx() is None:
        pytest.skip("npx is not installed; it comes with node (https://nodejs.org)")
    # Prism gets a copy beside the document.
    (tmp_path / "document").mkdir()
    (tmp_path / "run").mkdir()
    copy = tmp_path / "document" / document.name
    copy.write_bytes(document.read_bytes())
    result = attempt(copy, tmp_path / "run", seconds=240, most=100, name=document.stem)
    assert not result.problem
    assert not result.samples, json.dumps(result.samples, indent=1)[:8000]
    assert result.tried == result.operations > 0

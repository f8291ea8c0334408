"""Whatever a document holds, it becomes a client that imports without effect, or is refused."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from clientsmith.config import ad_hoc_target
from clientsmith.diagnostics import ClientsmithError
from clientsmith.pipeline import make

from .matrix import Cell, Place, faults_of
from .random_documents import DOCUMENTS

_PLACE = Place("root", ("info", "title"), False)


@pytest.mark.slow
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(DOCUMENTS)
def test_any_document_is_generated_or_refused(data: dict[str, Any]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "openapi.json"
        path.write_text(json.dumps(data))
        files = refusal = None
        try:
            files = make(ad_hoc_target(path, "shop_client", None, folder / "out")).files
        except ClientsmithError as problem:
            refusal = problem
        cell = Cell(_PLACE, "null", files, refusal)
        assert list(faults_of([cell], folder)) == []

"""Every endpoint of a Litestar application, called by the client of its own document."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from tests.wire.golden_client import faces

from ..calls import Call, check, operations, rows
from ..running import made, serving
from .app import app
from .calls import CALLS

SETTINGS = """
[targets.app.answers]
"GET /events" = "events"
"GET /stream" = "file"
"""
DOCUMENT: dict[str, Any] = app.openapi_schema.to_schema()


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    return made(tmp_path_factory, DOCUMENT, "litestar_library", SETTINGS)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with serving(app) as url:
        yield url


def test_each_operation_is_called() -> None:
    assert {call.key for call in CALLS} == operations(DOCUMENT)


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("call", rows(CALLS))
def test_call(call: Call, is_async: bool, library: ModuleType, url: str) -> None:
    check(call, faces(library, "Library")[is_async], base_url=url)

"""Every endpoint of a FastAPI application, called by the client of its own document."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

import pytest

from tests.wire.golden_client import faces

from ..calls import Call, check, operations, rows
from ..running import made, serving
from .app import app
from .calls import CALLS

SETTINGS = """
[targets.app.answers]
"GET /export/" = "file"
"GET /report/" = "file"
"GET /stream/" = "file"
"GET /stream-documented/" = "file"
"POST /hand-written-events/" = "events"
"""
CREDENTIALS = {
    **{"access_token": "token-of-ann", "username": "ann", "password": "p:s"},
    **{"http_bearer": "b1", "api_key_header": "h1", "api_key_query": "q&1"},
    "api_key_cookie": "c1",
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    return made(tmp_path_factory, app.openapi(), "fast_api_shop", SETTINGS)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with serving(app) as url:
        yield url


def test_each_operation_is_called() -> None:
    assert {call.key for call in CALLS} == operations(app.openapi())


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("call", rows(CALLS))
@pytest.mark.filterwarnings("ignore:old.retrieve is deprecated:DeprecationWarning")
def test_call(call: Call, is_async: bool, shop: ModuleType, url: str) -> None:
    check(call, faces(shop, "Shop")[is_async], base_url=url, **CREDENTIALS)

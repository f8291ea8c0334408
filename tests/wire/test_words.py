"""What is said, in the client's own words, of what a client is made with; and what errors keep."""

from __future__ import annotations

import copy
import multiprocessing
import pickle
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import httpx2
import pytest
import telnyx_external_connections as telnyx
import yarl
from pydantic import HttpUrl
from telnyx_external_connections import AsyncTelnyx, Telnyx, TelnyxError

from .server import Server, json_answer, serving

ID = "1293384261075731499"
OK = json_answer({"data": {"id": "1"}})
PROBLEM = {"errors": [{"code": "10015", "title": "Invalid", "detail": "Check the value."}]}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.mark.parametrize("kind", [str, httpx.URL, httpx2.URL, yarl.URL, HttpUrl])
def test_a_base_url_of_any_library(server: Server, kind: Any) -> None:
    server.will(OK)
    with Telnyx("KEY", base_url=kind(f"{server.url}/v2/")) as client:
        client.external_connections.retrieve(ID)
        client.with_options(base_url=kind(f"{server.url}/v3")).external_connections.retrieve(ID)
    heads = [sent.target.rpartition("/external")[0] for sent in server.sent]
    assert heads == ["/v2", "/v3"]


@pytest.mark.parametrize(
    "url", [b"https://a.example", 5, Path("/a"), httpx.URL("https://u:PASS@a")]
)
def test_what_is_no_base_url(url: Any) -> None:
    with pytest.raises(TelnyxError, match="base URL") as caught:
        Telnyx("KEY", base_url=url)
    assert "PASS" not in str(caught.value)


@pytest.mark.parametrize("kind", [httpx.Timeout, httpx2.Timeout, telnyx.Timeout])
def test_a_timeout_of_any_library_and_a_limit_that_wins_over_it(kind: Any) -> None:
    made = telnyx.Timeout(kind(9.0, pool=None), read=1.0)
    assert made.as_dict() == {"connect": 9.0, "read": 1.0, "write": 9.0, "pool": None}


class Sends:
    def send(self, request: Any, timeout: Any) -> Any: ...


class Closes:
    def close(self) -> None: ...

    async def aclose(self) -> None: ...


@pytest.mark.parametrize("kind", [Telnyx, AsyncTelnyx])
@pytest.mark.parametrize(
    ("transport", "said"), [(Sends(), r"Sends has no a?close\(\)"), (Closes(), r"has no send\(\)")]
)
def test_a_transport_that_is_none(kind: Any, transport: Any, said: str) -> None:
    for error in (TelnyxError, TypeError):
        with pytest.raises(error, match=said):
            kind("KEY", transport=transport)


@pytest.mark.parametrize("name", ["Telnyx", "AsyncTelnyx"])
def test_a_missing_httpx2_is_reported_with_what_to_do(name: str) -> None:
    code = (
        "import sys, asyncio; sys.modules['httpx2'] = None\n"
        "import telnyx_external_connections as t\n"
        f"call = t.{name}('KEY').external_connections.retrieve\n"
        "try:\n"
        "    made = call('1')\n"
        "    asyncio.run(made)\n"
        "except t.TelnyxError as error:\n"
        "    print(error)\n"
    )
    folder = Path(telnyx.__file__).parents[1]
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True
    )
    assert "needs httpx2, which is not installed: pip install httpx2" in ran.stdout


def test_a_missing_credential_is_reported_at_construction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TELNYX_API_KEY", raising=False)
    for kind in (Telnyx, AsyncTelnyx):
        for given in (None, ""):
            with pytest.raises(TelnyxError, match=r"No api_key was given.*TELNYX_API_KEY"):
                kind(given)


def fail(url: str) -> None:
    """Raise the error of a call, in another process."""
    with Telnyx("S3CRET-KEY", base_url=url) as client:
        client.external_connections.update(ID, outbound={"outbound_voice_profile_id": "1"})


def check(error: Any, status: int) -> None:
    assert (error.status_code, error.body, error.request_id) == (status, PROBLEM, "req-1")
    assert (error.request.method, error.request.path) == ("PATCH", f"/v2/external_connections/{ID}")
    assert error.request.content == b'{"outbound":{"outbound_voice_profile_id":"1"}}'
    assert error.request.headers["authorization"] in ("[redacted]", "Bearer S3CRET-KEY")
    assert error.response.status_code == status
    assert error.response.request.method == "PATCH"
    assert error.response.json() == PROBLEM
    assert error.error.errors[0].code == "10015"


@pytest.mark.parametrize("status", [400, 404, 422, 500])
def test_an_error_survives_pickle_and_copy(server: Server, status: int) -> None:
    server.will(json_answer(PROBLEM, status, x_request_id="req-1", x_should_retry="false"))
    with pytest.raises(telnyx.APIStatusError) as caught:
        fail(f"{server.url}/v2")
    error = caught.value
    check(error, status)
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        dumped = pickle.dumps(error, protocol)
        assert b"S3CRET" not in dumped
        again = pickle.loads(dumped)
        assert (type(again), str(again)) == (type(error), str(error))
        check(again, status)
    check(copy.copy(error), status)
    check(copy.deepcopy(error), status)
    check(pickle.loads(pickle.dumps(copy.deepcopy(error))), status)


def test_an_error_comes_out_of_another_process(server: Server) -> None:
    server.will(json_answer(PROBLEM, 404, x_request_id="req-1"))
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(1, mp_context=context) as processes:
        failing = processes.submit(fail, f"{server.url}/v2")
        with pytest.raises(telnyx.NotFoundError) as caught:
            failing.result(60)
    check(caught.value, 404)

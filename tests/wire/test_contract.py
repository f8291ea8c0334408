"""The same calls against Stoplight Prism, a mock server that serves the document and judges what it
is sent by it. `make contract` runs these; they need node.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from telnyx_external_connections import AsyncTelnyx, Drift, Telnyx, UnprocessableEntityError

from tests.conformance.prism import npx, running

from .calls import CALLS, Call
from .document import PATH, success

pytestmark = pytest.mark.contract

each_call = pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)


@pytest.fixture(scope="module")
def prism(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of Prism, which answers an invalid request with an error (`--errors`)."""
    if npx() is None:
        pytest.skip("npx is not installed; it comes with node (https://nodejs.org)")
    with running(PATH, tmp_path_factory.mktemp("prism") / "log.txt") as url:
        yield url


def _approved(answer: httpx2.Response) -> None:
    """Prism tells in this header what is wrong with a request, and with its own answer."""
    reported = answer.headers.get("sl-violations")
    assert reported is None, f"Prism on {answer.request.method} {answer.request.url}: {reported}"


async def _aapproved(answer: httpx2.Response) -> None:
    _approved(answer)


def check(call: Call, result: Any, drifts: list[Drift]) -> None:
    """The answer is the document's example, and nothing in it was unexpected."""
    assert drifts == []
    assert json.loads(result.to_json()) == success(call.operation)[1]


@each_call
def test_call(call: Call, prism: str) -> None:
    drifts: list[Drift] = []
    with (
        httpx2.Client(event_hooks={"response": [_approved]}) as sender,
        Telnyx("KEY", base_url=prism, http_client=sender, on_drift=drifts.append) as client,
    ):
        result = call.make(client)
    check(call, result, drifts)


@each_call
def test_async_call(call: Call, prism: str) -> None:
    drifts: list[Drift] = []

    async def run() -> Any:
        async with (
            httpx2.AsyncClient(event_hooks={"response": [_aapproved]}) as sender,
            AsyncTelnyx(
                "KEY", base_url=prism, http_client=sender, on_drift=drifts.append
            ) as client,
        ):
            return await call.make(client)

    check(call, asyncio.run(run()), drifts)


def test_prism_does_judge(prism: str) -> None:
    """Else all of the above would pass whatever was sent."""
    wrong: Any = "teams"
    with (
        Telnyx("KEY", base_url=prism, validate_requests=False) as client,
        pytest.raises(UnprocessableEntityError) as caught,
    ):
        client.external_connections.create(external_sip_connection=wrong, outbound={})
    reported = caught.value.response.headers["sl-violations"]
    assert "external_sip_connection must be equal to one of the allowed values: zoom" in reported

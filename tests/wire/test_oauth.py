"""OAuth 2.0 client credentials: how many tokens are fetched, when, and with what."""

from __future__ import annotations

import asyncio
import threading
import time
from base64 import b64decode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from types import ModuleType
from typing import Any

import pytest

from .golden_client import Clients
from .server import Answer, Sent, Server, json_answer

LOGIN: dict[str, Any] = {"oauth_client_id": "me&co", "oauth_client_secret": "s3cr:t"}


class TokenServer(Server):
    """Gives tokens, slowly, and takes those that it has not `refused`."""

    def __init__(self) -> None:
        super().__init__()
        self.fetches: list[Sent] = []
        self.calls: list[Sent] = []
        self.refused: set[str] = set()
        self.lifetime: object = 3600
        self.troubles: list[Answer] = []
        self.given = 0

    def take(self, sent: Sent) -> Answer:
        if sent.target != "/oauth/token":
            token = sent.headers.get("authorization", "").removeprefix("Bearer ")
            self.calls.append(sent)
            return Answer(401 if token in self.refused else 204)
        time.sleep(0.05)
        self.fetches.append(sent)
        if self.troubles:
            return self.troubles.pop(0)
        self.given += 1
        fields = {"access_token": f"TOKEN{self.given}", "token_type": "bearer"}
        lasts = {} if self.lifetime is None else {"expires_in": self.lifetime}
        return json_answer({**fields, **lasts})


@contextmanager
def serving() -> Iterator[TokenServer]:
    server = TokenServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="module")
def package(clients: Clients) -> ModuleType:
    return clients("credentials")


@pytest.fixture
def server() -> Iterator[TokenServer]:
    with serving() as server:
        yield server


@pytest.fixture
def client(package: ModuleType, server: TokenServer) -> Iterator[Any]:
    with package.Credentials(base_url=server.url, **LOGIN) as client:
        yield client


def test_a_token_is_fetched_with_the_scopes_of_the_operation(
    client: Any, server: TokenServer
) -> None:
    client.by_client.retrieve()
    client.by_client.retrieve()
    (fetch,) = server.fetches
    assert fetch.body == b"grant_type=client_credentials&scope=read+write"
    assert fetch.headers["content-type"] == "application/x-www-form-urlencoded"
    # Each part is encoded before the two are joined (RFC 6749, section 2.3.1).
    login = b64decode(fetch.headers["authorization"].removeprefix("Basic "))
    assert login == b"me%26co:s3cr%3At"
    assert [each.headers["authorization"] for each in server.calls] == ["Bearer TOKEN1"] * 2


def test_the_secret_goes_into_the_form_where_the_configuration_says_so(
    server: TokenServer, clients: Clients
) -> None:
    login = {"client_id": "me&co", "client_secret": "s3cr:t"}
    package = clients("token_in_body")

    async def call() -> None:
        async with package.AsyncToken(base_url=server.url, **login) as client:
            await client.things.retrieve()

    with package.Token(base_url=server.url, **login) as client:
        client.things.retrieve()
        asyncio.run(call())
        for fetch in server.fetches:
            assert "authorization" not in fetch.headers
            assert fetch.body == (
                b"grant_type=client_credentials&scope=read"
                b"&client_id=me%26co&client_secret=s3cr%3At"
            )
        assert len(server.fetches) == 2
        server.refused.add("TOKEN1")
        server.troubles.append(json_answer({"error": "invalid_client"}, 401))
        with pytest.raises(package.AuthenticationError, match="invalid_client") as caught:
            client.things.retrieve()
    error = caught.value
    assert "s3cr" not in f"{error!r} {vars(error)} {vars(error.request)}"


def test_threads_share_one_token(client: Any, server: TokenServer) -> None:
    with ThreadPoolExecutor(16) as threads:
        for done in [threads.submit(client.by_client.retrieve) for _ in range(32)]:
            done.result()
        assert (len(server.fetches), len(server.calls)) == (1, 32)
        # All are refused at once, and one fetches for all.
        server.refused.add("TOKEN1")
        for done in [threads.submit(client.by_client.retrieve) for _ in range(32)]:
            done.result()
    assert len(server.fetches) == 2
    client.with_options(max_retries=0).by_client.retrieve()
    assert len(server.fetches) == 2


async def test_tasks_share_one_token(package: ModuleType, server: TokenServer) -> None:
    async with package.AsyncCredentials(base_url=server.url, **LOGIN) as client:
        await asyncio.gather(*(client.by_client.retrieve() for _ in range(32)))
        assert (len(server.fetches), len(server.calls)) == (1, 32)
        server.refused.add("TOKEN1")
        await asyncio.gather(*(client.by_client.retrieve() for _ in range(32)))
        assert len(server.fetches) == 2


async def test_a_task_that_is_cancelled_leaves_the_turn_to_the_next(
    package: ModuleType, server: TokenServer
) -> None:
    async with package.AsyncCredentials(base_url=server.url, **LOGIN) as client:
        first = asyncio.create_task(client.by_client.retrieve())
        await asyncio.sleep(0.01)
        second = asyncio.create_task(client.by_client.retrieve())
        await asyncio.sleep(0)
        first.cancel()
        await second
        with pytest.raises(asyncio.CancelledError):
            await first


def test_a_client_is_used_from_one_event_loop_after_another(
    package: ModuleType, server: TokenServer
) -> None:
    client = package.AsyncCredentials(base_url=server.url, **LOGIN)

    async def run() -> None:
        async with client.with_options():
            await client.by_client.retrieve()

    asyncio.run(run())
    assert len(server.fetches) == 1


def test_a_token_is_renewed_before_it_ends(
    client: Any, server: TokenServer, package: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    import credentials._runtime.oauth as oauth  # pyright: ignore[reportMissingImports]

    now = 1000.0
    monkeypatch.setattr(oauth.time, "monotonic", lambda: now)
    server.lifetime = "600"
    client.by_client.retrieve()
    now = 1000.0 + 539
    client.by_client.retrieve()
    assert len(server.fetches) == 1
    now = 1000.0 + 541
    client.by_client.retrieve()
    assert len(server.fetches) == 2


def test_a_token_without_an_end_is_kept(client: Any, server: TokenServer) -> None:
    server.lifetime = None
    client.by_client.retrieve()
    client.by_client.retrieve()
    assert len(server.fetches) == 1


def test_a_refused_token_is_renewed_once(
    client: Any, server: TokenServer, package: ModuleType
) -> None:
    server.refused |= {"TOKEN1", "TOKEN2"}
    with pytest.raises(package.AuthenticationError, match="GET /by_client answered 401"):
        client.by_client.retrieve()
    assert (len(server.fetches), len(server.calls)) == (2, 2)


def test_a_token_that_is_given_is_not_fetched(package: ModuleType, server: TokenServer) -> None:
    with package.Credentials(oauth="GIVEN", base_url=server.url, **LOGIN) as client:
        client.by_client.retrieve()
    assert not server.fetches
    assert server.calls[0].headers["authorization"] == "Bearer GIVEN"


def test_a_token_endpoint_in_trouble_is_tried_again(
    client: Any, server: TokenServer, package: ModuleType
) -> None:
    client = client.with_options(retry_policy=package.RetryPolicy(first_delay=0))
    server.troubles = [Answer(503)]
    client.by_client.retrieve()
    assert len(server.fetches) == 2
    server.refused.add("TOKEN1")
    server.troubles = [Answer(503)] * 3
    with pytest.raises(package.APIConnectionError, match="no access token was received") as caught:
        client.by_client.retrieve()
    assert "s3cr" not in repr(caught.value.__cause__)


def test_a_refusal_of_the_token_endpoint_says_why(
    client: Any, server: TokenServer, package: ModuleType
) -> None:
    server.troubles = [json_answer({"error": "invalid_client"}, 401)]
    with pytest.raises(package.AuthenticationError) as caught:
        client.by_client.retrieve()
    assert str(caught.value) == (
        "no access token was received: POST /oauth/token answered 401: invalid_client"
    )
    assert not server.calls
    shown = "".join(repr(entry.frame.f_locals) for entry in caught.traceback[1:])
    assert "s3cr" not in shown + repr(caught.value.request.headers)
    server.troubles = [json_answer({"token": "T"})]
    with pytest.raises(package.APIError, match="without an access_token"):
        client.by_client.retrieve()


def test_options_with_another_login_fetch_their_own_token(client: Any, server: TokenServer) -> None:
    client.by_client.retrieve()
    client.with_options(oauth_client_secret="other").by_client.retrieve()
    assert [each.headers["authorization"] for each in server.calls] == [
        "Bearer TOKEN1",
        "Bearer TOKEN2",
    ]

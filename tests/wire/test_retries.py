"""Which tries are followed by another, for how long a call may take, and who says so."""

from __future__ import annotations

import asyncio
import ssl
import threading
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest
import telnyx_external_connections as telnyx
from telnyx_external_connections import (
    APIConnectionError,
    APITimeoutError,
    OptionError,
    RateLimitError,
    RetryPolicy,
)

from ..tiers import slow
from .golden_client import Clients, faces
from .server import Answer, Exchange, Server, json_answer, serving

OK = json_answer({"data": {"id": "1"}})
ID = "1293384261075731499"
AT_ONCE = RetryPolicy(first_delay=0)
LONG = 600.0
"""Seconds that no test takes: what would wait for them fails instead."""

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(params=["sync", "async"])
def run(request: pytest.FixtureRequest, server: Server) -> Run:
    """What `act(client)` gives, on the client of either kind with these settings."""
    face = faces(telnyx, "Telnyx")[request.param == "async"]

    def run(act: Callable[[Any], Any], **settings: Any) -> Any:
        given = {"api_key": "KEY", "base_url": f"{server.url}/v2", **settings}
        return face.run(act, **given)

    return run


def retrieve(**options: Any) -> Callable[[Any], Any]:
    return lambda client: client.external_connections.retrieve(ID, **options)


def create(client: Any) -> Any:
    return client.external_connections.create(external_sip_connection="zoom", outbound={})


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (429, {"Retry_After": "3600"}),
        (503, {"Retry_After": "61"}),
        (503, {"retry_after_ms": "60001"}),
        (429, {"Retry_After": "Fri, 31 Dec 2100 23:59:59 GMT"}),
        (503, {"Retry_After": "inf"}),
        (503, {"Retry_After": "61", "x_should_retry": "true"}),
    ],
)
def test_a_longer_wait_than_is_waited_for_means_no_retry(
    server: Server, run: Run, status: int, headers: dict[str, str]
) -> None:
    server.will(json_answer({}, status, **headers), OK)
    with pytest.raises(telnyx.APIStatusError) as caught:
        run(retrieve())
    assert caught.value.status_code == status
    assert len(server.sent) == 1


@pytest.mark.parametrize("asked", ["-1", "nan", "soon", "Fri, 31 Dec 1999 23:59:59 GMT", ""])
def test_what_asks_for_no_wait_leaves_the_usual_one(server: Server, run: Run, asked: str) -> None:
    server.will(json_answer({}, 429, Retry_After=asked), OK)
    run(retrieve(), retry_policy=AT_ONCE)
    assert len(server.sent) == 2


def test_max_retries_of_a_call_wins_over_that_of_the_client(server: Server, run: Run) -> None:
    for of_client, of_call, tries in ((0, 2, 3), (5, 0, 1), (1, telnyx.omit, 2)):
        server.will(json_answer({}, 500, retry_after_ms="1"))
        with pytest.raises(telnyx.InternalServerError):
            run(retrieve(max_retries=of_call), max_retries=of_client)
        assert len(server.sent) == tries


def test_a_policy_says_which_statuses_and_methods_are_tried_again(server: Server, run: Run) -> None:
    policy = RetryPolicy(statuses={404}, methods={"GET"}, first_delay=0)
    server.will(json_answer({}, 404), OK)
    run(retrieve(), retry_policy=policy)
    assert len(server.sent) == 2
    server.will(json_answer({}, 429), OK)
    with pytest.raises(RateLimitError):
        run(retrieve(retry_policy=policy))
    server.will(json_answer({}, 404), OK)
    with pytest.raises(telnyx.NotFoundError):
        run(create, retry_policy=policy)
    assert len(server.sent) == 1
    with pytest.raises(APIConnectionError):
        run(create, retry_policy=policy, base_url="http://127.0.0.1:9")


def test_a_policy_of_ones_own(server: Server, run: Run) -> None:
    seen: list[tuple[str, int, int | None]] = []

    class Own(RetryPolicy):
        def wait(self, request: Any, retry: int, response: Any, failure: Any) -> float | None:
            seen.append((request.method, retry, response and response.status_code))
            return 0.0

    server.will(json_answer({}, 418), json_answer({}, 429, Retry_After="3600"), OK)
    run(retrieve(retry_policy=Own()))
    assert seen == [("GET", 0, 418), ("GET", 1, 429)]


def test_a_policy_may_wait_longer_for_the_server(server: Server, run: Run) -> None:
    server.will(json_answer({}, 429, Retry_After="0.02"), OK)
    with pytest.raises(RateLimitError):
        run(retrieve(retry_policy=RetryPolicy(longest_asked=0.01)))
    assert len(server.sent) == 1


# The deadline of a call


def drip(exchange: Exchange) -> None:
    """Send a body of which a byte comes now and then, for as long as anyone reads it."""
    exchange.send_response(200)
    exchange.send_header("Content-Type", "application/json")
    exchange.send_header("Content-Length", "1000000")
    exchange.end_headers()
    never = threading.Event()
    try:
        while not never.wait(0.05):
            exchange.wfile.write(b" ")
            exchange.wfile.flush()
    except OSError:
        exchange.close_connection = True


def silent(exchange: Exchange) -> None:
    """Say nothing until the client has gone away."""
    exchange.rfile.read(1)
    exchange.close_connection = True


@pytest.mark.parametrize("act", [drip, silent], ids=["a slow body", "no answer"])
@pytest.mark.parametrize("options", [{"timeout": LONG}, slow({"timeout": None}), slow({})])
def test_a_call_ends_at_its_deadline(
    server: Server, run: Run, act: Any, options: dict[str, Any]
) -> None:
    server.will(Answer(act=act))
    said = r"GET /v2/external_connections/\d+ was not done within its deadline of 0.3 seconds"
    with pytest.raises(APITimeoutError, match=said):
        run(retrieve(deadline=0.3, max_retries=100, retry_policy=AT_ONCE, **options))
    with pytest.raises(APITimeoutError, match=said):
        run(retrieve(**options), deadline=0.3, max_retries=0)
    if act is drip:

        def raw(client: Any) -> Any:
            return client.external_connections.with_raw_response.retrieve(ID)

        with pytest.raises(APITimeoutError, match=said):
            run(raw, deadline=0.3)


def test_a_wait_past_the_deadline_is_not_waited_for(server: Server, run: Run) -> None:
    server.will(json_answer({"why": "busy"}, 503, Retry_After="50"))
    with pytest.raises(APITimeoutError, match="answered 503, and the next try") as caught:
        run(retrieve(deadline=40))
    assert (caught.value.status_code, caught.value.body) == (503, {"why": "busy"})
    assert len(server.sent) == 1


def test_a_call_that_is_done_in_time_is_as_any_other(server: Server, run: Run) -> None:
    server.will(json_answer({}, 500, retry_after_ms="1"), OK)
    assert run(retrieve(deadline=LONG)).data.id == "1"
    server.will(OK)
    assert run(create, deadline=LONG).data.id == "1"
    (sent,) = server.sent
    assert sent.body == b'{"external_sip_connection":"zoom","outbound":{}}'
    assert sent.headers["content-length"] == str(len(sent.body))
    server.will(json_answer({}, 404))
    with pytest.raises(telnyx.NotFoundError):
        run(retrieve(deadline=LONG))


def test_a_deadline_holds_until_the_head_of_what_is_streamed(server: Server, run: Run) -> None:
    server.will(Answer(act=drip))

    def read(client: Any) -> Any:
        manager = client.external_connections.with_streaming_response.retrieve(ID, deadline=0.3)
        if hasattr(manager, "__enter__"):
            with manager as response:
                pieces = response.iter_bytes()
                return sum(len(next(pieces)) for _ in range(10))

        async def course() -> int:
            async with manager as response:
                pieces = response.iter_bytes()
                return sum([len(await anext(pieces)) for _ in range(10)])

        return course()

    assert run(read) >= 10
    server.will(Answer(act=silent))
    with pytest.raises(APITimeoutError, match="deadline"):
        run(read)


def test_each_page_has_the_whole_deadline(server: Server) -> None:
    def page(number: int) -> Answer:
        return json_answer(
            {"data": [{"id": "a"}], "meta": {"page_number": number, "total_pages": 2}}
        )

    server.will(page(1), Answer(act=silent))
    with telnyx.Telnyx("KEY", base_url=server.url) as client:
        first = client.external_connections.list(deadline=0.5)
        with pytest.raises(APITimeoutError, match="deadline"):
            first.get_next_page()
    assert len(server.sent) == 2


async def test_a_task_that_is_cancelled_is_cancelled(server: Server) -> None:
    server.will(Answer(act=silent))
    async with telnyx.AsyncTelnyx("KEY", base_url=server.url) as client:
        call = asyncio.create_task(client.external_connections.retrieve(ID, deadline=LONG))
        while not server.sent:
            await asyncio.sleep(0.01)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await client.external_connections.retrieve(ID, deadline=LONG)


# Credentials


@pytest.fixture(scope="module")
def package(clients: Clients) -> ModuleType:
    return clients("credentials")


@pytest.mark.parametrize("kind", [OSError, ConnectionError, TimeoutError, KeyError, RuntimeError])
def test_what_a_token_function_raises_reaches_the_caller(
    server: Server, run: Run, kind: type[Exception]
) -> None:
    asked: list[int] = []
    problem = kind("vault")

    def token() -> str:
        asked.append(1)
        raise problem

    async def later() -> str:
        return token()

    server.will(OK)
    for options in ({}, {"deadline": LONG}):
        asked.clear()
        with pytest.raises(kind) as caught:
            run(retrieve(**options), api_key=token)
        assert caught.value is problem
        assert (len(asked), server.sent) == (1, [])

    async def course() -> None:
        async with telnyx.AsyncTelnyx(later, base_url=server.url) as client:
            await client.external_connections.retrieve(ID)

    with pytest.raises(kind):
        asyncio.run(course())


@pytest.mark.parametrize("name", ["key", "api_key", "bot", "openid", "oauth", "query_key"])
def test_a_function_of_any_scheme_may_fail(package: ModuleType, server: Server, name: str) -> None:
    call = {"key": "by_key", "api_key": "by_token", "bot": "by_scheme", "openid": "by_identity"}
    call |= {"oauth": "by_client", "query_key": "by_query"}
    asked: list[int] = []

    def token() -> str:
        asked.append(1)
        raise ConnectionError("vault")

    server.will(Answer(204))
    for face in faces(package, "Credentials"):
        asked.clear()
        with pytest.raises(ConnectionError, match="vault"):
            face.run(
                lambda client: getattr(client, call[name]).retrieve(),
                base_url=server.url,
                **{name: token},
            )
        assert (len(asked), server.sent) == (1, [])


@pytest.mark.parametrize("name", ["key", "api_key", "bot", "openid", "oauth", "query_key"])
def test_a_refused_credential_of_any_scheme_is_asked_for_again_once(
    package: ModuleType, server: Server, name: str
) -> None:
    call = {"key": "by_key", "api_key": "by_token", "bot": "by_scheme", "openid": "by_identity"}
    call |= {"oauth": "by_client", "query_key": "by_query"}
    for face in faces(package, "Credentials"):
        tokens = iter(["OLD", "NEW", "NEWER"])
        server.will(Answer(401), Answer(204))
        settings: dict[str, Any] = {"base_url": server.url, "max_retries": 0}
        settings[name] = lambda tokens=tokens: next(tokens)
        face.run(lambda client: getattr(client, call[name]).retrieve(), **settings)
        assert len(server.sent) == 2
        assert next(tokens) == "NEWER"


def test_a_refused_bearer_is_asked_for_again_once(server: Server, run: Run) -> None:
    tokens = iter(["OLD", "NEW", "NEWER"])
    server.will(json_answer({}, 401), OK)
    assert run(retrieve(), api_key=lambda: next(tokens), max_retries=0).data.id == "1"
    assert [sent.headers["authorization"] for sent in server.sent] == ["Bearer OLD", "Bearer NEW"]
    server.will(json_answer({}, 401))
    with pytest.raises(telnyx.AuthenticationError):
        run(retrieve(), api_key=lambda: "SAME")
    # Another request with the same token would be refused like the first.
    assert len(server.sent) == 1
    with pytest.raises(telnyx.AuthenticationError):
        run(retrieve(), api_key="STATIC")


def test_a_function_that_gives_no_text(server: Server, run: Run) -> None:
    server.will(OK)
    given: Any = lambda: 5  # noqa: E731
    with pytest.raises(telnyx.TelnyxError, match="the function given as api_key returned int"):
        run(retrieve(), api_key=given)


@pytest.mark.parametrize("options", [{"timeout": 0.2, "max_retries": 0}, {"deadline": 0.3}])
def test_the_limits_of_a_call_hold_for_its_token(
    package: ModuleType, server: Server, options: dict[str, Any]
) -> None:
    login: dict[str, Any] = {"oauth_client_id": "me", "oauth_client_secret": "s3cr"}
    settings = {"timeout": LONG} | login
    for face in faces(package, "Credentials"):
        server.will(Answer(act=silent))
        with pytest.raises(package.APITimeoutError):
            face.run(
                lambda client: (
                    client.with_options(max_retries=0).by_client.retrieve(**options)
                    if "max_retries" not in options
                    else client.by_client.retrieve(**options)
                ),
                base_url=server.url,
                **settings,
            )
        assert [sent.target for sent in server.sent] == ["/oauth/token"]


def test_the_server_of_tokens_says_when_to_come_back(package: ModuleType, server: Server) -> None:
    login: dict[str, Any] = {"oauth_client_id": "me", "oauth_client_secret": "s3cr"}
    for face in faces(package, "Credentials"):
        server.will(json_answer({}, 429, Retry_After="3600"))
        with pytest.raises(package.APIConnectionError, match="no access token was received"):
            face.run(lambda client: client.by_client.retrieve(), base_url=server.url, **login)
        assert len(server.sent) == 1


# What is wrong with an option


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"max_retries": "3"}, "max_retries takes a whole number from 0 up, not '3'"),
        ({"max_retries": -1}, "max_retries takes a whole number from 0 up, not -1"),
        ({"max_retries": True}, "max_retries takes a whole number from 0 up, not True"),
        ({"max_retries": None}, "max_retries takes a whole number from 0 up, not None"),
        ({"deadline": 0}, "deadline takes seconds above 0, or None for no limit, not 0"),
        ({"deadline": "5"}, "deadline takes seconds above 0, or None for no limit, not '5'"),
        ({"deadline": float("nan")}, "deadline takes seconds above 0, or None for no limit"),
        ({"timeout": "5"}, "a timeout is in seconds from 0 up, or None for no limit, not '5'"),
        ({"retry_policy": 3}, "retry_policy takes a RetryPolicy, or None for the usual one, not 3"),
        ({"nope": 3}, "takes no argument called nope. Its options are"),
        ({"max_retrys": 3}, r"called max_retrys; did you mean max_retries\? Its options are"),
    ],
)
def test_a_wrong_option_is_reported(
    server: Server, run: Run, options: dict[str, Any], said: str
) -> None:
    server.will(OK)
    for kind in (telnyx.TelnyxError, TypeError, ValueError):
        with pytest.raises(kind, match=said):
            run(retrieve(**options))
        with pytest.raises(kind, match=said):
            run(lambda client: client.with_options(**options))
    if "nope" not in options and "max_retrys" not in options:
        with pytest.raises(OptionError, match=said):
            run(retrieve(), **options)
    assert server.sent == []


@pytest.mark.parametrize(
    "policy",
    [
        {"first_delay": -1},
        {"longest_delay": "8"},
        {"longest_asked": None},
        {"statuses": 429},
        {"methods": "GET"},
    ],
)
def test_a_wrong_policy_is_reported(policy: dict[str, Any]) -> None:
    with pytest.raises(OptionError, match=next(iter(policy))):
        RetryPolicy(**policy)


# TLS


@pytest.mark.parametrize(
    ("failure", "tries"),
    [
        (ssl.SSLCertVerificationError(1, "certificate verify failed"), 1),
        (ssl.SSLError(1, "[SSL] wrong version number"), 1),
        (ssl.SSLEOFError(8, "EOF occurred in violation of protocol"), 3),
        (ConnectionResetError("reset"), 3),
    ],
)
def test_a_failure_of_tls_is_not_tried_again(failure: OSError, tries: int) -> None:
    sent: list[Any] = []

    class Own:
        def send(self, request: Any, timeout: Any) -> Any:
            sent.append(request)
            raise failure

        def close(self) -> None: ...

    client = telnyx.Telnyx("KEY", transport=Own(), retry_policy=AT_ONCE)
    with pytest.raises(APIConnectionError) as caught:
        client.external_connections.retrieve(ID)
    assert caught.value.__cause__ is failure
    assert len(sent) == tries

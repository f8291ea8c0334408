"""What each credential looks like on the wire, which of them a call takes, and where none goes."""

from __future__ import annotations

import asyncio
import json
import logging
import pickle
from base64 import b64encode
from collections.abc import Callable, Iterator
from importlib import resources
from types import ModuleType
from typing import Any

import pytest

from .golden_client import Clients
from .server import Answer, Sent, Server, json_answer, serving

DONE = Answer(204)
GIVEN: dict[str, Any] = {
    "odd_query": "0DD",
    "api_key": "T0KEN",
    "key": "K3Y",
    "query_key": "Q k/",
    "session": "C00KIE",
    "username": "me",
    "password": "pass:word",
    "bot": "B0T",
    "openid": "1D",
    "oauth": "GRANTED",
}
AUTHORIZATION = {
    "by_token": "Bearer T0KEN",
    "by_login": "Basic " + b64encode(b"me:pass:word").decode(),
    "by_scheme": "Bot B0T",
    "by_identity": "Bearer 1D",
    "by_client": "Bearer GRANTED",
}


@pytest.fixture(scope="module")
def package(clients: Clients) -> ModuleType:
    return clients("credentials")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def call(package: ModuleType, server: Server) -> Callable[..., Sent]:
    """Calls an operation on both kinds of client, which have to send the same, and returns it."""

    def make(name: str, options: dict[str, Any] | None = None, **given: Any) -> Sent:
        async def run() -> None:
            async with package.AsyncCredentials(base_url=server.url, **given) as client:
                await getattr(client, name).retrieve(**(options or {}))

        server.will(DONE)
        with package.Credentials(base_url=server.url, **given) as client:
            getattr(client, name).retrieve(**(options or {}))
        asyncio.run(run())
        one, other = server.sent
        assert (one.target, one.headers) == (other.target, other.headers)
        return one

    return make


@pytest.mark.parametrize("name", AUTHORIZATION)
def test_what_goes_into_authorization(name: str, call: Callable[..., Sent]) -> None:
    sent = call(name, **GIVEN)
    assert sent.headers["authorization"] == AUTHORIZATION[name]
    assert "x-key" not in sent.headers
    assert (sent.target, sent.headers.get("cookie")) == (f"/{name}", None)


def test_the_name_of_a_key_in_the_query_is_encoded(call: Callable[..., Sent]) -> None:
    assert call("by_odd_query", **GIVEN).target == "/by_odd_query?auth%5Bkey%5D%2Fa%20b=0DD"


def test_what_no_request_can_carry_is_left_out_and_reported(
    call: Callable[..., Sent], package: ModuleType
) -> None:
    assert "authorization" not in call("by_odd_scheme", **GIVEN).headers
    assert call("by_odd_header", **GIVEN).headers["x-key"] == "K3Y"
    assert call("by_odd_scope", **GIVEN).headers["authorization"] == "Bearer GRANTED"
    rows = json.loads(resources.files(package).joinpath("coverage.json").read_text())["operations"]
    degraded = {row["call"].split(".")[0] for row in rows if row["status"] == "degraded"}
    assert degraded == {"by_odd_scheme", "by_odd_header", "by_odd_scope"}


def test_keys_in_header_query_and_cookie(call: Callable[..., Sent]) -> None:
    assert call("by_key", **GIVEN).headers["x-key"] == "K3Y"
    assert call("by_query", **GIVEN).target == "/by_query?key=Q%20k%2F"
    assert call("by_query", {"extra_query": {"a": 1}}, **GIVEN).target == (
        "/by_query?a=1&key=Q%20k%2F"
    )
    assert call("by_cookie", **GIVEN).headers["cookie"] == "SESSION=C00KIE"
    cookies = {"extra_headers": {"Cookie": "a=1"}}
    assert call("by_cookie", cookies, **GIVEN).headers["cookie"] == "a=1; SESSION=C00KIE"


@pytest.mark.parametrize("name", ["by_nothing", "by_certificate"])
def test_none_is_sent_where_none_is_wanted(name: str, call: Callable[..., Sent]) -> None:
    sent = call(name, **GIVEN)
    assert not {"authorization", "x-key", "cookie"} & sent.headers.keys()
    assert sent.target == f"/{name}"
    call(name)


def test_all_of_one_alternative_are_sent(call: Callable[..., Sent]) -> None:
    sent = call("by_both", **GIVEN)
    assert (sent.target, sent.headers["x-key"]) == ("/by_both?key=Q%20k%2F", "K3Y")
    assert sent.headers["cookie"] == "SESSION=C00KIE"
    assert "authorization" not in sent.headers


def test_the_first_alternative_that_can_be_met_is(call: Callable[..., Sent]) -> None:
    both, one = call("by_either", **GIVEN), call("by_either", api_key="T0KEN")
    assert (both.headers.get("x-key"), both.headers.get("authorization")) == ("K3Y", None)
    assert (one.headers.get("x-key"), one.headers.get("authorization")) == (None, "Bearer T0KEN")
    assert call("by_choice", key="K3Y").headers["x-key"] == "K3Y"
    assert "x-key" not in call("by_choice").headers


def test_what_is_missing_is_named_at_the_call(package: ModuleType, server: Server) -> None:
    server.will(DONE)
    with package.Credentials(key="K3Y", base_url=server.url) as client:
        with pytest.raises(package.CredentialsError) as caught:
            client.by_both.retrieve()
        assert str(caught.value) == (
            "GET /by_both needs a credential. No query_key was given: pass `query_key=...` or set"
            " the environment variable CREDENTIALS_QUERY_KEY. No session was given: pass"
            " `session=...` or set the environment variable CREDENTIALS_SESSION"
        )
        with pytest.raises(package.CredentialsError, match="No oauth_client_id was given"):
            client.by_client.retrieve()
    assert not server.sent


HALVES = [
    ({"username": "me"}, "No password was given: pass `password=...` or set .*PASSWORD"),
    ({"password": "pass"}, "No username was given"),
    ({"oauth_client_id": "me"}, "No oauth_client_secret was given"),
    ({"oauth_client_secret": "s"}, "No oauth_client_id was given"),
    ({"username": "me", "api_key": "T0KEN"}, "No password was given"),
]


@pytest.mark.parametrize(("given", "said"), HALVES)
def test_half_of_a_login_is_refused_at_construction(
    package: ModuleType, given: dict[str, str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in (package.Credentials, package.AsyncCredentials):
        with pytest.raises(package.CredentialsError, match=said):
            kind(**given)
    with pytest.raises(package.CredentialsError, match=said):
        package.Credentials(key="K3Y").with_options(**given)
    for name, text in given.items():
        monkeypatch.setenv(f"CREDENTIALS_{name.upper()}", text)
    if "api_key" not in given:
        with pytest.raises(package.CredentialsError, match=said):
            package.Credentials()
    # Half of one in the environment does not disturb a client that has another credential.
    package.Credentials(key="K3Y").close()


def test_a_login_may_be_whole_in_other_ways(
    call: Callable[..., Sent], monkeypatch: pytest.MonkeyPatch
) -> None:
    encoded = b64encode(b"me:").decode()
    assert (
        call("by_login", username="me", password="").headers["authorization"] == f"Basic {encoded}"
    )
    token = call("by_client", oauth="GRANTED", oauth_client_id="me")
    assert token.headers["authorization"] == "Bearer GRANTED"
    monkeypatch.setenv("CREDENTIALS_PASSWORD", "secret")
    encoded = b64encode(b"me:secret").decode()
    assert call("by_login", username="me").headers["authorization"] == f"Basic {encoded}"


def test_the_environment_stands_in(
    call: Callable[..., Sent], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CREDENTIALS_KEY", "FROM_ENV")
    assert call("by_key").headers["x-key"] == "FROM_ENV"
    assert call("by_key", key="GIVEN").headers["x-key"] == "GIVEN"


def test_a_function_is_asked_at_each_call(package: ModuleType, server: Server) -> None:
    tokens = iter(["ONE", "TWO", "THREE", "FOUR"])

    async def later() -> str:
        await asyncio.sleep(0)
        return next(tokens)

    async def run() -> None:
        async with package.AsyncCredentials(later, base_url=server.url) as client:
            await client.by_token.retrieve()
            await client.by_token.retrieve()

    server.will(DONE)
    with package.Credentials(lambda: next(tokens), base_url=server.url) as client:
        client.by_token.retrieve()
        client.by_token.retrieve()
    asyncio.run(run())
    sent = [each.headers["authorization"] for each in server.sent]
    assert sent == ["Bearer ONE", "Bearer TWO", "Bearer THREE", "Bearer FOUR"]
    client = package.Credentials(later, base_url=server.url)
    with client, pytest.raises(package.CredentialsError, match="api_key is asynchronous"):
        client.by_token.retrieve()


def test_a_refused_token_is_asked_for_again_once(package: ModuleType, server: Server) -> None:
    tokens = iter(["OLD", "NEW", "NEWER"])
    server.will(Answer(401), DONE)
    with package.Credentials(lambda: next(tokens), base_url=server.url) as client:
        client.by_token.retrieve()
        assert [each.headers["authorization"] for each in server.sent] == [
            "Bearer OLD",
            "Bearer NEW",
        ]
    server.will(Answer(401))
    client = package.Credentials("STATIC", base_url=server.url)
    with client, pytest.raises(package.AuthenticationError):
        client.by_token.retrieve()
    assert len(server.sent) == 1


def test_what_the_user_sends_otherwise_stays(call: Callable[..., Sent]) -> None:
    own = {"extra_headers": {"X-Key": "MINE"}}
    assert call("by_key", own).headers["x-key"] == "MINE"
    assert call("by_key", own, key="K3Y").headers["x-key"] == "MINE"
    assert call("by_query", {"extra_query": {"key": "MINE"}}).target == "/by_query?key=MINE"


def test_options_change_credentials(package: ModuleType, server: Server) -> None:
    server.will(DONE)
    with package.Credentials("T0KEN", key="K3Y", base_url=server.url) as client:
        other = client.with_options(api_key="OTHER", key="ANOTHER")
        other.by_token.retrieve()
        other.by_key.retrieve()
        client.by_key.retrieve()
    one, two, three = server.sent
    assert one.headers["authorization"] == "Bearer OTHER"
    assert (two.headers["x-key"], three.headers["x-key"]) == ("ANOTHER", "K3Y")


SECRETS = ("T0KEN", "K3Y", "Q%20k", "Q k/", "C00KIE", "pass:word", AUTHORIZATION["by_login"][6:])


@pytest.mark.parametrize("name", ["by_token", "by_both", "by_login", "by_query", "by_cookie"])
def test_no_error_log_repr_or_pickle_holds_a_credential(
    name: str, package: ModuleType, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "credentials")
    server.will(json_answer({}, 404))
    errors: list[Any] = []
    for url in (server.url, "http://127.0.0.1:9"):
        client = package.Credentials(base_url=url, max_retries=0, **GIVEN)
        with pytest.raises(package.APIError) as caught:
            getattr(client, name).retrieve()
        errors.append(caught)
        client.close()
    for caught in errors:
        error = caught.value
        shown = f"{error!r}{error}{error.request!r}{error.request.headers!r}{vars(client)!r}"
        shown += "".join(repr(entry.frame.f_locals) for entry in caught.traceback[1:])
        shown += caplog.text + repr(pickle.dumps(error))
        assert not [secret for secret in SECRETS if secret in shown]


def test_no_credential_follows_a_redirect_to_another_origin(
    package: ModuleType, server: Server
) -> None:
    with serving() as other:
        other.will(DONE)
        server.will(Answer(307, b"", {"Location": f"{other.url}/by_both"}))
        client = package.Credentials(base_url=server.url, **GIVEN)
        with client, pytest.raises(package.APIStatusError, match="another origin"):
            client.by_both.retrieve()
        assert not other.sent

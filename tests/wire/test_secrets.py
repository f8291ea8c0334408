"""What no error, log, pickle or traceback of a client shows, whatever the server does."""

from __future__ import annotations

import logging
import pickle
from collections.abc import Iterator
from pathlib import Path
from traceback import TracebackException, walk_tb
from types import ModuleType, TracebackType

import pytest
import telnyx_external_connections as telnyx
from rich.pretty import pretty_repr

from .golden_client import Clients
from .senders import ITEM, KEY, SENDERS, Sender, page, walk
from .server import Answer, Exchange, Server, serving

SECRETS = (KEY, "S3CRET-QUERY", "S3CRET-COOKIE")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(params=SENDERS)
def sender(request: pytest.FixtureRequest, server: Server) -> Sender:
    return Sender(request.param, server)


@pytest.fixture(params=["httpx2", "httpx2 async"])
def client(request: pytest.FixtureRequest, server: Server) -> Sender:
    """Both kinds of client, where the transport makes no difference."""
    return Sender(request.param, server)


@pytest.fixture(scope="module")
def pages(clients: Clients) -> ModuleType:
    return clients("pages")


def reported(error: BaseException | None) -> Iterator[str]:
    """All that a log which keeps the variables of tracebacks shows of an error."""
    while error is not None:
        yield f"{error} {error!r}"
        trace = after = error.__traceback__
        while after is not None:
            here = Path(after.tb_frame.f_code.co_filename).parent
            after = after.tb_next
            if here == Path(__file__).parent:
                trace = after  # the test's own frames have the secrets
        for frame, _ in walk_tb(trace):
            yield repr(frame.f_locals)
        yield from _reported_by_libraries(error, trace)
        hidden = None if error.__suppress_context__ else error.__context__
        error = error.__cause__ or hidden


def _reported_by_libraries(error: BaseException, trace: TracebackType | None) -> Iterator[str]:
    """Each looks into variables in its own way; rich into containers, whatever their `repr`."""
    yield from TracebackException(type(error), error, trace, capture_locals=True).format()
    for frame, _ in walk_tb(trace):
        yield pretty_repr(frame.f_locals, max_width=10_000)


def test_rich_would_show_a_secret() -> None:
    def fail(headers: dict[str, str]) -> None:
        raise ValueError

    with pytest.raises(ValueError, match=r"^$") as caught:
        fail({"X-Key": KEY})
    shown = "".join(_reported_by_libraries(caught.value, caught.value.__traceback__))
    assert shown.count(KEY) == 2


def raw(text: str) -> Answer:
    def act(exchange: Exchange) -> None:
        exchange.close_connection = True
        exchange.wfile.write(text.encode())

    return Answer(act=act)


@pytest.mark.parametrize(
    "answer",
    [
        Answer(404, b"{}", {"Set-Cookie": f"session={SECRETS[2]}"}),
        Answer(200, b'{"broken', {**ITEM.headers, "Set-Cookie": f"session={SECRETS[2]}"}),
        Answer(307, b"", {"Location": "//evil.example/x"}),
        Answer(200, b"no gzip", {**ITEM.headers, "Content-Encoding": "gzip"}),
        raw("nonsense\r\n\r\n"),
        raw("HTTP/1.1 200 OK\r\nX: " + "a" * 300_000),
        raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"),
        raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
        raw(""),
    ],
    ids=["404", "body", "redirect", "gzip", "status line", "headers", "cut", "chunk", "nothing"],
)
def test_no_failure_shows_a_secret(
    sender: Sender, server: Server, answer: Answer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "telnyx_external_connections")
    server.will(answer)
    with pytest.raises(telnyx.APIError) as caught:
        sender.retrieve(default_query={"key": SECRETS[1]})
    shown = "".join(reported(caught.value)) + caplog.text
    assert not [secret for secret in SECRETS if secret in shown]
    dumped = pickle.dumps(caught.value)
    assert SECRETS[0].encode() not in dumped
    assert SECRETS[2].encode() not in dumped
    assert str(pickle.loads(dumped)) == str(caught.value)


def test_a_key_that_the_server_repeats_is_not_logged(
    client: Sender, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "telnyx_external_connections")
    link = "</x?key=S3CRET-QUERY>; rel=next"
    server.will(
        Answer(307, b"", {"Location": "/x?key=S3CRET-QUERY"}),
        Answer(404, b"{}", {"Link": link, "Content-Location": "/x?key=S3CRET-QUERY"}),
    )
    with pytest.raises(telnyx.NotFoundError) as caught:
        client.retrieve()
    assert len(server.sent) == 2
    assert "S3CRET" not in caplog.text + repr(caught.value.response.headers)
    assert caught.value.response.headers["link"] == link


def test_no_connection_shows_a_secret(sender: Sender, server: Server) -> None:
    with pytest.raises(telnyx.APIConnectionError) as caught:
        sender.retrieve(base_url="http://127.0.0.1:9", default_query={"key": SECRETS[1]})
    shown = "".join(reported(caught.value))
    assert not [secret for secret in SECRETS if secret in shown]


def test_no_client_can_be_pickled_with_its_secret() -> None:
    for kind in (telnyx.Telnyx, telnyx.AsyncTelnyx):
        client = kind(SECRETS[0])
        with pytest.raises((TypeError, pickle.PicklingError)):
            pickle.dumps(client)
        assert SECRETS[0] not in repr(client) + repr(vars(client))


def test_what_a_page_names_is_reported_without_its_query(
    client: Sender, server: Server, pages: ModuleType
) -> None:
    for url in ("//evil.example/x?key=S3CRET-QUERY", "/api/articles?key=S3CRET-QUERY"):
        server.will(page("articles", url))
        with pytest.raises(pages.PagesError) as caught:
            walk(client, pages, "articles")
        assert "S3CRET" not in str(caught.value)

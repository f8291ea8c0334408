"""A loopback HTTP server that keeps each request as it arrived and answers as the test says."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Handler = Callable[["Exchange"], None]


@dataclass(frozen=True)
class Sent:
    """A request as the server saw it."""

    method: str
    target: str
    """Path and query, byte for byte."""
    headers: Mapping[str, str]
    """By lower-case name."""
    body: bytes


@dataclass(frozen=True)
class Answer:
    """What the server says to one request. `act` does something else with the connection."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    act: Handler | None = None


class Exchange(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Else a body, sent after its head, waits 40 ms for the acknowledgement that the client delays.
    disable_nagle_algorithm = True
    server: Server  # pyright: ignore[reportIncompatibleVariableOverride]

    def setup(self) -> None:
        super().setup()
        self.server.accepted += 1
        self.server.open.add(self.client_address)

    def finish(self) -> None:
        try:
            super().finish()
        finally:
            self.server.open.discard(self.client_address)

    def handle_one(self) -> None:
        if self.headers.get("transfer-encoding") == "chunked":
            body = b"".join(self.chunks())
        else:
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        answer = self.server.take(Sent(self.command, self.path, headers, body))
        if answer.act is not None:
            answer.act(self)
        else:
            self.answer(answer)

    def chunks(self) -> Iterator[bytes]:
        """The chunks of a body whose length was not known (RFC 9112, section 7.1)."""
        while size := int(self.rfile.readline(), 16):
            yield self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()

    def answer(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.status != 204:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = handle_one
    do_HEAD = do_OPTIONS = do_TRACE = do_QUERY = do_COPY = handle_one

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Exchange)
        self.sent: list[Sent] = []
        self.accepted = 0
        """How many connections there were."""
        self.open: set[object] = set()
        """The addresses of the connections that the client has not closed."""
        self.answers: list[Answer] = []
        """What is answered next; the last answer is repeated."""
        self._lock = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def take(self, sent: Sent) -> Answer:
        with self._lock:
            self.sent.append(sent)
            return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    def will(self, *answers: Answer) -> None:
        """Forget what was sent, and answer so from now on."""
        self.sent, self.answers = [], list(answers)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is part of the tests."""


def echo(exchange: Exchange) -> None:
    """Answer with the last segment of the path as the id."""
    last = exchange.path.partition("?")[0].rpartition("/")[2]
    exchange.answer(json_answer({"data": {"id": last}}))


def until(is_so: Callable[[], bool]) -> None:
    """Wait for what another thread or process brings about. Raises `TimeoutError` in the end."""
    for _ in range(6_000):
        if is_so():
            return
        time.sleep(0.005)
    raise TimeoutError


def json_answer(value: object, status: int = 200, **headers: str) -> Answer:
    body = json.dumps(value).encode()
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return Answer(status, body, {"Content-Type": "application/json", **named})


@contextmanager
def serving() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

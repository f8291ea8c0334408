"""Fetching what other hosts have, from a real TLS server on the loopback address."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

import pytest

from clientsmith.document.fetch import MOST_REDIRECTS, addresses_of, fetch, is_public
from clientsmith.document.remote import Fetch, Fetched, FetchError

HOSTS = ("schemas.test", "other.test")
URL = "https://schemas.test/common.yaml"
CONTENT = b"Pet: {type: string}\n"
MOST_BYTES = 100_000

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="makes the certificate")

Say = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    server: Host

    def do_GET(self) -> None:
        self.server.asked.append(f"{self.headers['Host']}{self.path}")
        self.server.sent.append({name.lower(): text for name, text in self.headers.items()})
        self.server.say(self)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Host(ThreadingHTTPServer):
    """Answers every request by `say`."""

    daemon_threads = True
    # One that gives up on us leaves its thread behind.
    block_on_close = False

    def __init__(self, context: ssl.SSLContext) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.context = context
        self.greeted: list[str | None] = []
        context.sni_callback = lambda _, name, __: self.greeted.append(name)
        self.start_over()

    def start_over(self) -> None:
        self.say: Say = answer()
        self.asked: list[str] = []
        self.sent: list[dict[str, str]] = []
        self.connections = 0
        self.greeted.clear()

    def get_request(self) -> tuple[socket.socket, object]:
        plain, address = super().get_request()
        self.connections += 1
        return plain, address

    def finish_request(self, request: object, client_address: object) -> None:
        assert isinstance(request, socket.socket)
        try:
            secure = self.context.wrap_socket(request, server_side=True)
        except OSError:
            return
        try:
            Handler(secure, client_address, self)  # pyright: ignore[reportArgumentType]
            secure.unwrap()
        except OSError:
            pass
        finally:
            secure.close()


def answer(
    status: int = 200, body: bytes = CONTENT, length: int | None = None, **headers: str
) -> Say:
    def say(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body) if length is None else length))
        handler.end_headers()
        handler.wfile.write(body)

    return say


def redirects(*locations: str) -> Say:
    """One after the other, then the content."""
    left = list(locations)

    def say(handler: Handler) -> None:
        (answer(302, b"", Location=left.pop(0)) if left else answer())(handler)

    return say


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("certificate")
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    request = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    request += ["-nodes", "-keyout", str(key), "-out", str(certificate), "-days", "2"]
    names = ",".join(f"DNS:{host}" for host in HOSTS)
    request += ["-subj", "/CN=schemas.test", "-addext", f"subjectAltName={names}"]
    subprocess.run(request, check=True, capture_output=True)
    return certificate, key


@pytest.fixture(scope="module")
def running(certificate: tuple[Path, Path]) -> Iterator[Host]:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*certificate)
    with Host(context) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        yield host
        host.shutdown()


@pytest.fixture
def host(running: Host) -> Host:
    running.start_over()
    return running


@pytest.fixture
def get(host: Host, certificate: tuple[Path, Path]) -> Callable[..., Fetched]:
    """Fetches from the host, whatever its name; only the loopback address is allowed."""
    trusting = ssl.create_default_context(cafile=str(certificate[0]))

    def resolve(_: str) -> Sequence[tuple[str, int]]:
        return [("127.0.0.1", host.server_port)]

    return partial(
        fetch,
        URL,
        HOSTS,
        most_bytes=MOST_BYTES,
        seconds=20,
        resolve=resolve,
        policy=lambda address: address.is_loopback,
        context=trusting,
    )


def failure(make: Callable[[], object]) -> FetchError:
    with pytest.raises(FetchError) as caught:
        make()
    return caught.value


def test_what_a_url_has(host: Host, get: Callable[..., Fetched]) -> None:
    assert get() == Fetched(URL, CONTENT)
    assert host.asked == ["schemas.test/common.yaml"]
    assert host.greeted == ["schemas.test"]


def test_nothing_of_the_environment_is_sent(
    host: Host, get: Callable[..., Fetched], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".netrc").write_text("machine schemas.test login me password secret\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    host.say = redirects("/again")
    assert get().content == CONTENT
    wanted = {"host", "accept", "accept-encoding", "connection", "user-agent"}
    assert [set(sent) for sent in host.sent] == [wanted, wanted]


def test_no_cookie_comes_back(host: Host, get: Callable[..., Fetched]) -> None:
    def say(handler: Handler) -> None:
        is_first = len(host.asked) == 1
        headers = {"Location": "/x", "Set_Cookie": "a=b; Path=/"} if is_first else {}
        answer(302 if is_first else 200, **headers)(handler)

    host.say = say
    get()
    assert [sent.get("cookie") for sent in host.sent] == [None, None]


# Addresses


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.8.8.8",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::8.8.8.8",  # compatible with IPv4
        "::ffff:10.0.0.1",  # mapped
        "::ffff:8.8.8.8",
        "::ffff:0:8.8.8.8",  # translated
        "64:ff9b::8.8.8.8",  # NAT64
        "64:ff9b::10.0.0.1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",  # Teredo
        "2001:0:53aa:64c::1",
        "2001:10::1",
        "2001:20::1",
        "2001:db8::1",
        "2002:a00:1::1",  # 6to4 of 10.0.0.1
        "2002:808:808::1",
        "2a00:1450::5efe:a00:1",  # ISATAP
        "2a00:1450::200:5efe:808:808",
        "3fff::1",
        "4000::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "ff0e::1",
    ],
)
def test_an_address_that_is_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "185.199.108.133", "2606:4700::1111", "2a00::1"])
def test_an_address_that_is_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "others", [[], [("8.8.8.8", 443)], [("2606:4700::1111", 443), ("::ffff:8.8.8.8", 443)]]
)
def test_a_host_with_a_private_address_is_not_asked(
    host: Host, get: Callable[..., Fetched], others: list[tuple[str, int]]
) -> None:
    addresses = [*others, ("127.0.0.1", host.server_port)]
    reported = failure(lambda: get(resolve=lambda _: addresses, policy=is_public))
    assert "is not on the public internet" in reported.message
    assert host.connections == 0


def test_a_name_that_resolves_otherwise_a_moment_later_gains_nothing(
    host: Host, get: Callable[..., Fetched]
) -> None:
    """DNS rebinding: the address that was looked at is the one that is connected to."""
    answers = [[("127.0.0.1", host.server_port)]]

    assert get(resolve=lambda _: answers.pop()).content == CONTENT
    assert answers == []
    assert host.asked == ["schemas.test/common.yaml"]
    assert host.greeted == ["schemas.test"]


def test_each_redirect_is_resolved_and_looked_at_again(
    host: Host, get: Callable[..., Fetched]
) -> None:
    asked: list[str] = []

    def resolve(name: str) -> list[tuple[str, int]]:
        asked.append(name)
        return [("127.0.0.1" if name == "schemas.test" else "10.0.0.1", host.server_port)]

    host.say = redirects("/a", "https://other.test/b")
    reported = failure(lambda: get(resolve=resolve))
    assert reported.message.startswith("'https://other.test' is not contacted: its address 10")
    assert asked == ["schemas.test", "schemas.test", "other.test"]
    assert host.asked == ["schemas.test/common.yaml", "schemas.test/a"]


def test_the_system_is_asked_for_the_port_of_https(monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(port == 443 for _, port in addresses_of("localhost"))


def test_by_itself_no_loopback_address_is_asked(host: Host) -> None:
    reported = failure(lambda: fetch("https://localhost/x", ["localhost"], MOST_BYTES, 20))
    assert "is not on the public internet" in reported.message
    assert host.connections == 0


# Redirects


def test_redirects_lead_to_allowed_hosts(host: Host, get: Callable[..., Fetched]) -> None:
    host.say = redirects("v2/x.yaml?y=z#f", "//other.test/a", "https://schemas.test/b")
    assert get() == Fetched("https://schemas.test/b", CONTENT)
    assert host.asked == [
        "schemas.test/common.yaml",
        "schemas.test/v2/x.yaml?y=z",
        "other.test/a",
        "schemas.test/b",
    ]
    assert host.greeted == ["schemas.test", "schemas.test", "other.test", "schemas.test"]


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("http://schemas.test/x", "is not an https URL"),
        ("https://evil.test/x", "is on a host that is not allowed"),
        ("https://me:secret@schemas.test/x", "contains credentials"),
        ("https://schemas.test:8443/x", "has a port other than 443"),
        ("https://127.0.0.1/x", "is on a host that is not allowed"),
        ("https://[::1]/x", "has characters that a URL must not have"),
        ("https://schemas.test\\@evil.test/", "has characters that a URL must not have"),
        ("file:///etc/passwd", "is not an https URL"),
        ("data:text/plain,x", "is not an https URL"),
        ("ftp://schemas.test/x", "is not an https URL"),
        ("/" + "x" * 3_000, "is longer than 2,000 characters"),
    ],
)
def test_a_redirect_elsewhere_is_not_followed(
    host: Host, get: Callable[..., Fetched], location: str, why: str
) -> None:
    host.say = redirects(location)
    reported = failure(get)
    assert f"', which {why}" in reported.message
    assert len(reported.message) < 500
    assert host.connections == 1


def test_redirects_come_to_an_end(host: Host, get: Callable[..., Fetched]) -> None:
    host.say = redirects(*["/x"] * 100)
    assert f"more than {MOST_REDIRECTS} redirects" in failure(get).message
    assert host.connections == MOST_REDIRECTS + 1


# Bytes


def chunks(body: bytes, **headers: str) -> Say:
    """In an answer that does not tell its length before."""

    def say(handler: Handler) -> None:
        handler.protocol_version = "HTTP/1.1"
        handler.send_response(200)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for start in range(0, len(body), 1_000):
            piece = body[start : start + 1_000]
            handler.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        handler.wfile.write(b"0\r\n\r\n")

    return say


def to_the_end(body: bytes) -> Say:
    """In an answer that ends with the connection."""

    def say(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(body)

    return say


@pytest.mark.parametrize("form", [answer, chunks, to_the_end])
def test_an_answer_has_an_end(
    host: Host, get: Callable[..., Fetched], form: Callable[..., Say]
) -> None:
    body = b"x" * MOST_BYTES
    host.say = form(body=body)
    assert get().content == body
    host.say = form(body=body + b"x")
    assert failure(get).limit == "bytes"


def test_a_compressed_answer_is_unpacked_within_its_limit(
    host: Host, get: Callable[..., Fetched]
) -> None:
    host.say = answer(body=gzip.compress(CONTENT), Content_Encoding="gzip")
    assert get().content == CONTENT
    packed = b"".join(_zeros(50 * 1024 * 1024))
    host.say = answer(body=packed, Content_Encoding="gzip")
    tracemalloc.start()
    try:
        reported = failure(lambda: get()) if len(packed) < MOST_BYTES else None
        host.say = chunks(packed, Content_Encoding="gzip")
        reported = reported or failure(get)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert reported.limit == "bytes"
    assert peak < 5 * 1024 * 1024


def _zeros(size: int) -> Iterator[bytes]:
    packer = zlib.compressobj(9, wbits=31)
    for _ in range(size // 1_000_000):
        yield packer.compress(bytes(1_000_000))
    yield packer.flush()


def test_a_compressed_answer_of_nothing_has_an_end_too(
    host: Host, get: Callable[..., Fetched]
) -> None:
    empty_blocks = b"\0\0\0\xff\xff" * MOST_BYTES
    host.say = answer(body=gzip.compress(b"")[:10] + empty_blocks, Content_Encoding="gzip")
    assert failure(get).limit == "bytes"


@pytest.mark.parametrize("coding", ["br", "deflate", "zstd", "gzip, gzip", "x", "identity, gzip"])
def test_no_coding_is_read_that_was_not_asked_for(
    host: Host, get: Callable[..., Fetched], coding: str
) -> None:
    host.say = answer(body=gzip.compress(CONTENT), Content_Encoding=coding)
    assert f"its Content-Encoding '{coding}' is not supported" in failure(get).message


@pytest.mark.parametrize(
    ("say", "reported"),
    [
        (answer(body=CONTENT, length=1_000), "the response is damaged or incomplete"),
        (
            answer(body=gzip.compress(CONTENT)[:-1], Content_Encoding="gzip"),
            "damaged or incomplete",
        ),
        (answer(body=gzip.compress(b"") * 2, Content_Encoding="gzip"), "damaged or incomplete"),
        (answer(body=CONTENT, Content_Encoding="gzip"), "incorrect header check"),
        (answer(404, b"no"), "the status of the response is 404"),
        (answer(204, b""), "the status of the response is 204"),
        (answer(206, b"x"), "the status of the response is 206"),
        (answer(500, b"no"), "the status of the response is 500"),
        (lambda handler: handler.wfile.write(b"nonsense\r\n\r\n"), "nonsense"),
        (lambda handler: handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"x" * 70_000), "header"),
        (lambda handler: handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 500), "header"),
        (lambda handler: None, "closed"),
    ],
)
def test_an_answer_that_is_none(
    host: Host, get: Callable[..., Fetched], say: Say, reported: str
) -> None:
    host.say = say
    problem = failure(get)
    assert problem.message.startswith(f"'{URL}' cannot be fetched: ")
    assert reported in problem.message
    assert len(problem.message) < 500


def test_an_answer_without_a_length_that_is_cut_off(
    host: Host, get: Callable[..., Fetched]
) -> None:
    def say(handler: Handler) -> None:
        to_the_end(CONTENT)(handler)
        handler.wfile.flush()
        # Without the last word of TLS: nothing tells this end from an attacker's.
        handler.connection.shutdown(socket.SHUT_RDWR)

    host.say = say
    assert "cannot be fetched" in failure(get).message


# Time


def _drip(handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"x")
        time.sleep(0.05)


def _drip_headers(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        handler.wfile.write(b"x")
        time.sleep(0.05)


def _say_nothing(handler: Handler) -> None:
    handler.connection.recv(1)  # until the other end is gone


@pytest.mark.parametrize("say", [_drip, _drip_headers, _say_nothing])
def test_no_server_takes_more_time_than_there_is(
    host: Host, get: Callable[..., Fetched], say: Say
) -> None:
    host.say = say
    assert failure(lambda: get(seconds=0.2)).limit == "fetch_seconds"


def test_no_handshake_takes_more_time(host: Host, get: Callable[..., Fetched]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = silent.getsockname()
        slow = failure(lambda: get(seconds=0.2, resolve=lambda _: [address]))
    assert slow.limit == "fetch_seconds"


def test_no_resolver_takes_more_time(host: Host, get: Callable[..., Fetched]) -> None:
    over = threading.Event()

    def resolve(_: str) -> list[tuple[str, int]]:
        over.wait()
        return [("127.0.0.1", host.server_port)]

    try:
        assert failure(lambda: get(seconds=0.2, resolve=resolve)).limit == "fetch_seconds"
    finally:
        over.set()


# Certificates


def test_a_certificate_has_to_be_of_the_host_and_trusted(
    host: Host, get: Callable[..., Fetched]
) -> None:
    strange = partial(get, context=ssl.create_default_context())
    assert "the certificate of its host is not valid: self" in failure(strange).message
    host.say = redirects("https://third.test/x")
    reported = failure(lambda: fetch_third(get))
    assert "the certificate of its host is not valid: Hostname mismatch" in reported.message
    assert host.asked == []


def fetch_third(get: Callable[..., Fetched]) -> Fetched:
    assert isinstance(get, partial)
    return fetch("https://third.test/", ["third.test"], **get.keywords)


def test_a_port_where_nobody_listens(get: Callable[..., Fetched]) -> None:
    reported = failure(lambda: get(resolve=lambda _: [("127.0.0.1", 1)]))
    assert reported.message == f"'{URL}' cannot be fetched: Connection refused"
    reported = failure(lambda: get(resolve=lambda _: []))
    assert reported.message == f"'{URL}' cannot be fetched: 'schemas.test' has no address"


def test_it_is_what_the_reader_takes() -> None:
    taken: Fetch = fetch
    assert taken is fetch

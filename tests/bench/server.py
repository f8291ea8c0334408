"""A small HTTP server in a process of its own, which takes much less time than its clients."""

from __future__ import annotations

import asyncio
import gc
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .figures import ROOT


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server answers, without and with TLS."""

    plain: str
    secure: str


class Answering(asyncio.Protocol):
    """An answer to each request of a connection: one for each method, always the same."""

    def __init__(self, answers: dict[bytes, bytes]) -> None:
        self._answers, self._rest = answers, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._rest += data
        while (end := self._rest.find(b"\r\n\r\n")) >= 0:
            head = self._rest[:end].lower()
            _, found, length = head.partition(b"\r\ncontent-length:")
            whole = end + 4 + (int(length.partition(b"\r\n")[0]) if found else 0)
            if len(self._rest) < whole:
                return
            answer = self._answers[self._rest[: self._rest.index(b" ")]]
            self._rest = self._rest[whole:]
            self._transport.write(answer)  # pyright: ignore


def answer(body: bytes) -> bytes:
    """The bytes of an answer of JSON."""
    head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n"
    return head.format(len(body)).encode() + body


def made_certificate(folder: Path) -> Path:
    """Make a certificate for 127.0.0.1 that signs itself; return the file of it and its key."""
    path = folder / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    command += ["-nodes", "-keyout", str(folder / "key.pem"), "-out", str(path), "-days", "2"]
    command += ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"]
    # rustls refuses an authority's own certificate as that of a server.
    command += ["-addext", "basicConstraints=critical,CA:FALSE"]
    subprocess.run(command, check=True, capture_output=True)
    path.write_text(path.read_text("utf-8") + (folder / "key.pem").read_text("utf-8"), "utf-8")
    return path


@contextmanager
def serving(folder: Path) -> Iterator[Address]:
    """Serve `GET.json` and `POST.json` of a folder, with the certificate in it."""
    command = [sys.executable, "-m", "tests.bench.server", str(folder)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    plain, secure = process.stdout.readline().split()
    try:
        yield Address(f"http://127.0.0.1:{plain}", f"https://127.0.0.1:{secure}")
    finally:
        process.kill()
        process.wait()


async def _serve(folder: Path) -> None:
    answers = {path.stem.encode(): answer(path.read_bytes()) for path in folder.glob("*.json")}
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(folder / "certificate.pem")
    loop = asyncio.get_running_loop()
    ports: list[int] = []
    for secured in (None, context):
        made = await loop.create_server(
            lambda: Answering(answers), "127.0.0.1", 0, ssl=secured, backlog=1024
        )
        ports.append(made.sockets[0].getsockname()[1])
    print(*ports, flush=True)
    gc.freeze()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_serve(Path(sys.argv[1])))

"""A loopback server that says what it was sent."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Server:
    """A loopback server that keeps each request's bytes and answers with the next of `answers`."""

    url: str = ""
    requests: list[bytes] = field(default_factory=list)
    answers: list[bytes | Callable[[socket.socket], None]] = field(default_factory=list)
    connections: int = 0

    @property
    def target(self) -> str:
        """The request target of the last request, as it stood on the wire."""
        return self.requests[-1].split(b" ")[1].decode()

    @property
    def body(self) -> bytes:
        return self.requests[-1].partition(b"\r\n\r\n")[2]

    def header(self, name: str, at: int = -1) -> str | None:
        for line in self.requests[at].partition(b"\r\n\r\n")[0].split(b"\r\n")[1:]:
            key, _, value = line.partition(b":")
            if key.decode().lower() == name.lower():
                return value.strip().decode("latin-1")
        return None

    def returns(
        self, body: bytes = b"{}", status: int = 200, headers: dict[str, str] | None = None
    ) -> None:
        fields = {"Content-Type": "application/json", "Content-Length": str(len(body))}
        lines = [f"{name}: {value}" for name, value in (fields | (headers or {})).items() if value]
        head = "\r\n".join([f"HTTP/1.1 {status} X", *lines]) + "\r\n\r\n"
        self.answers.append(head.encode("latin-1") + body)

    def serve(self, connection: socket.socket) -> None:
        self.connections += 1
        with connection:
            while (request := self._read(connection)) is not None:
                self.requests.append(request)
                answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
                try:
                    if not isinstance(answer, bytes):
                        answer(connection)
                        return
                    connection.sendall(answer)
                except OSError:
                    return

    def _read(self, connection: socket.socket) -> bytes | None:
        data = b""
        while b"\r\n\r\n" not in data:
            try:
                piece = connection.recv(65536)
            except OSError:
                return None
            if not piece:
                return None
            data += piece
        head, _, body = data.partition(b"\r\n\r\n")
        length = 0
        for line in head.split(b"\r\n"):
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        while len(body) < length:
            body += connection.recv(65536)
        return head + b"\r\n\r\n" + body


def pause(seconds: float) -> None:
    """A sleep that `naps` does not take away."""
    threading.Event().wait(seconds)

"""Puts `templates/` on the path, so that the runtime is the package `runtime`, and a server."""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path[:0] = [str(Path(__file__).parents[3] / "templates"), str(Path(__file__).parent)]

from runtime_server import Server  # noqa: E402


@pytest.fixture
def server() -> Iterator[Server]:
    listener = socket.create_server(("127.0.0.1", 0))
    fake = Server(url=f"http://127.0.0.1:{listener.getsockname()[1]}/v2")

    def accept() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=fake.serve, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    yield fake
    listener.close()


@pytest.fixture
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The delays before retries, none of which is slept."""
    slept: list[float] = []

    async def nap(seconds: float) -> None:
        slept.append(seconds)

    from runtime import exchange

    monkeypatch.setattr(exchange.time, "sleep", slept.append)
    monkeypatch.setattr(exchange.asyncio, "sleep", nap)
    return slept


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "TELNYX_API_KEY", "TELNYX_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture(autouse=True)
def closed_clients() -> Iterator[None]:
    from runtime_api import OPENED

    yield
    while OPENED:
        OPENED.pop().close()

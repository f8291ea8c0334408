"""What tests over a connection share."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import certifi
import pytest


@pytest.fixture(autouse=True, scope="package")
def one_authority(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Have each transport load one certificate authority: all of them take 50 ms of CPU time."""
    known = Path(certifi.where()).read_text("utf-8")
    first, end, _ = known.partition("-----END CERTIFICATE-----\n")
    path = tmp_path_factory.mktemp("authorities") / "one.pem"
    path.write_text(first + end, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(path))
        yield


@pytest.fixture
def naps(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Record the seconds that are asked to be slept; none is."""
    slept: list[float] = []
    wait = threading.Event.wait

    async def nap(seconds: float) -> None:
        slept.append(seconds)

    def wait_in_streams(self: threading.Event, timeout: float | None = None) -> bool:
        # A stream waits so before it connects again; the threads of the server wait otherwise.
        if sys._getframe(1).f_globals["__name__"].endswith("._runtime.streams"):
            slept.append(timeout or 0)
            return False
        return wait(self, timeout)

    monkeypatch.setattr("time.sleep", slept.append)
    monkeypatch.setattr("asyncio.sleep", nap)
    monkeypatch.setattr("threading.Event.wait", wait_in_streams)
    return slept

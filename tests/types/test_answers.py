"""What type checkers make of calls whose answers are unions, files and streams."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.wire.golden_client import Clients

CALLS = """
from typing import assert_type

from answers import (
    Answers,
    AsyncAnswers,
    AsyncDownloadResponse,
    AsyncEventStream,
    AsyncStream,
    Download,
    DownloadResponse,
    EventStream,
    Stream,
    models,
)


def synchronous(client: Answers) -> None:
    assert_type(client.jobs.create(), models.Job | models.Ticket | None)
    assert_type(client.jobs.archive.retrieve("1"), Download)
    assert_type(client.jobs.export(), Stream[models.Job])
    assert_type(client.answers.create(), models.Whole | EventStream[models.Part])
    with client.jobs.archive.with_streaming_response.retrieve("1") as response:
        assert_type(response, DownloadResponse[Download])
    with client.events.retrieve() as stream:
        for data in stream:
            assert_type(data, str | models.Job)
        for event in stream.events():
            assert_type(event.data, str | models.Job)


async def asynchronous(client: AsyncAnswers) -> None:
    assert_type(await client.jobs.create(), models.Job | models.Ticket | None)
    assert_type(await client.jobs.export(), AsyncStream[models.Job])
    answer = await client.answers.create()
    if isinstance(answer, AsyncEventStream):
        assert_type(answer, AsyncEventStream[models.Part])
    else:
        assert_type(answer, models.Whole)
    async with client.jobs.archive.with_streaming_response.retrieve("1") as response:
        assert_type(response, AsyncDownloadResponse[Download])
        assert_type(await response.parse(), Download)
    async with await client.events.retrieve() as stream:
        async for data in stream:
            assert_type(data, str | models.Job)
    async with client.events.with_streaming_response.retrieve() as response:
        assert_type(await response.parse(), AsyncEventStream[str | models.Job])
"""


@pytest.mark.slow  # A run of pyright; tests/types/test_types.py is the sample.
def test_answers_are_of_the_types_that_are_documented(tmp_path: Path, clients: Clients) -> None:
    shutil.copytree(clients.folder("answers"), tmp_path, dirs_exist_ok=True)
    (tmp_path / "calls.py").write_text(CALLS, encoding="utf-8")
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable]
    found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout

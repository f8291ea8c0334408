"""What type checkers make of calls whose answer an argument chooses, and of all clients."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.golden.golden import CASES, target
from tests.tiers import slow

from clientsmith.pipeline import generate

CALLS = """
from typing import assert_type

from completions import (
    APIResponse,
    AsyncAPIResponse,
    AsyncCompletions,
    AsyncEventStream,
    AsyncStream,
    Completions,
    EventStream,
    Stream,
    models,
)

Chunks = EventStream[models.ChatChunk]
AsyncChunks = AsyncEventStream[models.ChatChunk]


def synchronous(client: Completions, flag: bool) -> None:
    chat = client.chat.completions
    assert_type(chat.create(model="m", messages=[{"role": "user"}]), models.Chat)
    assert_type(chat.create(model="m", messages=[], stream=False), models.Chat)
    assert_type(chat.create(model="m", messages=[], stream=None), models.Chat)
    assert_type(chat.create(model="m", messages=[], stream=True), Chunks)
    assert_type(chat.create(model="m", messages=[], stream=flag), models.Chat | Chunks)
    assert_type(chat.create(model="m", messages=[]).choices[0].text, str | None)
    for chunk in chat.create(model="m", messages=[], stream=True):
        assert_type(chunk.delta, str)
    raw = chat.with_raw_response
    assert_type(raw.create(model="m", messages=[]), APIResponse[models.Chat])
    assert_type(raw.create(model="m", messages=[], stream=True), APIResponse[Chunks])
    either = raw.create(model="m", messages=[], stream=flag)
    assert_type(either, APIResponse[models.Chat] | APIResponse[Chunks])
    with chat.with_streaming_response.create(model="m", messages=[], stream=True) as response:
        assert_type(response.parse(), Chunks)
    with chat.with_streaming_response.create(model="m", messages=[]) as other:
        assert_type(other.parse(), models.Chat)
    assert_type(client.agents.completions.create("1", stream=True), Chunks)
    assert_type(client.generate.create(), Stream[models.Delta])
    assert_type(client.generate.create(stream=False), models.Message)
    assert_type(client.set.live.create(), EventStream[models.Delta])
    assert_type(client.live.create(stream=True), EventStream[models.Delta])
    assert_type(client.speech.create(), models.Message)
    assert_type(client.speech.create(stream=True), EventStream[models.Delta])
    assert_type(client.jobs.create(is_streaming=True), EventStream[models.Delta] | models.Ticket)
    assert_type(client.jobs.create(), models.Message | models.Ticket)
    assert_type(client.reports.create(), models.Message | EventStream[models.Delta])
    assert_type(client.set.not_.create(stream=True), models.Message | EventStream[models.Delta])
    chat.create(model="m", messages=[], stream="yes")  # wrong
    chat.create(messages=[], stream=True)  # wrong
    chat.create(model="m", messages=[], stream=True).choices  # wrong
    chat.create(model="m", messages=[]).events()  # wrong
    raw.create(model="m", messages=[], stream=True).parse().choices  # wrong
    client.agents.completions.create("1")  # wrong
    client.live.create()  # wrong
    client.live.create(stream=False)  # wrong
    client.speech.create(stream=False)  # wrong
    client.generate.create().text  # wrong


async def asynchronous(client: AsyncCompletions, flag: bool) -> None:
    chat = client.chat.completions
    assert_type(await chat.create(model="m", messages=[{"role": "user"}]), models.Chat)
    assert_type(await chat.create(model="m", messages=[], stream=False), models.Chat)
    assert_type(await chat.create(model="m", messages=[], stream=True), AsyncChunks)
    assert_type(await chat.create(model="m", messages=[], stream=flag), models.Chat | AsyncChunks)
    assert_type((await chat.create(model="m", messages=[])).choices[0].text, str | None)
    async for chunk in await chat.create(model="m", messages=[], stream=True):
        assert_type(chunk.delta, str)
    raw = chat.with_raw_response
    assert_type(await raw.create(model="m", messages=[]), AsyncAPIResponse[models.Chat])
    answer = await raw.create(model="m", messages=[], stream=True)
    assert_type(answer, AsyncAPIResponse[AsyncChunks])
    async with chat.with_streaming_response.create(model="m", messages=[], stream=True) as response:
        assert_type(await response.parse(), AsyncChunks)
    async with chat.with_streaming_response.create(model="m", messages=[]) as other:
        assert_type(await other.parse(), models.Chat)
    assert_type(await client.agents.completions.create("1", stream=True), AsyncChunks)
    assert_type(await client.generate.create(), AsyncStream[models.Delta])
    assert_type(await client.live.create(stream=True), AsyncEventStream[models.Delta])
    parts = await client.jobs.create(is_streaming=True)
    assert_type(parts, AsyncEventStream[models.Delta] | models.Ticket)
    assert_type(await client.reports.create(), models.Message | AsyncEventStream[models.Delta])
    await chat.create(model="m", messages=[], stream="yes")  # wrong
    await chat.create(messages=[], stream=True)  # wrong
    (await chat.create(model="m", messages=[], stream=True)).choices  # wrong
    (await chat.create(model="m", messages=[])).events()  # wrong
    (await client.generate.create()).text  # wrong
    await client.live.create(stream=False)  # wrong
    await raw.create(messages=[], stream=True)  # wrong
"""
PYRIGHT = ("pyright", "--pythonpath", sys.executable)
MYPY = ("mypy", "--strict", "--python-version=3.11")


def package(case: str, folder: Path) -> None:
    (found,) = [each for each in CASES if each.name == case]
    generate(target(found).model_copy(update={"output": folder, "lock": None}))
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")


def reported(folder: Path, checker: tuple[str, ...]) -> list[str]:
    """The lines on which a checker reports errors."""
    files = () if checker is PYRIGHT else (".",)
    command = [sys.executable, "-m", *checker, *files]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    return [
        line.strip() for line in ran.stdout.splitlines() if " error: " in line.replace(" - ", " ")
    ]


@pytest.mark.parametrize("checker", [slow(MYPY), slow(PYRIGHT)], ids=["mypy", "pyright"])
def test_the_argument_chooses_the_type(tmp_path: Path, checker: tuple[str, ...]) -> None:
    package("completions", tmp_path)
    (tmp_path / "calls.py").write_text(CALLS, encoding="utf-8")
    found = reported(tmp_path, checker)
    wrong = {at for at, line in enumerate(CALLS.split("\n"), 1) if line.endswith("# wrong")}
    lines = [re.search(r"calls\.py:(\d+)", line) for line in found]
    at = {0 if line is None else int(line[1]) for line in lines}
    assert at == wrong, "\n".join(found)


@pytest.mark.slow
def test_every_client_is_clean_to_mypy(tmp_path: Path) -> None:
    for case in CASES:
        package(case.name, tmp_path)
    assert reported(tmp_path, MYPY) == []

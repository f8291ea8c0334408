"""Type checkers, and with them editors, tell of deprecated methods wherever these can be called."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.wire.golden_client import Clients

CALLS = """
from read_write import AsyncReadWrite, ReadWrite


def synchronous(client: ReadWrite) -> None:
    client.things.list()  # deprecated
    client.things.with_raw_response.list()  # deprecated
    client.things.with_streaming_response.list()  # deprecated
    client.things.with_raw_response.create(secret="1", name="2")


async def asynchronous(client: AsyncReadWrite) -> None:
    await client.things.list()  # deprecated
    await client.things.with_raw_response.list()  # deprecated
    client.things.with_streaming_response.list()  # deprecated
    await client.things.create(secret="1", name="2")
"""


@pytest.mark.slow  # A run of pyright; tests/types/test_types.py is the sample.
def test_a_deprecated_method_is_one_in_all_its_kinds(tmp_path: Path, clients: Clients) -> None:
    shutil.copytree(clients.folder("read_write"), tmp_path, dirs_exist_ok=True)
    (tmp_path / "calls.py").write_text(CALLS, encoding="utf-8")
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "include": ["calls.py"]}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    reported = json.loads(ran.stdout)["generalDiagnostics"]
    assert {each["rule"] for each in reported} == {"reportDeprecated"}, ran.stdout
    marked = [at for at, line in enumerate(CALLS.split("\n")) if line.endswith("# deprecated")]
    assert sorted({each["range"]["start"]["line"] for each in reported}) == marked

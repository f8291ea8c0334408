"""Type checkers, and with them editors, tell of deprecated methods wherever these can be called."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.golden.golden import CASES, target

from clientsmith.pipeline import generate

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


def test_a_deprecated_method_is_one_in_all_its_kinds(tmp_path: Path) -> None:
    (case,) = [case for case in CASES if case.name == "read_write"]
    generate(target(case).model_copy(update={"output": tmp_path, "lock": None}))
    (tmp_path / "calls.py").write_text(CALLS, encoding="utf-8")
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "include": ["calls.py"]}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    told = json.loads(ran.stdout)["generalDiagnostics"]
    assert {each["rule"] for each in told} == {"reportDeprecated"}, ran.stdout
    marked = [at for at, line in enumerate(CALLS.split("\n")) if line.endswith("# deprecated")]
    assert sorted({each["range"]["start"]["line"] for each in told}) == marked

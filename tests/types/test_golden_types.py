"""The clients of all golden cases have no error that pyright knows, in its strict mode."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.golden.golden import CASES
from tests.wire.golden_client import Clients


@pytest.mark.slow  # The sample is in tests/types/test_types.py.
@pytest.mark.parametrize("version", ["3.11", "3.14"])
def test_the_clients_of_all_cases(version: str, tmp_path: Path, clients: Clients) -> None:
    """One run of pyright for all: starting it takes longer than most of them."""
    ignored = shutil.ignore_patterns("__pycache__")
    for case in CASES:
        shutil.copytree(clients.folder(case.name), tmp_path / case.name, ignore=ignored)
    settings = {"typeCheckingMode": "strict", "pythonVersion": version}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False
    )
    answer = json.loads(done.stdout)
    assert answer["summary"]["filesAnalyzed"] == len([*tmp_path.rglob("*.py")])
    found = [
        f"{Path(each['file']).relative_to(tmp_path)}:{each['range']['start']['line'] + 1}: "
        f"{each['message']}"
        for each in answer["generalDiagnostics"]
    ]
    assert not found, "\n".join(found)

"""The clients of all golden cases have no error that pyright knows, in its strict mode."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.golden.golden import CASES
from tests.tiers import slow
from tests.wire.golden_client import Clients


@pytest.mark.parametrize(
    ("cases", "excluded"),
    # `make lint` reads the runtime that all of them have.
    [(["minimal", "unions"], ["**/_runtime"]), slow([case.name for case in CASES], [])],
    ids=["some", "all"],
)
def test_the_clients_of_cases(
    cases: list[str], excluded: list[str], tmp_path: Path, clients: Clients
) -> None:
    """One run of pyright for all: starting it takes longer than most of them."""
    ignored = shutil.ignore_patterns("__pycache__")
    for case in cases:
        shutil.copytree(clients.folder(case), tmp_path / case, ignore=ignored)
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "exclude": excluded}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False
    )
    answer = json.loads(done.stdout)
    files = {*tmp_path.rglob("*.py")}.difference(
        *(tmp_path.glob(f"{folder}/**/*.py") for folder in excluded)
    )
    assert answer["summary"]["filesAnalyzed"] == len(files)
    found = [
        f"{Path(each['file']).relative_to(tmp_path)}:{each['range']['start']['line'] + 1}: "
        f"{each['message']}"
        for each in answer["generalDiagnostics"]
    ]
    assert not found, "\n".join(found)

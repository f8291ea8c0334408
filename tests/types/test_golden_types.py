"""The clients of all golden cases have no error that pyright knows, in its strict mode."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.golden import golden

from clientsmith.pipeline import make


def test_the_clients_of_all_cases(tmp_path: Path) -> None:
    """One run of pyright for all: starting it takes longer than most of them."""
    for case in golden.CASES:
        for name, text in make(golden.target(case)).files.items():
            path = tmp_path / case.name / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
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

"""The same document gives the same bytes, wherever and however it is generated from."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ..tiers import slow

ROOT = Path(__file__).parents[2]
PACKAGE = "generated/telnyx_external_connections"


def generated(folder: Path, **environment: str) -> dict[str, bytes]:
    """What the command line makes of our own document and configuration, copied to `folder`."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "clientsmith.toml", folder)
    # Without the names of earlier runs, which would hide that new ones come out otherwise.
    shutil.copytree(ROOT / "specs", folder / "specs", ignore=shutil.ignore_patterns("*.lock", ".*"))
    names = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    subprocess.run(
        [sys.executable, "-m", "clientsmith", "generate", "--quiet"],
        cwd=folder,
        env={**names, "PYTHONPATH": str(ROOT / "generator"), **environment},
        check=True,
    )
    return files_of(folder)


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def are_the_same(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    assert sorted(one) == sorted(other)
    assert [name for name, content in one.items() if other[name] != content] == []


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a first run gives."""
    files = generated(tmp_path_factory.mktemp("first") / "project", PYTHONHASHSEED="0")
    assert f"{PACKAGE}/client.py" in files
    assert "specs/external_connections/names.lock" in files
    return files


@pytest.mark.parametrize(
    "environment",
    [
        # The sample is the test below: what is stored was made by another process.
        slow({"PYTHONHASHSEED": "0"}),
        # ASCII for everything that does not name its encoding.
        slow({"PYTHONHASHSEED": "1", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
        slow({"PYTHONHASHSEED": "4294967295", "LC_ALL": "C.UTF-8", "TZ": "Asia/Kathmandu"}),
    ],
    ids=lambda environment: " ".join(f"{name}={value}" for name, value in environment.items()),
)
def test_the_same_bytes(
    first: dict[str, bytes], environment: dict[str, str], tmp_path: Path
) -> None:
    # A folder that is deeper, has a space in it, and a letter that is not ASCII.
    are_the_same(first, generated(tmp_path / "a deeper földer" / "project", **environment))


def test_what_stands_in_generated_is_what_comes_out(first: dict[str, bytes]) -> None:
    """`generated/` is the golden tree of the real API; `make regenerate` rewrites it."""
    made = {name: text for name, text in first.items() if name.startswith(f"{PACKAGE}/")}
    stored = {f"generated/{name}": text for name, text in files_of(ROOT / "generated").items()}
    # A person's own; and the manifest names the very sources that it was made by: `make check`.
    for name in (*made, *stored):
        if "/_custom/" in name or name.endswith("/.clientsmith-manifest.json"):
            made.pop(name, None)
            stored.pop(name, None)
    are_the_same(made, stored)

"""The sources on every Python: what each that is here compiles, and what pyright knows of 3.14."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ..docs.pages import ROOT
from .pythons import VERSIONS, find_python

SOURCES = ("generator", "generated", "templates/runtime", "tests/golden")


@pytest.mark.slow
@pytest.mark.parametrize("version", VERSIONS)
def test_all_sources_compile_without_a_warning(version: str, tmp_path: Path) -> None:
    """Syntax that a Python deprecates, such as an unknown escape, is an error here."""
    python = find_python(version)
    if python is None:
        pytest.skip(f"Python {version} is not on this machine")
    # The compiled files go where no other run looks for them.
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path)}
    command = [python, "-W", "error", "-m", "compileall", "-q", *SOURCES]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert len([*tmp_path.rglob("*.pyc")]) > 700


@pytest.mark.slow
def test_pyright_knows_no_fault_on_the_newest_python() -> None:
    """Without its interpreter: names that its standard library no longer has, and its syntax."""
    command = [sys.executable, "-m", "pyright", "--pythonversion", VERSIONS[-1]]
    command += ["--pythonpath", sys.executable, "--project", "pyproject.toml"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout

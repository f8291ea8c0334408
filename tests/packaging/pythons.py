"""Every Python of this machine on which clientsmith and its clients are meant to run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

VERSIONS = ("3.11", "3.12", "3.13", "3.14")


@cache
def find_python(version: str) -> str | None:
    """Return the path of a Python of a version; None where the machine has none.

    Looked at are this Python, the PATH, and what pyenv and uv installed.
    """
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    uv = Path.home() / ".local/share/uv/python"
    candidates = [
        sys.executable,
        shutil.which(f"python{version}"),
        *sorted(pyenv.glob(f"{version}.*/bin/python3"), reverse=True),
        *sorted(uv.glob(f"cpython-{version}.*/bin/python3"), reverse=True),
    ]
    return next((str(path) for path in candidates if path and _is_version(path, version)), None)


def _is_version(path: str | Path, version: str) -> bool:
    # A shim of pyenv is there for versions that it does not run.
    code = "import ensurepip, sys; print('%d.%d' % sys.version_info[:2])"
    try:
        done = subprocess.run([path, "-c", code], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and done.stdout.strip() == version

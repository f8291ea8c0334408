"""`make release`: build wheel and sdist in `dist/`, check them, and try both on each Python.

Each is installed in an environment with nothing else in it, by every Python that the machine has,
and the tutorial is run with it from its top to its end. Nothing is published.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from difflib import unified_diff
from pathlib import Path
from tempfile import TemporaryDirectory

from ..docs.pages import DOCS, ROOT, text_of
from ..docs.running import run_page
from .pythons import VERSIONS, find_python

TOOLS = ("twine>=6.1,<8", "check-wheel-contents>=0.6,<1")
DIST = ROOT / "dist"
TUTORIAL = DOCS / "tutorial.md"


def main() -> int:
    """Do all of it; return the exit code."""
    shutil.rmtree(DIST, ignore_errors=True)
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", DIST, ROOT)
    (wheel,), (sdist,) = DIST.glob("*.whl"), DIST.glob("*.tar.gz")
    with TemporaryDirectory() as folder:
        tools = environment(sys.executable, Path(folder, "tools"), *TOOLS)
        run(tools / "twine", "check", "--strict", wheel, sdist)
        run(tools / "check-wheel-contents", wheel)
        failed = [
            f"{distribution.name} on Python {version}"
            for version in VERSIONS
            for distribution in (wheel, sdist)
            if not is_fine(version, distribution, Path(folder))
        ]
    for name in failed:
        print(f"failed: {name}")
    return 1 if failed else 0


def is_fine(version: str, distribution: Path, folder: Path) -> bool:
    """Install a distribution, and run the tutorial with it; say what came of it."""
    python = find_python(version)
    if python is None:
        print(f"Python {version}: not on this machine, {distribution.name} is not tried")
        return True
    place = folder / f"{version}{distribution.suffix}"
    programs = environment(python, place / "venv", distribution, "httpx2>=2,<3")
    (place / "tutorial").mkdir()
    try:
        printed = run_page(TUTORIAL, place / "tutorial", programs)
    except AssertionError as failure:
        print(failure)
        return False
    expected = text_of(TUTORIAL)
    if printed != expected:
        lines = (text.splitlines() for text in (expected, printed))
        print(*unified_diff(*lines, "the page", "what is printed", lineterm=""), sep="\n")
        return False
    print(f"Python {version}: {distribution.name} installs, and runs the tutorial")
    return True


def environment(python: str, folder: Path, *requirements: str | Path) -> Path:
    """Make an environment with these packages; return the folder of its programs."""
    run(python, "-m", "venv", folder)
    programs = folder / "bin"
    pip = (programs / "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    run(*pip, *requirements)
    return programs


def run(*command: str | Path) -> None:
    """Run a command that has to succeed."""
    subprocess.run(list(map(str, command)), check=True)


if __name__ == "__main__":
    sys.exit(main())

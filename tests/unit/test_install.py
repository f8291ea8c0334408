"""What the first `make` shows: which packages it installs, and how far it is."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]


def wheel(folder: Path, name: str) -> str:
    """Make a wheel of a package without code, and return its line for a lock."""
    path = folder / f"{name}-1.0-py3-none-any.whl"
    info = f"{name}-1.0.dist-info"
    with ZipFile(path, "w") as archive:
        archive.writestr(f"{name}.py", "")
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        archive.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{info}/RECORD", "")
    return f"{name}==1.0 \\\n    --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def install(folder: Path, lock: str) -> tuple[int, list[str]]:
    (folder / "some.lock").write_text(f"# A comment == not a package.\n{lock}")
    options = ["--no-deps", "--require-hashes", "--no-index", "--find-links", ".", "--target", "to"]
    command = [sys.executable, str(ROOT / ".ci" / "install.py"), "some.lock", *options]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout.splitlines()


def test_each_package_is_shown_with_how_far_it_is(tmp_path: Path) -> None:
    code, (head, *steps) = install(tmp_path, wheel(tmp_path, "aviary") + wheel(tmp_path, "birds"))
    assert code == 0
    assert head.startswith("Installing 2 packages of some.lock into ")
    # Of an index, pip shows the name and version, and of a folder the file.
    assert steps == [
        "  1 of 2: ./aviary-1.0-py3-none-any.whl",
        "  2 of 2: ./birds-1.0-py3-none-any.whl",
        "  unpacking them",
        "  2 packages are there",
    ]
    assert (tmp_path / "to" / "birds.py").is_file()


@pytest.mark.slow
def test_the_exit_code_is_that_of_pip(tmp_path: Path) -> None:
    line = wheel(tmp_path, "aviary")
    code, shown = install(tmp_path, line[:-4] + "0000\n")
    assert code == 1
    assert not any("are there" in line for line in shown)


def test_the_makefile_installs_with_it() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "INSTALL := $(BIN)/python .ci/install.py\n" in text
    for lock in ("requirements.lock", "requirements-dev.lock"):
        assert f"\t@$(INSTALL) {lock} $(LOCKED)\n" in text
        assert (ROOT / lock).is_file()

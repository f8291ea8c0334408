"""Installs a lock with pip, and shows how far it is: `install.py LOCK [OPTION]...`.

pip alone is either silent for a minute or prints three lines for each package. What else it prints
is shown where it fails.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

_PINNED = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._\[\]-]*\s*==", re.MULTILINE)


def main(lock: str, *options: str) -> int:
    """Return the exit code of pip."""
    total = len(_PINNED.findall(Path(lock).read_text(encoding="utf-8")))
    print(
        f"Installing {total} packages of {lock} into {sys.prefix}, once (a minute or so):",
        flush=True,
    )
    command = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check"]
    command += ["--progress-bar", "off", *options, "--requirement", lock]
    rest: list[str] = []
    done = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, errors="replace") as pip:
        assert pip.stdout is not None
        for line in pip.stdout:
            word, _, name = line.strip().partition(" ")
            if word in ("Collecting", "Processing", "Requirement"):
                done += 1
                name = name.removeprefix("already satisfied: ").split(" ")[0]
                _show(f"{done} of {total}: {name}")
            elif line.startswith("Installing collected packages"):
                _show("unpacking them")
            else:
                rest.append(line)
    if sys.stdout.isatty():
        print(end="\r\033[K")
    if pip.returncode:
        print("".join(rest[-20:]), end="", flush=True)
    else:
        print(f"  {total} packages are there", flush=True)
    return pip.returncode


def _show(text: str) -> None:
    """Show a step: in place on a terminal, as a line of its own elsewhere."""
    on_terminal = sys.stdout.isatty()
    print(f"\r\033[K  {text}" if on_terminal else f"  {text}", end="" if on_terminal else "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

"""Prints the figures as a table; exits with 1 when one is over its bound."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

from .figures import ROOT, Figure, table
from .processes import generation, imports


def main() -> int:
    print(f"{_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    figures = list(_figures())
    print(table(figures))
    return int(any(figure.is_over for figure in figures))


def _figures() -> Iterator[Figure]:
    yield from imports()
    # The client is not installed: it stands where it was written.
    sys.path.insert(0, str(ROOT / "generated"))
    from .calls import calls

    yield from calls()
    yield _lines()
    yield from generation()


def _lines() -> Figure:
    sources = (ROOT / "generated/telnyx_external_connections").rglob("*.py")
    lines = sum(source.read_bytes().count(b"\n") for source in sources)
    return Figure("the generated package", "{:,.0f} lines", lines, 6_000)


def _processor() -> str:
    """The name of the CPU, which `platform` does not know on Linux."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


if __name__ == "__main__":
    sys.exit(main())

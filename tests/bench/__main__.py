"""Prints the figures as a table; exits with 1 when one is over its bound."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from .figures import ROOT, Figure, client_path, machine, table
from .processes import generation, imports


def main() -> int:
    print(f"{machine()}\n")
    figures = list(_figures())
    print(table(figures))
    return int(any(figure.is_over for figure in figures))


def _figures() -> Iterator[Figure]:
    yield from imports()
    client_path()
    from .calls import calls, shares
    from .rates import rates

    yield from calls()
    yield from shares()
    yield from rates()
    yield _lines()
    yield from generation()


def _lines() -> Figure:
    sources = (ROOT / "generated/telnyx_external_connections").rglob("*.py")
    lines = sum(source.read_bytes().count(b"\n") for source in sources)
    return Figure("the generated package", "{:,.0f} lines", lines, 6_000)


if __name__ == "__main__":
    sys.exit(main())

"""The whole matrix on all cores (`make hostile`): prints each fault, and what came of the cells."""

from __future__ import annotations

import os
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from .matrix import Place, all_places, faults_of, run


def main() -> int:
    total: Counter[str] = Counter()
    faults: list[str] = []
    places = all_places()
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for counts, found in pool.map(_row, places):
            total += counts
            faults += found
            for fault in found:
                print(fault, flush=True)
    cells = ", ".join(f"{count:,} {what}" for what, count in sorted(total.items()))
    print(f"{len(places)} places, {total.total():,} cells: {cells}; {len(faults)} faults")
    return int(bool(faults))


def _row(place: Place) -> tuple[Counter[str], list[str]]:
    """What became of every payload in one place."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        cells = [run(place, payload, text, folder) for payload, text in place.payloads().items()]
        counts = Counter("refused" if cell.files is None else "generated" for cell in cells)
        return counts, list(faults_of(cells, folder))


if __name__ == "__main__":
    sys.exit(main())

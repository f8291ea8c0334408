"""The client that comes out of each small document, to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..wire.golden_client import Clients
from .golden import CASES, stored, target


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_comes_out_is_what_is_stored(case: Path, clients: Clients) -> None:
    made, kept = written(clients.folder(case.name) / target(case).package), stored(case)
    assert sorted(made) == sorted(kept), "`make golden` rewrites the stored trees"
    for name, text in made.items():
        assert text == kept[name], f"{case.name}/{name}: `make golden` rewrites the stored trees"


def written(folder: Path) -> dict[str, str]:
    """The files of a client, but for the runtime, which is the same for all, and the user's own."""
    apart = {"_runtime", "_custom", "__pycache__", ".clientsmith-manifest.json"}
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in paths
        if apart.isdisjoint(path.relative_to(folder).parts)
    }

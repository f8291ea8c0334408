"""A second opinion: what griffe finds between two generated packages is in the report."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import griffe
import pytest

from clientsmith import pipeline
from clientsmith.changes import compare
from clientsmith.pipeline.making import Client

from ..unit.test_changes import BASE, EDITS
from .oracle import target_of

_PARTS = ("resources", "models", "params", "client")
# Whether griffe finds a break. It sees signatures and attributes, and nothing of bounds or URLs.
SEEN = {
    "a call that is gone": True,
    "an argument that is gone": True,
    "an argument that becomes required": True,
    "a new required argument": True,
    "a field that is gone": True,
    "a field that the request lacks": True,
    "a new optional argument": False,
    "a field that is new": False,
    "another base URL": False,
    "another summary": False,
    "nothing": False,
}


def package(document: object, folder: Path) -> tuple[griffe.Object | griffe.Alias, Client]:
    folder.mkdir()
    path = folder / "openapi.json"
    path.write_text(json.dumps(document))
    client = pipeline.make(target_of(path, folder))
    for name, text in client.files.items():
        place = folder / "client" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return griffe.load("client", search_paths=[folder], try_relative_path=False), client


Package = tuple[griffe.Object | griffe.Alias, Client]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Package:
    return package(BASE, tmp_path_factory.mktemp("base") / "old")


@pytest.mark.parametrize("edit", EDITS)
def test_a_finding_of_griffe_is_reported(edit: str, base: Package, tmp_path: Path) -> None:
    new = copy.deepcopy(BASE)
    EDITS[edit][0](new)
    before, old_client = base
    after, new_client = package(new, tmp_path / "new")
    found = {
        each.obj.path: each.obj.name
        for each in griffe.find_breaking_changes(before, after)
        if each.obj.path.split(".")[1:2] and each.obj.path.split(".")[1] in _PARTS
    }
    report = compare(old_client.side, new_client.side)
    breaks = [change.identifier for change in report.changes if change.kind.breaks]
    for path, name in found.items():
        assert any(name in each for each in breaks), path
    if edit in SEEN:
        assert (bool(found), bool(breaks)) == (SEEN[edit], SEEN[edit]), found

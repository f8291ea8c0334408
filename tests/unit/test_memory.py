"""A process that generates again and again compares with what it remembers, as with the disk."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from clientsmith import pipeline
from clientsmith.changes.forms import as_json
from clientsmith.changes.memory import Memory
from clientsmith.config import load_targets

from .test_changes import BASE, EDITS

CONFIG = '[targets.pets]\ndocument = "openapi.json"\noutput = "out"\npackage = "pets_client"\n'


def generate(folder: Path, document: dict[str, Any], memory: Memory | None) -> str:
    """Generate the client of a document in a folder, and return the report."""
    (folder / "openapi.json").write_text(json.dumps(document, indent=1))
    (target,) = load_targets(folder, file=folder / "clientsmith.toml")
    outcome = pipeline.generate(target, memory=memory)
    if memory is not None:
        memory.save()
    return "" if outcome.report is None else as_json(outcome.report)


def tree(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    monkeypatch.setenv("CLIENTSMITH_CACHE_DIR", str(tmp_path / "cache"))
    found = tmp_path / "one", tmp_path / "other"
    for folder in found:
        folder.mkdir()
        (folder / "clientsmith.toml").write_text(CONFIG)
    return found


def test_reports_and_files_are_those_of_runs_without_a_memory(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = Memory()
    documents = [BASE]
    for edit in [*EDITS][::4]:
        new = copy.deepcopy(BASE)
        EDITS[edit][0](new)
        documents.append(new)
    for document in documents:
        found: list[str] = []
        for folder, own in zip(folders, (memory, None), strict=True):
            monkeypatch.chdir(folder)
            found.append(generate(folder, document, own))
        assert found[0] == found[1]
        assert tree(folders[0]) == tree(folders[1])


def test_a_record_that_another_run_wrote_is_read(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, memory = folders[0], Memory()
    monkeypatch.chdir(folder)
    new = copy.deepcopy(BASE)
    EDITS["a field that is gone"][0](new)
    generate(folder, BASE, memory)
    generate(folder, new, None)
    report = generate(folder, BASE, memory)
    assert "age" in report


def test_a_record_that_was_not_saved_is_saved_by_the_next_run(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, memory = folders[0], Memory()
    monkeypatch.chdir(folder)
    generate(folder, BASE, memory)
    before = (folder / "names.record").read_bytes()
    new = copy.deepcopy(BASE)
    EDITS["a field that is gone"][0](new)
    (folder / "openapi.json").write_text(json.dumps(new, indent=1))
    (target,) = load_targets(folder, file=folder / "clientsmith.toml")
    pipeline.generate(target, memory=memory)
    assert (folder / "names.record").read_bytes() == before
    memory.on_disk(target)
    assert (folder / "names.record").read_bytes() != before
    assert pipeline.generate(target).result is None

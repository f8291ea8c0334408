"""Stray files: those that clientsmith wrote go, and those that a person wrote or edited stay."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from clientsmith import output, pipeline
from clientsmith.cache import VARIABLE
from clientsmith.config import load_targets
from clientsmith.emit.bundled import templates_folder
from clientsmith.output.ownership import Ownership, remember
from clientsmith.paths import content_hash

DOCUMENT = """\
openapi: 3.1.0
info: {title: Small, version: 1.0.0}
servers: [{url: "https://api.example.com"}]
paths:
  /birds:
    get:
      responses: {'200': {description: Birds}}
"""
MORE = "  /trees:\n    get:\n      responses: {'200': {description: Trees}}\n"
CONFIG = '[targets.small]\ndocument = "openapi.yaml"\noutput = "out"\npackage = "small"\n'
TREES = Path("out/small/resources/trees.py")


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    Path("openapi.yaml").write_text(DOCUMENT)
    Path("clientsmith.toml").write_text(CONFIG)


def generate() -> output.WriteResult | None:
    (target,) = load_targets(Path())
    return pipeline.generate(target).result


def changes() -> dict[str, str]:
    (target,) = load_targets(Path())
    return {change.path: change.kind for change in pipeline.check(target).changes}


def take_back(state: dict[Path, bytes]) -> None:
    """Take back the files of a state, as `git stash` does: what is new since then stays."""
    for path, content in state.items():
        path.write_bytes(content)


def a_checkout_that_leaves_trees() -> None:
    generate()
    kept = {
        path: path.read_bytes()
        for path in Path().rglob("*")
        if path.is_file() and "cache" not in path.parts
    }
    Path("openapi.yaml").write_text(DOCUMENT + MORE)
    generate()
    assert TREES.is_file()
    take_back(kept)


def test_a_file_of_another_state_is_stale_and_goes() -> None:
    a_checkout_that_leaves_trees()
    assert changes() == {"resources/trees.py": "stale"}
    result = generate()
    assert result is not None
    assert result.deleted == ("resources/trees.py",)
    assert result.kept == ()
    assert not TREES.exists()
    assert changes() == {}


def test_a_file_of_another_state_that_is_in_the_way_is_overwritten() -> None:
    a_checkout_that_leaves_trees()
    Path("openapi.yaml").write_text(DOCUMENT + MORE.replace("Trees", "Old trees"))
    assert generate() is not None
    assert changes() == {}


def test_one_that_was_edited_stays() -> None:
    a_checkout_that_leaves_trees()
    text = TREES.read_text() + "# mine\n"
    TREES.write_text(text)
    assert changes() == {"resources/trees.py": "untracked"}
    generate()
    assert TREES.read_text() == text


def test_one_that_was_copied_elsewhere_stays() -> None:
    a_checkout_that_leaves_trees()
    copy = TREES.rename(TREES.with_name("mine.py"))
    assert changes() == {"resources/mine.py": "untracked"}
    generate()
    assert copy.is_file()


def test_one_that_nobody_remembers_stays() -> None:
    a_checkout_that_leaves_trees()
    for path in Path("cache").glob("*.written"):
        path.unlink()
    assert changes() == {"resources/trees.py": "untracked"}
    generate()
    assert TREES.is_file()


def test_a_run_without_a_cache_remembers_nothing() -> None:
    (target,) = load_targets(Path())
    pipeline.generate(target, is_cached=False)
    assert not list(Path("cache").glob("*"))


def test_a_module_of_the_runtime_goes_where_the_client_does_not_need_it() -> None:
    generate()
    stray = Path("out/small/_runtime/webhooks.py")
    assert not stray.exists()
    stray.write_bytes((templates_folder() / "runtime" / "webhooks.py").read_bytes())
    for path in Path("cache").glob("*.written"):
        path.unlink()
    assert changes() == {"_runtime/webhooks.py": "stale"}
    generate()
    assert not stray.exists()


@pytest.mark.parametrize("name", ["_runtime/webhooks.py", "_custom/webhooks.py", "webhooks.py"])
def test_an_edited_or_moved_module_of_the_runtime_stays(name: str) -> None:
    generate()
    mine = Path("out/small") / name
    text = (templates_folder() / "runtime" / "webhooks.py").read_text()
    mine.write_text(text + "# mine\n" * name.startswith("_runtime"))
    before = mine.read_text()
    generate()
    assert mine.read_text() == before


def test_a_folder_that_lost_its_manifest_is_written_if_all_in_it_is_clientsmiths() -> None:
    generate()
    Path("out/small", output.MANIFEST).unlink()
    assert generate() is not None
    assert changes() == {}


def test_what_is_remembered_is_bounded_and_the_oldest_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clientsmith.output.ownership._MOST_BYTES", 2_000)
    digest = content_hash(b"")
    for number in range(100):
        remember(tmp_path, [(f"{number}.py", digest)])
    (path,) = Path(os.environ[VARIABLE]).glob("*.written")
    assert path.stat().st_size <= 2_000
    known = Ownership(tmp_path)
    assert known.has("99.py", digest)
    assert not known.has("0.py", digest)
    assert not known.has("99.py", None)


def test_what_cannot_be_remembered_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "openapi.yaml"))
    assert generate() is not None
    assert changes() == {}

"""The cache: it never changes what comes out, and what is damaged in it is not used."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from tests.tiers import examples

from clientsmith import cache, pipeline
from clientsmith.cache import Cache
from clientsmith.config import ad_hoc_target


def opened(path: Path, salt: str = "salt") -> Cache:
    return Cache(path, salt)


def test_what_is_kept_is_found_by_the_same_parts_alone(tmp_path: Path) -> None:
    path = tmp_path / "entries"
    first = opened(path)
    first.put(first.key("page", "a"), "text\ud800 é")
    first.save()
    second = opened(path)
    assert second.get(second.key("page", "a")) == "text\ud800 é"
    assert second.get(second.key("pagea")) is None
    assert second.get(second.key("page", "b")) is None
    other = opened(path, "other")
    assert other.get(other.key("page", "a")) is None


@pytest.mark.parametrize("at", range(0, 160, 7))
def test_a_damaged_file_is_no_fault_and_gives_nothing_wrong(tmp_path: Path, at: int) -> None:
    path = tmp_path / "entries"
    first = opened(path)
    for name in "ab":
        first.put(first.key(name), name * 50)
    first.save()
    content = bytearray(path.read_bytes())
    content[at % len(content)] ^= 0x40
    for damaged in (bytes(content), bytes(content[:at]), b"", b"other"):
        path.write_bytes(damaged)
        again = opened(path)
        for name in "ab":
            assert again.get(again.key(name)) in (name * 50, None)


def test_what_was_not_used_for_long_goes(tmp_path: Path) -> None:
    path = tmp_path / "entries"
    for run in range(30):
        entries = opened(path)
        entries.put(entries.key(str(run)), str(run))
        entries.save()
    size = path.stat().st_size
    last = opened(path)
    kept = [run for run in range(30) if last.get(last.key(str(run))) is not None]
    assert kept[-1] == 29
    assert len(kept) <= 5
    assert size < 1_000


def test_the_oldest_caches_go_when_all_together_are_too_big(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "_FOLDER_BYTES", 300)
    for name in "abcdef":
        entries = opened(tmp_path / name)
        entries.put(entries.key(name), name)
        entries.save()
    assert len(list(tmp_path.iterdir())) < 6
    assert (tmp_path / "f").exists()


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    entries = opened(tmp_path / "file" / "entries")
    entries.put(entries.key("a"), "a")
    entries.save()


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="the rules of XDG")
def test_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert cache.folder() != Path.home() / ".cache" / "clientsmith"
    monkeypatch.delenv(cache.VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache.folder() == tmp_path / "clientsmith"
    for ignored in ("", "relative"):
        monkeypatch.setenv("XDG_CACHE_HOME", ignored)
        assert cache.folder() == Path.home() / ".cache" / "clientsmith"


def document(names: list[str], texts: list[str], fields: dict[str, str]) -> dict[str, Any]:
    """A document with an operation for each name, all of which answer with one schema."""
    answer = {"$ref": "#/components/schemas/Bird"}
    body = {"content": {"application/json": {"schema": answer}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Birds", "version": "1"},
        "paths": {
            f"/{name}": {
                "post": {
                    "operationId": f"create_{name}",
                    "summary": text,
                    "requestBody": body,
                    "responses": {"200": {"description": "It.", **body}},
                }
            }
            for name, text in zip(names, texts, strict=False)
        },
        "components": {
            "schemas": {
                "Bird": {
                    "type": "object",
                    "properties": {name: {"type": type_} for name, type_ in fields.items()},
                }
            }
        },
    }


NAMES = st.lists(st.sampled_from(["nests", "birds", "eggs"]), min_size=1, max_size=3, unique=True)
TEXTS = st.lists(st.text(max_size=8), min_size=3, max_size=3)
FIELDS = st.dictionaries(
    st.sampled_from(["id", "class", "na me", "é"]), st.sampled_from(["string", "integer"])
)
DOCUMENTS = st.builds(document, NAMES, TEXTS, FIELDS)


@settings(max_examples=examples(12), deadline=None)
@given(st.lists(DOCUMENTS, min_size=2, max_size=4))
def test_whatever_is_edited_a_warm_run_writes_what_a_cold_one_does(
    edits: list[dict[str, Any]],
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "openapi.json"
        warm = ad_hoc_target(path, "birds", None, folder / "warm")
        cold = ad_hoc_target(path, "birds", None, folder / "cold")
        for edit in edits:
            path.write_text(json.dumps(edit))
            pipeline.generate(warm)
            pipeline.generate(cold, is_cached=False)
            assert files(folder / "warm") == files(folder / "cold")


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_change_makes_only_the_files_that_it_reaches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clientsmith.build import produce

    path = tmp_path / "openapi.json"
    target = ad_hoc_target(path, "birds", None, tmp_path)
    path.write_text(json.dumps(document(["birds", "nests"], ["a", "b"], {"id": "string"})))
    pipeline.generate(target)
    made: list[str] = []
    whole = produce.make_files

    def counted(artifacts: Any, templates: Any, watch: Any) -> Any:
        made.extend(each.path for each in artifacts if not each.is_copied)
        return whole(artifacts, templates, watch)

    monkeypatch.setattr(produce, "make_files", counted)
    path.write_text(json.dumps(document(["birds", "nests"], ["a", "changed"], {"id": "string"})))
    result = pipeline.generate(target).result
    assert result is not None
    assert {*result.written} == {"API.md", "resources/nests.py"}
    assert {*made} == {"AGENTS.md", "API.md", "resources/nests.py"}


def test_check_does_not_trust_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "openapi.json"
    target = ad_hoc_target(path, "birds", None, tmp_path)
    path.write_text(json.dumps(document(["birds"], ["a"], {"id": "string"})))

    def poisoned(self: Cache, key: bytes) -> str:
        return "x = 1\n"

    monkeypatch.setattr(Cache, "get", poisoned)
    pipeline.generate(target)
    assert (tmp_path / "birds/client.py").read_text() == "x = 1\n"
    assert "client.py" in {change.path for change in pipeline.check(target).changes}
    # As a whole run without the cache mends it.
    pipeline.generate(target, force=True, is_cached=False)
    assert pipeline.check(target).changes == ()

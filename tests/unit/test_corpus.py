"""The tool behind `make corpus`, with archives made here: nothing is fetched."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.corpus import archives, catalogue, table, trial
from tests.corpus.__main__ import main
from tests.corpus.catalogue import Entry, Package
from tests.corpus.trial import Result, attempt

NPM = Package("npm", "@some/pets", "1.2.3", "MIT")
LIST = """
[[package]]
registry = "npm"
name = "@some/pets"
version = "1.2.3"
licence = "MIT"
[package.documents]
pets = "package/pets.json"
broken = "package/broken.json"
absent = "package/absent.json"
"""
PETS = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "servers": [{"url": "https://example.com"}],
    "paths": {
        "/pets": {
            "get": {"responses": {"204": {"description": "None."}}},
            "post": {"responses": {"204": {"description": "Made."}}},
        }
    },
}


def tarball(path: Path, files: Mapping[str, bytes]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tarfile.open(path, "w:gz") as tarred:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tarred.addfile(info, io.BytesIO(content))
    return path


def test_every_document_of_the_list_has_a_version_and_a_licence() -> None:
    entries = catalogue.read()
    assert len(entries) > 100
    assert all(entry.package.version[:1].isdigit() for entry in entries)
    assert all(entry.package.licence for entry in entries)
    assert [entry.name for entry in entries] == sorted(entry.name for entry in entries)


@pytest.mark.parametrize(
    ("wrong", "reported"),
    [
        ('pets = "package/../../pets.json"', "no path within an archive"),
        ('pets = "/etc/pets.json"', "no path within an archive"),
        ('"../pets" = "package/pets.json"', "no name of a document"),
    ],
)
def test_a_list_that_leads_astray_is_refused(tmp_path: Path, wrong: str, reported: str) -> None:
    path = tmp_path / "list.toml"
    path.write_text(LIST.replace('pets = "package/pets.json"', wrong))
    with pytest.raises(ValueError, match=reported):
        catalogue.read(path)


def test_a_name_stands_for_one_document(tmp_path: Path) -> None:
    path = tmp_path / "list.toml"
    path.write_text(LIST + LIST.replace("@some/pets", "other"))
    with pytest.raises(ValueError, match="two documents have the name"):
        catalogue.read(path)


def test_only_the_document_comes_out_of_an_archive(tmp_path: Path) -> None:
    source = tarball(
        tmp_path / "pets.tgz",
        {"package/setup.json": b"{}", "package/pets.json": b"PETS", "../outside.json": b"{}"},
    )
    entry = Entry("pets", NPM, "package/pets.json")
    document = archives.extract(entry, source, tmp_path / "out")
    assert document == tmp_path / "out/pets.json"
    assert document.read_bytes() == b"PETS"
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["pets.json"]


def test_a_document_in_several_files(tmp_path: Path) -> None:
    source = tmp_path / "pets.whl"
    with zipfile.ZipFile(source, "w") as zipped:
        for name in ("pets/v1/api.yaml", "pets/v1/models/pet.yaml", "pets/v1/run.py", "b.yaml"):
            zipped.writestr(name, name)
    entry = Entry("pets", NPM, "pets/v1/api.yaml", folder="pets/v1")
    document = archives.extract(entry, source, tmp_path / "out")
    assert document == tmp_path / "out/api.yaml"
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert sorted(path.name for path in files) == ["api.yaml", "pet.yaml"]


def test_a_document_that_is_packed_again(tmp_path: Path) -> None:
    source = tarball(tmp_path / "pets.tgz", {"package/pets.json.gz": gzip.compress(b"PETS")})
    entry = Entry("pets", NPM, "package/pets.json.gz")
    assert archives.extract(entry, source, tmp_path / "out").read_bytes() == b"PETS"


def test_a_document_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST", 10)
    content = gzip.compress(bytes(1_000))
    source = tarball(tmp_path / "a.tgz", {"a/a.json": bytes(11), "a/b.json.gz": content[:10]})
    with pytest.raises(archives.CorpusError, match="too large to be read"):
        archives.extract(Entry("a", NPM, "a/a.json"), source, tmp_path / "out")
    monkeypatch.setattr(archives, "LARGEST", 999)
    source = tarball(tmp_path / "b.tgz", {"a/b.json.gz": content})
    with pytest.raises(archives.CorpusError, match="too large to be unpacked"):
        archives.extract(Entry("b", NPM, "a/b.json.gz"), source, tmp_path / "out")


def test_a_document_that_comes_out_whole(tmp_path: Path) -> None:
    document = tmp_path / "pets.json"
    document.write_text(json.dumps(PETS))
    folder = tmp_path / "run"
    folder.mkdir()
    result = attempt(document, folder, seconds=60, types=False)
    assert (result.title, result.dialect, result.declared) == ("Pets", "3.1.0", 2)
    assert result.statuses == {"generated": 2}
    assert result.modules > 10
    assert not result.not_importing
    assert result.is_whole
    assert Result.from_json(json.loads(json.dumps(result.as_json()))) == result


def test_a_model_that_cannot_be_built_is_reported(tmp_path: Path) -> None:
    (tmp_path / "client").mkdir()
    (tmp_path / "client/__init__.py").write_text("")
    (tmp_path / "client/pet.py").write_text(
        "from pydantic import BaseModel\nclass Pet(BaseModel):\n    owner: 'Nobody'\n"
    )
    (tmp_path / "client/wrong.py").write_text("import client.nothing\n")
    result = Result()
    trial._import(tmp_path, 60, result)
    assert result.modules == 3
    assert [problem.partition(":")[0] for problem in result.not_importing] == [
        "client.pet.Pet",
        "client.wrong",
    ]


@pytest.mark.slow
def test_one_failure_stops_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "list.toml").write_text(LIST)
    tarball(
        tmp_path / "cache/packages/npm+@some+pets@1.2.3/pets.tgz",
        {"package/pets.json": json.dumps(PETS).encode(), "package/broken.json": b"[]"},
    )
    page = tmp_path / "known-to-work.md"
    page.write_text("")
    options = [f"--list={tmp_path}/list.toml", f"--cache={tmp_path}/cache", f"--page={page}"]
    assert main([*options, "--no-types"]) == 1
    reported = capsys.readouterr().out
    assert "1/3 absent NOT WHOLE" in reported
    assert "2/3 broken NOT WHOLE" in reported
    assert "3/3 pets whole: 2 declared, 2 generated" in reported
    assert "1 of 3 valid documents come out whole" in reported
    # A second run goes on where the first one stopped.
    assert main([*options, "--no-types"]) == 1
    assert "/3 " not in capsys.readouterr().out
    assert main([*options, "--no-types", "pets"]) == 0
    assert main([*options, "stripe"]) == 2
    # Another clientsmith has to show anew what it makes of each, or of those that were not whole.
    monkeypatch.setattr("tests.corpus.__main__._fingerprint", lambda: "0123456789ab")
    capsys.readouterr()
    assert main([*options, "--no-types", "--again"]) == 1
    reported = capsys.readouterr().out
    assert "1/3 absent" in reported
    assert "2/3 broken" in reported
    assert "3/3 pets" not in reported
    assert "hash `0123456789ab`, 1 (†) with an earlier state of them." in reported
    assert main([*options, "--no-types"]) == 1
    assert "3/3 pets" in capsys.readouterr().out


@pytest.mark.slow
def test_an_invalid_document_is_refused_and_mended(tmp_path: Path) -> None:
    document = tmp_path / "pets.json"
    broken = {"get": {"responses": {"200": {"$ref": "#/components/responses/None"}}}}
    paths = {"/pets": {"get": {"responses": {"204": {"description": ""}}}}, "/broken": broken}
    document.write_text(json.dumps({**PETS, "paths": paths}))
    folder = tmp_path / "run"
    folder.mkdir()
    result = attempt(document, folder, seconds=60, types=False)
    assert [fault[:38] for fault in result.faults] == ["pets.json:1:233 error[ref-missing] '#/"]
    assert (result.is_whole, result.is_mended) == (False, True)
    assert result.statuses == {"degraded": 1, "generated": 1}
    assert max(result.megabytes.values()) > 10


def test_what_takes_too_long_is_ended(tmp_path: Path) -> None:
    result = Result()
    child = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'while True: pass'])"
    assert trial._run(["-c", child], tmp_path, 0.5, "import", result) == (
        -1,
        "import took more than 0 s",
    )
    assert {*result.seconds} == {"import"}


def test_the_table_takes_its_place_between_the_markers(tmp_path: Path) -> None:
    entries = [Entry(name, NPM, f"package/{name}.json") for name in "bac"]
    reasons = {"`…` is | anything": 1}
    results = {
        "a": Result("", "new", "A", "3.0.3", 3, {"degraded": 1, "generated": 2}, reasons),
        "b": Result("", "new", "B", "2.0", 1_000, problems=["Traceback"]),
        "c": Result("", "old", "C", "3.1.0", 2, {"generated": 1, "refused": 1}),
    }
    results["a"].type_errors = results["c"].type_errors = []
    results["c"].faults = ["c.json:1:1 error[ref-missing] '#/x' …", "c.json:2:1 error[ref-missing]"]
    text = table.table(entries, results, "new")
    assert text.startswith("1 of 2 valid documents come out whole")
    assert "1 more are invalid (\\*) and refused with the place; 1 of them come out" in text
    assert "with the sources of hash `new`, 1 (†) with an earlier state of them." in text
    made_of = "@some/pets 1.2.3 (npm)"
    rows = {row.split()[1]: row for row in text.splitlines() if made_of in row}
    why = "1 operation: `… is anything`"
    assert rows["a"] == f"| a | {made_of} | 3.0.3 | 3 | 2 | 1 | 0 | yes | clean | {why} |"
    assert rows["b"] == f"| b | {made_of} | 2.0 | 1,000 |  |  |  | no client |  | `Traceback` |"
    why = "`c.json:1:1 error[ref-missing] \u2019#/x\u2019 …` and 1 more"
    assert rows["c"] == f"| c \\* † | {made_of} | 3.1.0 | 2 | 1 | 0 | 1 | yes | clean | {why} |"
    page = tmp_path / "known-to-work.md"
    page.write_text(f"# x\n\n{table.BEGIN}\nold\n{table.END}\n\nmore\n")
    assert table.put(text, page)
    assert page.read_text() == f"# x\n\n{table.BEGIN}\n{text}\n{table.END}\n\nmore\n"
    assert not table.put(text, page)

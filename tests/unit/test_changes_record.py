"""What a client was made of is kept beside `names.lock`, and a run reports by it what changed."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from clientsmith import pipeline
from clientsmith.changes import Side, compare
from clientsmith.changes.facts import dump_facts, load_facts
from clientsmith.cli import cli
from clientsmith.config import ad_hoc_target

from .test_changes import BASE, EDITS, listing, report_of

CONFIG = """
[targets.pets]
document = "openapi.json"
output = "out"
package = "pets_client"
"""


def side(document: dict[str, Any], path: Path) -> Side:
    path.write_text(json.dumps(document, indent=1), encoding="utf-8")
    client = pipeline.make(ad_hoc_target(path, "client", "Client", path.parent))
    return client.side


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Side:
    return side(BASE, tmp_path_factory.mktemp("base") / "old.json")


@pytest.mark.parametrize("edit", EDITS)
def test_a_record_gives_the_same_report_as_the_document(
    edit: str, base: Side, tmp_path: Path
) -> None:
    new = copy.deepcopy(BASE)
    EDITS[edit][0](new)
    direct = report_of(BASE, new, tmp_path)
    data = json.loads(json.dumps(dump_facts(base.api, base.locate)))
    old = Side(*load_facts(data, lambda name: name))
    by_record = compare(old, side(new, tmp_path / "new.json"))
    assert [
        (each.identifier, each.old, each.new, each.old_place and each.old_place.line)
        for each in by_record.changes
    ] == [
        (each.identifier, each.old, each.new, each.old_place and each.old_place.line)
        for each in direct.changes
    ]


def test_a_record_has_no_prose(base: Side) -> None:
    text = json.dumps(dump_facts(base.api, base.locate))
    assert "What it is called." not in text
    assert "List pets." not in text


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """A project with a client, and a function that runs clientsmith in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLIENTSMITH_CACHE_DIR", str(tmp_path / "cache"))
    Path("clientsmith.toml").write_text(CONFIG)
    write(BASE)
    result = CliRunner().invoke(cli, ["generate"])
    assert result.exit_code == 0, result.output
    assert Path("names.record").is_file()
    return lambda *arguments: CliRunner().invoke(cli, list(arguments))


def write(document: dict[str, Any]) -> None:
    Path("openapi.json").write_text(json.dumps(document, indent=1))


def edited(*names: str) -> dict[str, Any]:
    new = copy.deepcopy(BASE)
    for name in names:
        EDITS[name][0](new)
    return new


def tree() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


Run = Callable[..., Result]


def test_a_run_reports_what_changed(run: Run) -> None:
    write(edited("a field that is gone", "a new call"))
    out = run("generate").stdout
    assert "pets_client: 1 break at run time, 1 addition: a major step" in out
    assert "  models.Pet.age is gone: int\n" in out
    assert "before: openapi.json:" in out
    assert out.index("Breaks at run time") < out.index("Adds")
    assert run("generate").output == "pets: nothing to do\n"


def test_a_run_with_nothing_changed_does_not_read_the_record(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = Path("names.record")
    head, _, _ = record.read_bytes().partition(b"\0")
    # Of all that is behind the fingerprint, nothing is read.
    record.write_bytes(head + b"\0 no record")
    assert run("generate").output == "pets: nothing to do\n"


@pytest.mark.parametrize("content", [b"", b"{}", b"clientsmith record 1 x\n\0BZh9", None])
def test_a_damaged_record_is_said_and_made_anew(run: Run, content: bytes | None) -> None:
    record = Path("names.record")
    whole = record.read_bytes()
    record.write_bytes(whole[: len(whole) // 2] if content is None else content)
    write(edited("another summary"))
    result = run("generate")
    assert result.exit_code == 0
    assert "warning[record] no report of what changed for callers: 'names.record'" in result.stderr
    write(edited("another summary", "a new call"))
    assert "1 addition: a minor step" in run("generate").stdout


def test_an_old_project_gets_a_record_and_is_reported_once(run: Run) -> None:
    Path("names.record").unlink()
    first = run("generate")
    assert "'names.record' does not exist" in first.stderr
    assert Path("names.record").is_file()
    second = run("generate", "--force")
    assert second.stderr == ""


def test_a_target_without_a_lock_has_no_record(tmp_path: Path) -> None:
    side(BASE, tmp_path / "openapi.json")
    target = ad_hoc_target(tmp_path / "openapi.json", "pets_client", None, tmp_path)
    for _ in range(2):
        outcome = pipeline.generate(target, force=True, is_cached=False)
        assert (outcome.report, outcome.warnings) == (None, ())
    assert not list(tmp_path.glob("*.record"))


def test_check_treats_the_record_as_it_treats_the_lock(run: Run) -> None:
    record = Path("names.record")
    assert run("check").exit_code == 0
    write(edited("a field that is gone"))
    stale = run("check")
    assert stale.exit_code == 1
    assert "names.record: stale\n" in stale.stdout
    assert "for callers: 1 break at run time: a major step\n" in stale.stdout
    record.unlink()
    assert "names.record: missing\n" in run("check").stdout


def test_lines_that_move_are_no_reason_to_fail(run: Run) -> None:
    Path("openapi.json").write_text("\n\n" + json.dumps(BASE, indent=3))
    assert run("check").output == "pets: up to date\n"
    assert "no change that a caller can notice" in run("generate").stdout


@pytest.mark.parametrize("flags", [[], ["--force"], ["--no-cache"], ["--refetch"]])
def test_a_dry_run_writes_nothing(run: Run, flags: list[str]) -> None:
    write(edited("a field that is gone", "a new call"))
    before = tree()
    result = run("generate", "--dry-run", *flags)
    assert result.exit_code == 0, result.output
    assert "files to be written, " in result.stdout
    assert "1 break at run time, 1 addition: a major step" in result.stdout
    assert tree() == before


def test_a_dry_run_is_refused_where_a_run_is(run: Run) -> None:
    Path("out/pets_client/client.py").write_text("# mine\n")
    write(edited("a new call"))
    result = run("generate", "--dry-run")
    assert result.exit_code == 1
    assert "was edited by hand" in result.stderr


def test_a_run_that_breaks_more_than_is_allowed_writes_nothing(run: Run) -> None:
    write(edited("null that comes"))
    before = tree()
    refused = run("generate", "--fail-on", "types")
    assert refused.exit_code == 1
    assert "1 break of type-checking: a major step" in refused.stdout
    assert "as it was" in refused.stdout
    assert tree() == before
    assert run("generate", "--fail-on", "run-time").exit_code == 0
    assert tree() != before


def test_json_is_all_of_standard_output(run: Run) -> None:
    write(edited("a new call"))
    data = json.loads(run("generate", "--dry-run", "--format", "json").stdout)
    assert (data["step"], data["package"]) == ("minor", "pets_client")


def test_several_targets_have_a_report_each_and_one_exit_code(run: Run) -> None:
    second = CONFIG.replace("pets", "more").replace("openapi", "more") + 'lock = "more.lock"\n'
    Path("clientsmith.toml").write_text(CONFIG + second)
    Path("more.json").write_text(json.dumps(BASE))
    assert run("generate").exit_code == 0
    write(edited("a field that is gone"))
    Path("more.json").write_text(json.dumps(edited("a new call")))
    result = run("generate", "--dry-run", "--format", "json", "--fail-on", "run-time")
    assert result.exit_code == 1
    reports = json.loads(result.stdout)
    assert [each["package"] for each in reports] == ["pets_client", "more_client"]
    assert [each["step"] for each in reports] == ["major", "minor"]
    page = run("generate", "--dry-run", "--format", "html").stdout
    assert page.count("<h1") == 3
    assert page.count("<script>") == 1


@pytest.mark.parametrize(
    ("cause", "change"),
    [
        ("document", lambda: write(edited("a new call"))),
        (
            "configuration",
            lambda: Path("clientsmith.toml").write_text(
                CONFIG + '[targets.pets.operations]\n"GET /pets" = "pets.all"\n'
            ),
        ),
        ("configuration", lambda: _rename_in_the_lock()),
        (
            "document or configuration",
            lambda: (
                write(edited("a new call")),
                Path("clientsmith.toml").write_text(CONFIG + 'client = "Zoo"\n'),
            ),
        ),
    ],
)
def test_the_cause_is_what_differs_between_the_runs(
    run: Run, cause: str, change: Callable[[], object]
) -> None:
    change()
    data = json.loads(run("generate", "--format", "json").stdout)
    assert {each["cause"] for each in data["changes"]} == {cause}


def _rename_in_the_lock() -> None:
    lock = Path("names.lock")
    lock.write_text(lock.read_text().replace('"pets.list"', '"pets.every"'))


def test_another_version_of_clientsmith_is_a_cause(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clientsmith.build import fingerprint

    monkeypatch.setattr(fingerprint, "__version__", "9.9")
    new = edited("nothing")
    listing(new)["deprecated"] = True
    write(new)
    data = json.loads(run("generate", "--format", "json").stdout)
    assert {each["cause"] for each in data["changes"]} == {"document or clientsmith"}


# The sample is `test_determinism`, which runs with other seeds as well.
@pytest.mark.slow
def test_the_bytes_of_a_record_do_not_depend_on_the_seed_of_hashes(
    run: Run, tmp_path: Path
) -> None:
    # The first is of this process, whose seed is another in each run of the tests.
    found = {Path("names.record").read_bytes()}
    for seed in ("0", "77"):
        Path("names.record").unlink()
        done = subprocess.run(
            [sys.executable, "-m", "clientsmith", "generate", "--no-cache"],
            cwd=tmp_path,
            env={"PYTHONPATH": str(Path(pipeline.__file__).parents[1]), "PYTHONHASHSEED": seed},
            capture_output=True,
        )
        assert done.returncode == 0, done.stderr
        found.add(Path("names.record").read_bytes())
    assert len(found) == 1

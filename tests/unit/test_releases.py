"""Releases of a client that is a package of its own: what its version proves."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest
from tests.distribution_project import Project, project

from clientsmith.config import load_targets
from clientsmith.distribution.changelog import BEGIN, END, closed, with_entries
from clientsmith.distribution.project import with_version
from clientsmith.distribution.versions import is_enough, next_version
from clientsmith.pipeline import generate

__all__ = ["project"]


def test_days_that_are_none(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.generate()
    assert "not a day" in project.release("--date", "2026-99-99")[1]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "9" * 30)
    assert "SOURCE_DATE_EPOCH is no time" in project.release()[1]


def test_releases(project: Project) -> None:
    project.generate()
    assert "0.1.0 is the first release" in project.release("--check")[1]
    project.released()
    assert "## 0.1.0 (2026-01-02)\n\n- The first release.\n" in project.read("CHANGELOG.md")
    assert project.changes() == []
    assert project.release("--check")[0] == 0

    project.with_paths("/pets", "/cats")
    project.generate()
    assert "- `client.cats.retrieve()` is a new call" in project.read("CHANGELOG.md")
    code, printed = project.release("--check")
    assert code == 1
    assert "0.1.0 is released already: what changed asks for a patch step, 0.1.1" in printed
    project.released()
    assert project.table()["version"] == "0.1.1"

    project.with_paths("/cats")
    project.generate()
    assert "asks for a minor step, 0.2.0" in project.release("--check")[1]
    code, printed = project.release("--version", "0.1.2")
    assert code == 1
    assert "0.1.2 is too small a step from 0.1.1" in printed
    project.released("--version", "1.0.0")
    assert "nothing changed since 1.0.0" in project.release()[1]
    (target,) = load_targets(project.folder)
    assert generate(target).result is None

    # At 1.0 a break is major; a version of one's own that is large enough is taken.
    project.with_paths("/dogs")
    project.generate()
    assert "asks for a major step, 2.0.0" in project.release("--check")[1]
    path = project.client / "pyproject.toml"
    path.write_text(with_version(project.read(path.name), "2.1.0"), encoding="utf-8")
    assert "2.1.0 is large enough" in project.release("--check")[1]
    project.released()
    log = project.read("CHANGELOG.md")
    headings = [line for line in log.splitlines() if line.startswith("## ")]
    assert [line.split()[1] for line in headings] == ["2.1.0", "1.0.0", "0.1.1", "0.1.0"]
    assert BEGIN not in log


def test_an_old_name_that_works_is_no_break_and_its_end_is_one(project: Project) -> None:
    config = project.folder / "clientsmith.toml"
    project.generate()
    project.released()
    with config.open("a", encoding="utf-8") as file:
        file.write('[targets.pets.operations]\n"GET /pets" = "pets.everything"\n')
    project.generate()
    assert "the old one is deprecated" in project.read("CHANGELOG.md")
    assert "asks for a patch step, 0.1.1" in project.release("--check")[1]
    project.released()
    # No old names from now on: that of the release ends.
    config.write_text(
        config.read_text("utf-8").replace("[targets.pets.op", "aliases = 0\n[targets.pets.op"),
        encoding="utf-8",
    )
    project.generate()
    assert "was deprecated, and is gone" in project.read("CHANGELOG.md")
    assert "asks for a minor step, 0.2.0" in project.release("--check")[1]


def test_a_stale_client_is_not_released(project: Project) -> None:
    project.generate()
    project.with_paths("/cats")
    code, printed = project.release()
    assert code == 1
    assert "is not what `clientsmith generate` writes" in printed
    assert not (project.folder / "names.released").exists()


def test_what_no_caller_notices_is_a_patch(project: Project) -> None:
    project.generate()
    project.released()
    # A setting of which the report says nothing.
    path = project.folder / "clientsmith.toml"
    path.write_text(path.read_text(encoding="utf-8") + 'header_arrays = "repeat"\n', "utf-8")
    project.generate()
    assert "asks for a patch step, 0.1.1" in project.release("--check")[1]


@pytest.mark.parametrize(
    ("released", "step", "least"),
    [
        ("1.2.3", "major", "2.0.0"),
        ("1.2.3", "minor", "1.3.0"),
        ("1.2.3", "patch", "1.2.4"),
        ("1.2.3", "none", "1.2.3"),
        ("0.4", "minor", "0.5.0"),
        ("1.3.0rc1", "minor", "1.3.0"),
        ("2.0.0b1", "major", "2.0.0"),
        ("1.3.0rc1", "major", "2.0.0"),
        ("1.3.1rc1", "minor", "1.4.0"),
        ("1.3.1rc1", "patch", "1.3.1"),
        ("1!1.2.3", "minor", "1!1.3.0"),
    ],
)
def test_the_lowest_version_of_a_step(released: str, step: Any, least: str) -> None:
    assert next_version(released, step) == least


@pytest.mark.parametrize(
    ("version", "released", "step", "enough"),
    [
        ("1.3.0", "1.2.3", "minor", True),
        ("1.3.0rc1", "1.2.3", "minor", True),
        ("2.0.0", "1.2.3", "minor", True),
        ("1.2.4", "1.2.3", "minor", False),
        ("1.2.3", "1.2.3", "none", True),
        ("1.2.3", "1.2.3", "patch", False),
        ("1.2.3.post1", "1.2.3", "patch", False),
        ("1.2.2", "1.2.3", "none", False),
        ("1.10.0", "1.9.9", "minor", True),
        ("1!0.1.0", "9.0.0", "major", True),
    ],
)
def test_versions_that_are_enough(version: str, released: str, step: Any, enough: bool) -> None:
    assert is_enough(version, released, step) == enough


@pytest.mark.parametrize(
    "before",
    [
        "# Changes\n\nOurs.\n\n## 1.0.0\n\n- Old.\n",
        "# Changes\n\nOurs.\n\n## Unreleased\n\n- Mine.\n\n## 1.0.0\n\n- Old.\n",
        "",
        "## 1.0.0\n",
    ],
)
def test_a_changelog_keeps_what_a_person_wrote(before: str) -> None:
    once = with_entries(before, "- One.")
    twice = with_entries(once, "- Two.\n- `<!-- /clientsmith -->`")
    assert with_entries(twice, "- Two.\n- `<!-- /clientsmith -->`") == twice
    done = closed(twice, "1.1.0", "2026-01-02")
    for line in before.splitlines():
        assert line in twice.splitlines()
        assert line in done.splitlines() or line == "## Unreleased"
    assert "- One." not in twice
    assert done.count("## 1.1.0 (2026-01-02)") == 1
    assert BEGIN not in done
    assert END not in done.splitlines()
    assert done.index("## 1.1.0") < done.index("- Two.")
    assert with_entries(before, "") == (before or "# Changelog\n")


@pytest.mark.parametrize(
    "text",
    [
        '[project]\nname = "a"\nversion = "1.0"\n\n[tool.x]\nversion = "9"\n',
        '[tool.x]\nversion = "9"\n[project]\nversion   = \'1.0\'  # ours\nname = "a"\n',
    ],
)
def test_the_version_is_set_where_it_is(text: str) -> None:
    data = tomllib.loads(with_version(text, "1.1.0"))
    assert (data["project"]["version"], data["tool"]["x"]["version"]) == ("1.1.0", "9")


def test_a_version_that_is_nowhere() -> None:
    with pytest.raises(ValueError, match="a line of its own"):
        with_version('[project]\nname = "a"\n[tool.x]\nversion = "9"\n', "1.1.0")
    text = '[project]\ndescription = """\nversion = "9"\n"""\nversion = "1.0"\n'
    with pytest.raises(ValueError, match="another line"):
        with_version(text, "1.1.0")


def test_a_run_asks_for_the_step_that_a_release_takes(project: Project) -> None:
    # The document is version 7, and the client 0.1.0: below 1.0 a break is a minor step.
    project.generate()
    project.with_paths("/cats")
    assert "1 break at run time, 1 addition: a minor step" in project.run("generate")[1]
    project.released()
    project.with_paths("/cats", "/dogs")
    assert "1 addition: a patch step" in project.run("generate", "--dry-run")[1]
    assert "for callers: 1 addition: a patch step" in project.run("check")[1]
    project.generate()
    project.released("--version", "1.0.0")
    # It counts from the release, and not from a version that is only prepared.
    path = project.client / "pyproject.toml"
    path.write_text(with_version(project.read(path.name), "0.9.0"), encoding="utf-8")
    project.with_paths("/cats")
    assert "a major step" in project.run("generate")[1]
    assert "asks for a major step, 2.0.0" in project.release("--check")[1]


def test_a_dry_run_says_what_would_be(project: Project) -> None:
    project.generate()
    assert project.release("--dry-run") == (0, "pets: 0.1.0 would be the first release\n")
    project.released()
    project.with_paths("/pets", "/cats")
    project.generate()
    said = "pets: 0.1.1 would be the next version: 0.1.0 was released, and what changed asks for"
    assert project.release("--dry-run") == (0, f"{said} a patch step\n")
    assert project.table()["version"] == "0.1.0"


def test_a_stale_client_of_many_files_says_how_many(project: Project) -> None:
    project.generate()
    project.with_paths("/cats")
    assert re.search(r"' and \d+ more files", project.release()[1])
    project.generate()
    (project.client / "README.md").unlink()
    (project.client / "pets_client/API.md").unlink()
    assert "' and 1 more file\n" in project.release()[1]

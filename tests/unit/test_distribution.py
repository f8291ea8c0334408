"""A client that is a package of its own: whose its files are, and what its version proves."""

from __future__ import annotations

import contextlib
import io
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from clientsmith.cli import main
from clientsmith.config import load_targets
from clientsmith.diagnostics import ClientsmithError
from clientsmith.distribution.changelog import BEGIN, END, closed, with_entries
from clientsmith.distribution.project import with_version
from clientsmith.distribution.versions import is_enough, next_version
from clientsmith.pipeline import check, generate

PETS: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {
        "title": "Pets",
        "version": "7",
        "license": {"name": "The MIT License"},
        "contact": {"url": "https://pets.example/help"},
    },
    "externalDocs": {"url": "https://pets.example/docs"},
    "servers": [{"url": "https://pets.example"}],
    "paths": {"/pets": {"get": {"responses": {"204": {"description": "None."}}}}},
}
OPERATION = PETS["paths"]["/pets"]


class Project:
    """A project with one target."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.client = folder / "client"

    def write(self, document: dict[str, Any] = PETS, distribution: str = '"pets-client"') -> None:
        (self.folder / "openapi.json").write_text(json.dumps(document), encoding="utf-8")
        (self.folder / "clientsmith.toml").write_text(
            "[targets.pets]\n"
            'document = "openapi.json"\noutput = "client"\npackage = "pets_client"\n'
            f"distribution = {distribution}\n",
            encoding="utf-8",
        )

    def generate(self) -> tuple[str, ...]:
        """Generate, and return the codes of the warnings."""
        (target,) = load_targets(self.folder)
        return tuple(each.code for each in generate(target, is_cached=False).warnings)

    def changes(self) -> list[tuple[str, str]]:
        (target,) = load_targets(self.folder)
        return [(each.kind, Path(each.path).name) for each in check(target).changes]

    def read(self, name: str) -> str:
        return (self.client / name).read_text(encoding="utf-8")

    def table(self) -> dict[str, Any]:
        return tomllib.loads(self.read("pyproject.toml"))["project"]

    def with_paths(self, *paths: str) -> None:
        self.write({**PETS, "paths": {path: OPERATION for path in paths}})

    def release(self, *options: str) -> tuple[int, str]:
        """Return the exit code of the command, and what it printed."""
        printed = io.StringIO()
        file = str(self.folder / "clientsmith.toml")
        with (
            contextlib.redirect_stdout(printed),
            contextlib.redirect_stderr(printed),
            pytest.raises(SystemExit) as left,
        ):
            main(["release", "--config", file, *options])
        return int(left.value.code or 0), printed.getvalue()

    def released(self, *options: str) -> None:
        code, printed = self.release("--date", "2026-01-02", *options)
        assert code == 0, printed


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    made.write()
    return made


def test_the_files_of_a_project(project: Project) -> None:
    assert project.generate() == ()
    assert project.changes() == []
    table = project.table()
    assert table["name"] == "pets-client"
    assert table["version"] == "0.1.0"
    assert table["license"] == "MIT"
    assert table["requires-python"] == ">=3.11"
    assert table["dependencies"] == ["pydantic>=2.11,<3", "httpx2>=2,<3"]
    assert [*table["optional-dependencies"]] == ["aiohttp", "pyreqwest"]
    assert table["urls"] == {
        "Documentation": "https://pets.example/docs",
        "Support": "https://pets.example/help",
    }
    assert project.read("LICENSE").startswith("MIT License\n\nCopyright (c) the authors of pets-")
    assert "pip install pets-client" in project.read("README.md")
    assert not (project.client / ".github").exists()


def test_the_package_is_the_same_without_a_distribution(project: Project, tmp_path: Path) -> None:
    def files() -> dict[str, bytes]:
        folder = project.client / "pets_client"
        return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    project.generate()
    whole = files()
    project.write(distribution='{ name = "other", workflow = true }')
    (project.client / "pyproject.toml").unlink()
    project.generate()
    assert files() == whole
    assert (project.client / ".github/workflows/publish.yml").is_file()


def test_what_settings_say_wins_over_the_document(project: Project) -> None:
    project.write(
        distribution='{ name = "Pets.Client", description = "All pets", license = "apache-2.0", '
        'authors = ["Ada L. <ada@example.com>", "Bo"], keywords = ["pets"], '
        'urls = { Support = "https://bo.example" } }'
    )
    project.generate()
    table = project.table()
    assert table["description"] == "All pets"
    assert table["license"] == "Apache-2.0"
    assert table["authors"] == [{"name": "Ada L.", "email": "ada@example.com"}, {"name": "Bo"}]
    assert table["keywords"] == ["pets"]
    assert table["urls"]["Support"] == "https://bo.example"
    assert "Apache License" in project.read("LICENSE")


@pytest.mark.parametrize(
    ("written", "spdx"),
    [
        ({"name": "x", "identifier": "Apache-2.0 OR MIT"}, "Apache-2.0 OR MIT"),
        ({"name": "Apache License, Version 2.0"}, "Apache-2.0"),
        ({"name": "Apache 2.0"}, "Apache-2.0"),
        ({"name": "bsd 3-clause"}, "BSD-3-Clause"),
        ({"name": "ISC"}, "ISC"),
        ({"name": "Proprietary"}, None),
        ({"name": 'MIT"\nevil = "'}, None),
    ],
)
def test_licenses_of_documents(project: Project, written: dict[str, str], spdx: str | None) -> None:
    project.write({**PETS, "info": {**PETS["info"], "license": written}})
    has_text = spdx in ("Apache-2.0", "BSD-3-Clause", "ISC")
    assert project.generate() == (() if has_text else ("distribution-license",))
    assert project.table().get("license") == spdx
    assert (project.client / "LICENSE").exists() == has_text


@pytest.mark.parametrize(
    "text",
    [
        'a"\n[tool.hatch.build.hooks.custom]\npath = "evil.py"',
        "a\\",
        "'''\"\"\"",
        "]\r\n[project.scripts]\r\nx = 'os:system'",
        "<script>alert(1)</script> `x` {{ 7*7 }} ${{ github.token }}",
        "\u2028\u202e\0\x7f",
    ],
)
def test_no_text_of_a_document_becomes_more(project: Project, text: str) -> None:
    info = {"title": text, "version": text, "license": {"name": text}, "contact": {"url": text}}
    project.write({**PETS, "info": info, "externalDocs": {"url": f"https://x.example/{text}"}})
    project.generate()
    data = tomllib.loads(project.read("pyproject.toml"))
    assert [*data] == ["build-system", "project", "tool"]
    assert {*data["tool"]["hatch"]["build"]} == {"ignore-vcs", "targets"}
    assert "\n" not in data["project"]["description"]
    assert "scripts" not in data["project"]
    assert all(
        "evil" not in url and " " not in url for url in data["project"].get("urls", {}).values()
    )
    assert "\n<script" not in project.read("README.md")


@pytest.mark.parametrize(
    ("distribution", "said"),
    [
        ('"-pets"', "is not the name of a package"),
        ('"pets\\"\\nx"', "is not the name of a package"),
        ('{ name = "p", license = "Free" }', "is not a license expression of SPDX"),
        ('{ name = "p", authors = ["a\\nb"] }', "must be a line of text"),
        ('{ name = "p", authors = ["<>"] }', "names nobody"),
        ('{ name = "p", urls = { x = "javascript:1" } }', "is not the URL of a page"),
        ('{ name = "p", wrkflow = true }', "unknown key 'wrkflow'"),
        ("{ }", "'distribution.name' is missing"),
        ("true", "'distribution' must be a table"),
    ],
)
def test_settings_that_are_refused(project: Project, distribution: str, said: str) -> None:
    project.write(distribution=distribution)
    with pytest.raises(ClientsmithError) as refused:
        load_targets(project.folder)
    (problem,) = refused.value.diagnostics
    assert said in problem.message
    assert problem.span is not None
    assert problem.span.line == 5


def test_files_that_a_person_edited_stay(project: Project) -> None:
    project.write(distribution='{ name = "pets-client", workflow = true }')
    project.generate()
    names = ("pyproject.toml", "README.md", "LICENSE", ".github/workflows/publish.yml")
    for name in names:
        path = project.client / name
        path.write_text(path.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    edited = {name: project.read(name) for name in names}
    project.with_paths("/pets", "/cats")
    assert project.generate() == ()
    assert {name: project.read(name) for name in names} == edited
    assert project.changes() == []
    (target,) = load_targets(project.folder)
    generate(target, force=True)
    assert {name: project.read(name) for name in names} == edited
    (project.client / "README.md").unlink()
    assert project.changes() == [("missing", "README.md")]
    project.generate()
    assert "client.cats" in project.read("README.md")


def test_files_that_nobody_edited_follow(project: Project) -> None:
    project.generate()
    path = project.client / "pyproject.toml"
    # The version is a person's to set.
    path.write_text(project.read(path.name).replace('"0.1.0"', '"2.0.0"'), encoding="utf-8")
    project.write(distribution='{ name = "pets-client", description = "Other" }')
    assert ("stale", "pyproject.toml") in project.changes()
    project.generate()
    assert (project.table()["description"], project.table()["version"]) == ("Other", "2.0.0")
    assert project.changes() == []


def test_a_project_that_lacks_what_the_client_needs(project: Project) -> None:
    project.generate()
    path = project.client / "pyproject.toml"
    path.write_text(project.read(path.name).replace('"httpx2>=2,<3"', "# none"), encoding="utf-8")
    assert project.changes() == [("behind", "pyproject.toml")]
    project.with_paths("/cats")
    assert project.generate() == ("distribution-behind",)


def test_the_project_of_another_package_is_left_alone(project: Project) -> None:
    project.client.mkdir()
    (project.client / "pyproject.toml").write_text('[project]\nname = "mine"\n', encoding="utf-8")
    with pytest.raises(ClientsmithError, match="is the project of 'mine', not of 'pets-client'"):
        project.generate()
    assert [*project.client.iterdir()] == [project.client / "pyproject.toml"]


def test_a_link_leads_no_file_out_of_the_folder(project: Project, tmp_path: Path) -> None:
    project.write(distribution='{ name = "pets-client", workflow = true }')
    (tmp_path / "elsewhere").mkdir()
    project.client.mkdir()
    (project.client / ".github").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ClientsmithError, match="by a link"):
        project.generate()
    assert [*(tmp_path / "elsewhere").iterdir()] == []


def test_a_run_with_nothing_to_do_knows_it(project: Project) -> None:
    project.generate()
    (target,) = load_targets(project.folder)
    assert generate(target).result is None
    (project.client / "README.md").unlink()
    assert generate(target).result is not None
    assert (project.client / "README.md").is_file()


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

"""A client that is a package of its own: whose its files are."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from tests.distribution_project import PETS, Project, project

from clientsmith.config import load_targets
from clientsmith.diagnostics import ClientsmithError
from clientsmith.pipeline import generate

__all__ = ["project"]


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


def test_a_run_counts_the_files_beside_the_package(project: Project) -> None:
    code, printed = project.run("generate", "--dry-run")
    assert code == 0
    assert f", 5 files to be written in {project.client}\n" in printed
    assert not project.client.exists()
    code, printed = project.run("generate", "--verbose")
    assert f", 5 files written in {project.client}\n" in printed
    assert f"wrote {project.client}/pyproject.toml\n" in printed
    (project.client / "README.md").unlink()
    code, printed = project.run("generate", "--dry-run")
    assert "0 files to be written, 4" in printed
    assert f", 1 file to be written in {project.client}\n" in printed
    code, printed = project.run("generate")
    assert f", 1 file written in {project.client}\n" in printed
    project.with_paths("/pets", "/cats")
    text = project.read("CHANGELOG.md")
    assert "files to be written in" in project.run("generate", "--dry-run")[1]
    assert project.read("CHANGELOG.md") == text


def test_ends_of_lines_stay(project: Project) -> None:
    project.generate()
    names = ("pyproject.toml", "CHANGELOG.md", "README.md")

    def with_crlf() -> None:
        for name in names:
            path = project.client / name
            path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))

    def are_all_crlf() -> bool:
        texts = [(project.client / name).read_bytes() for name in names]
        return all(text.count(b"\r\n") == text.count(b"\n") > 2 for text in texts)

    with_crlf()
    assert project.changes() == []
    project.released()
    assert are_all_crlf()
    project.with_paths("/pets", "/cats")
    project.generate()
    assert are_all_crlf()
    assert "client.cats" in project.read("CHANGELOG.md")
    project.released()
    assert are_all_crlf()
    assert project.table()["version"] == "0.1.1"
    assert project.changes() == []
    (target,) = load_targets(project.folder)
    assert generate(target).result is None

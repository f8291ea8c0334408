"""A client that is a package of its own: built twice alike, installed and called on each Python."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from clientsmith.config import load_targets
from clientsmith.pipeline import generate

from ..wire.server import json_answer, serving
from .pythons import VERSIONS, find_python
from .test_packaging import succeed

PETS = """
openapi: 3.1.0
info:
  title: Pets
  version: "1"
  license: {name: MIT}
  contact: {url: "https://pets.example/help"}
servers: [{url: https://pets.example.com}]
paths:
  /pets/{id}:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses:
        "200":
          description: The pet.
          content:
            application/json:
              schema: {type: object, required: [name], properties: {name: {type: string}}}
"""
CONFIGURATION = """
[targets.pets]
document = "openapi.yaml"
output = "client"
package = "pets_client"
distribution = "pets-client"
"""
PROGRAM = """
import importlib.metadata, sys
from pets_client import Pets

with Pets(base_url=sys.argv[1]) as client:
    print(client.pets.retrieve(7).name, importlib.metadata.version("pets-client"))
"""


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of a client."""
    folder = tmp_path_factory.mktemp("published")
    (folder / "openapi.yaml").write_text(PETS, encoding="utf-8")
    (folder / "clientsmith.toml").write_text(CONFIGURATION, encoding="utf-8")
    (target,) = load_targets(folder)
    assert generate(target, is_cached=False).warnings == ()
    return folder / "client"


def build(project: Path, folder: Path) -> dict[str, bytes]:
    """Build a project, and return its wheel and sdist by name."""
    command = (sys.executable, "-m", "build", "--no-isolation", "--outdir", folder / "dist")
    succeed(*command, project, folder=folder)
    return {path.name: path.read_bytes() for path in (folder / "dist").iterdir()}


@pytest.fixture(scope="session")
def distributions(project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build(project, tmp_path_factory.mktemp("first"))


def test_a_project_builds_to_the_same_bytes_again(
    project: Path, distributions: dict[str, bytes], tmp_path: Path
) -> None:
    """In another folder, with other times and the leavings of tools."""
    copy = tmp_path / "some where"
    shutil.copytree(project, copy, copy_function=shutil.copyfile)
    for name in ("__pycache__", ".mypy_cache", "dist", "pets_client/__pycache__"):
        (copy / name).mkdir()
        (copy / name / "x.pyc").write_bytes(b"x")
    built = build(copy, tmp_path)
    assert built.keys() == distributions.keys()
    assert [name for name in built if built[name] != distributions[name]] == []


@pytest.mark.slow
def test_what_git_ignores_changes_no_wheel(
    project: Path, distributions: dict[str, bytes], tmp_path: Path
) -> None:
    copy = tmp_path / "client"
    shutil.copytree(project, copy)
    (copy / ".gitignore").write_text("*.json\n*.md\n", encoding="utf-8")
    succeed("git", "init", "--quiet", folder=copy)
    built = build(copy, tmp_path)
    (name,) = (name for name in built if name.endswith(".whl"))
    assert built[name] == distributions[name]


def test_what_is_in_a_wheel(distributions: dict[str, bytes], project: Path, tmp_path: Path) -> None:
    (name,) = (name for name in distributions if name.endswith(".whl"))
    assert name == "pets_client-0.1.0-py3-none-any.whl"
    (tmp_path / name).write_bytes(distributions[name])
    with zipfile.ZipFile(tmp_path / name) as archive:
        names = archive.namelist()
        metadata = archive.read("pets_client-0.1.0.dist-info/METADATA").decode()
    package = project / "pets_client"
    files = {path.relative_to(project).as_posix() for path in package.rglob("*") if path.is_file()}
    assert {each for each in names if ".dist-info/" not in each} == files
    assert "pets_client/py.typed" in files
    assert "pets_client-0.1.0.dist-info/licenses/LICENSE" in names
    for line in (
        "License-Expression: MIT",
        "Requires-Python: >=3.11",
        "Project-URL: Support, https://pets.example/help",
        "Requires-Dist: httpx2<3,>=2",
        "Provides-Extra: aiohttp",
        "Classifier: Typing :: Typed",
    ):
        assert line in metadata.splitlines()


def test_what_is_in_an_sdist(distributions: dict[str, bytes], tmp_path: Path) -> None:
    (name,) = (name for name in distributions if name.endswith(".tar.gz"))
    (tmp_path / name).write_bytes(distributions[name])
    with tarfile.open(tmp_path / name) as archive:
        names = {path.partition("/")[2].partition("/")[0] for path in archive.getnames()}
    beside = {"CHANGELOG.md", "LICENSE", "README.md", "PKG-INFO", "pyproject.toml", ".gitignore"}
    assert names <= {"pets_client", *beside}


@pytest.mark.slow
@pytest.mark.parametrize("version", VERSIONS)
def test_a_client_installs_and_runs(
    version: str, distributions: dict[str, bytes], tmp_path: Path
) -> None:
    python = find_python(version)
    if python is None:
        pytest.skip(f"this machine has no Python {version}")
    (name,) = (name for name in distributions if name.endswith(".whl"))
    (tmp_path / name).write_bytes(distributions[name])
    succeed(python, "-m", "venv", tmp_path / "venv", folder=tmp_path)
    installed = tmp_path / "venv/bin/python"
    succeed(installed, "-m", "pip", "install", "--quiet", tmp_path / name, folder=tmp_path)
    with serving() as server:
        server.will(json_answer({"name": "Rex"}))
        command = (installed, "-W", "error", "-c", PROGRAM, server.url)
        done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("Rex 0.1.0\n", "")
    assert [sent.target for sent in server.sent] == ["/pets/7"]

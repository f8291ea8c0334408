"""What a user gets: the wheel in an empty environment, and the client in another package."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from clientsmith.emit.bundled import copied, runtime_names, templates_folder

from ..golden.golden import stored
from ..wire.document import success
from ..wire.server import json_answer, serving

ROOT = Path(__file__).parents[2]
CLIENT = ROOT / "generated/telnyx_external_connections"
MINIMAL = ROOT / "tests/golden/minimal"


@dataclass(frozen=True)
class Environment:
    """A virtual environment with nothing in it but what was asked for."""

    folder: Path

    @property
    def programs(self) -> Path:
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    def run(self, program: str, *arguments: str | Path, folder: Path) -> str:
        """What a program of the environment prints, run where a user would run it."""
        return succeed(self.programs / program, *arguments, folder=folder)

    def python(self, code: str, *arguments: str, folder: Path) -> str:
        """What code prints that imports from `folder`; a warning is an error."""
        return self.run("python", "-W", "error", "-c", code, *arguments, folder=folder)


def succeed(*command: str | Path, folder: Path) -> str:
    """What a command prints. It sees neither this project nor a setting of the client's."""
    hidden = ("PYTHON", "TELNYX_", "VIRTUAL_ENV")
    done = subprocess.run(
        [*map(str, command)],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if not name.startswith(hidden)},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def environment(folder: Path, *requirements: str | Path) -> Environment:
    """A new environment. It has no pip: ours installs into it."""
    venv.create(folder, with_pip=False)
    made = Environment(folder)
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    target = ("--python", made.programs / "python")
    succeed(*pip, *target, "install", "--quiet", *requirements, folder=folder)
    return made


@pytest.fixture(scope="session")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel made from that."""
    folder = tmp_path_factory.mktemp("distributions")
    build = (sys.executable, "-m", "build", "--no-isolation", "--outdir", folder)
    succeed(*build, ROOT, folder=folder)
    return folder


@pytest.fixture(scope="session")
def wheel(distributions: Path) -> Path:
    (path,) = distributions.glob("*.whl")
    return path


@pytest.fixture(scope="session")
def tool(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with the wheel and what it asks for."""
    return environment(tmp_path_factory.mktemp("tool") / "venv", wheel)


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with the two packages that a generated client needs."""
    return environment(
        tmp_path_factory.mktemp("bare") / "venv", "pydantic>=2.11,<3", "httpx2>=2,<3"
    )


def sources(*folders: str) -> set[str]:
    """The files of these folders of the checkout, without what its `.gitignore` names."""
    caches = re.compile(r"__pycache__|\..+_cache|\.hypothesis|\.clientsmith-.+\.(new|old|lock)")
    return {
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and not any(map(caches.fullmatch, path.relative_to(ROOT).parts))
    }


@pytest.mark.slow  # test_distribution.py, which builds a client, has the sample.
def test_the_sdist_has_all_that_the_tests_need(distributions: Path) -> None:
    (path,) = distributions.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = sources("generator", "templates", "specs", "generated", "tests", ".ci")
    assert sorted(wanted - names) == []
    assert names >= {"Makefile", "README.md", "LICENSE", "clientsmith.toml", "pyproject.toml"}


@pytest.mark.slow
def test_the_wheel_has_the_tool_and_its_templates_and_no_more(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    code = {name.removeprefix("generator/") for name in sources("generator")}
    templates = {f"clientsmith/{name}" for name in sources("templates")}
    assert {name for name in names if ".dist-info/" not in name} == (
        code | templates | {"clientsmith/diagnostics.md"}
    )
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


@pytest.mark.slow
def test_the_wheel_generates_from_any_folder(tool: Environment, tmp_path: Path) -> None:
    """What comes out is what comes out of the checkout, in a folder that was not there."""
    elsewhere = tmp_path / "some where"
    elsewhere.mkdir()
    shutil.copy(MINIMAL / "openapi.yaml", tmp_path)
    options = ("--document", "../openapi.yaml", "--package", "minimal", "--output", "made/here")
    tool.run("clientsmith", "generate", *options, folder=elsewhere)
    made = tree(elsewhere / "made/here/minimal")
    source = templates_folder() / "runtime"
    runtime = {f"_runtime/{name}": copied(source / name) for name in runtime_names(())}
    expected = stored(MINIMAL) | runtime
    assert set(made) - set(expected) == {".clientsmith-manifest.json", "_custom/__init__.py"}
    assert [name for name, text in expected.items() if made[name] != text] == []
    assert "up to date" in tool.run("clientsmith", "check", *options, folder=elsewhere)


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".pyc" and "_cache" not in path.as_posix()
    }


@pytest.mark.slow
def test_the_commands_of_the_wheel(tool: Environment, wheel: Path, tmp_path: Path) -> None:
    version = f"clientsmith {wheel.name.split('-')[1]}\n"
    assert tool.run("clientsmith", "--version", folder=tmp_path) == version
    assert tool.run("python", "-m", "clientsmith", "--version", folder=tmp_path) == version
    listed = tool.run("clientsmith", "templates", "list", folder=tmp_path).split()
    assert listed == sorted(path.name for path in (ROOT / "templates").glob("*.jinja"))
    name, *_ = listed
    tool.run("clientsmith", "templates", "eject", name, folder=tmp_path)
    (ejected,) = tmp_path.rglob(name)
    assert ejected.read_bytes() == (ROOT / "templates" / name).read_bytes()


# One call of each kind, and an error, from inside of another package.
PROGRAM = """
import asyncio, json, sys
from host.vendored.telnyx import AsyncTelnyx, NotFoundError, Telnyx

url = sys.argv[1]
with Telnyx("KEY", base_url=url) as client:
    created = client.external_connections.create(external_sip_connection="zoom", outbound={})
    try:
        client.external_connections.retrieve("1")
    except NotFoundError as error:
        problem = error.error.errors[0].code

async def listed():
    async with AsyncTelnyx("KEY", base_url=url) as client:
        return [connection.id async for connection in client.external_connections.list()]

kinds = {type(created).__module__, NotFoundError.__module__}
print(json.dumps([created.to_dict(), problem, asyncio.run(listed()), sorted(kinds)]))
"""


@pytest.mark.slow
def test_the_client_works_inside_of_another_package(bare: Environment, tmp_path: Path) -> None:
    """Vendored under a name of its own, with pydantic and httpx2 alone installed."""
    vendored = tmp_path / "host/vendored"
    vendored.mkdir(parents=True)
    for package in (vendored.parent, vendored):
        (package / "__init__.py").touch()
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(CLIENT, vendored / "telnyx", ignore=ignored)
    _, created = success("POST /external_connections")
    with serving() as server:
        server.will(
            json_answer(created, 201),
            json_answer({"errors": [{"code": "10005"}]}, 404),
            json_answer({"data": [{"id": "1"}, {"id": "2"}], "meta": {"total_pages": 1}}),
        )
        reported = json.loads(bare.python(PROGRAM, f"{server.url}/v2", folder=tmp_path))
    models = "host.vendored.telnyx.models.external_connection"
    assert reported == [created, "10005", ["1", "2"], ["host.vendored.telnyx", models]]
    assert [sent.method for sent in server.sent] == ["POST", "GET", "GET"]


@pytest.mark.slow
def test_every_module_imports_with_pydantic_and_httpx2_alone(
    bare: Environment, tmp_path: Path
) -> None:
    """The adapters of libraries that are not there too: they ask for them when they are made."""
    code = """
import importlib, pkgutil, telnyx_external_connections as package
for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
    importlib.import_module(module.name)
    print(module.name)
"""
    shutil.copytree(CLIENT, tmp_path / CLIENT.name)
    imported = bare.python(code, folder=tmp_path).split()
    modules = [path for path in CLIENT.rglob("*.py") if path.parent != CLIENT / "_custom"]
    assert "telnyx_external_connections._runtime.transports.aiohttp" in imported
    assert len(imported) >= len(modules) - 1  # The package itself is imported first.


def loaded_by(bare: Environment, code: str) -> set[str]:
    """The modules that come with running code in a fresh interpreter."""
    program = f"import sys; before = {{*sys.modules}}; {code}; print(*({{*sys.modules}} - before))"
    return set(bare.python(program, folder=CLIENT.parent).split())


@pytest.mark.slow
def test_a_bare_import_loads_next_to_nothing(bare: Environment) -> None:
    loaded = loaded_by(bare, "import telnyx_external_connections")
    assert "telnyx_external_connections" in loaded
    assert loaded.isdisjoint({"typing", "pydantic", "httpx2"})
    # Which says the same of everything else.
    foreign = {name for name in loaded if not name.startswith("telnyx_external_connections")}
    assert foreign <= {"__future__"}


@pytest.mark.slow
@pytest.mark.parametrize("client", ["Telnyx", "AsyncTelnyx"])
def test_a_client_loads_no_http_library_before_its_first_call(
    bare: Environment, client: str
) -> None:
    code = (
        f"from telnyx_external_connections import {client};"
        f" {client}('KEY').external_connections.uploads"
    )
    loaded = loaded_by(bare, code)
    assert "telnyx_external_connections.resources.external_connections_uploads" in loaded
    assert loaded.isdisjoint({"httpx2", "httpx", "httpcore2", "ssl", "asyncio", "pydantic"})
    # Nor what no call was made of.
    assert not any(".models." in name or ".params." in name for name in loaded)
